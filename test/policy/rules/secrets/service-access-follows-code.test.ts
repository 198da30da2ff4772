import { serviceAccessFollowsCode } from '../../../../lib/policy/rules/secrets/service-access-follows-code';
import { UNKNOWN, testRule } from '../../../kit/rules';

const made = (lifecycle?: unknown) => ({ format: 'service_access', lifecycle });

testRule(serviceAccessFollowsCode, {
  holds: [made({ replace_triggered_by: ['terraform_data.access'] }), { format: 'generic' }],
  breaks: [made({}), { format: 'service_operator' }],
  unknown: [{ format: UNKNOWN }, made(UNKNOWN)],
  saysNothing: 'holds',
});
