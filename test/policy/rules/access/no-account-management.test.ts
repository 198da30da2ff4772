import { noAccountManagement } from '../../../../lib/policy/rules/access/no-account-management';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(noAccountManagement, {
  holds: [{ roles: ['Administrator'] }, { account_management: true, roles: ['Viewer'] }],
  breaks: [{ account_management: true, roles: ['Viewer', 'Editor'] }],
  unknown: [
    { account_management: UNKNOWN, roles: ['Editor'] },
    { account_management: true, roles: [UNKNOWN] },
  ],
  saysNothing: 'holds',
});
