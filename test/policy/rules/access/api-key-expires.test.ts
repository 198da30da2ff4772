import { apiKeyExpires } from '../../../../lib/policy/rules/access/api-key-expires';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(apiKeyExpires, {
  holds: [{ expires_at: '2031-01-01T00:00:00Z' }, { expires_at: '${time_offset.year.rfc3339}' }],
  breaks: [{ expires_at: '' }, { name: 'pull' }],
  manual: [{ lifecycle: { replace_triggered_by: ['terraform_data.generation'] } }],
  unknown: [{ expires_at: UNKNOWN }, { lifecycle: UNKNOWN }],
  saysNothing: 'breaks',
});
