import { accountRestrictsCreation } from '../../../../lib/policy/rules/access/account-restricts-creation';
import { UNKNOWN, testRule } from '../../../kit/rules';

const both = (id: string, key: string) => ({
  restrict_create_service_id: id,
  restrict_create_platform_apikey: key,
});

testRule(accountRestrictsCreation, {
  holds: [both('RESTRICTED', 'RESTRICTED')],
  breaks: [both('RESTRICTED', 'NOT_SET'), both('NOT_RESTRICTED', UNKNOWN)],
  unknown: [both('RESTRICTED', UNKNOWN)],
  saysNothing: 'manual',
});
