import { profileLinkReplaced } from '../../../../lib/policy/rules/access/profile-link-replaced';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(profileLinkReplaced, {
  holds: [{ lifecycle: { replace_triggered_by: ['terraform_data.linked'] } }],
  breaks: [{ lifecycle: {} }],
  unknown: [{ lifecycle: UNKNOWN }],
  saysNothing: 'breaks',
});
