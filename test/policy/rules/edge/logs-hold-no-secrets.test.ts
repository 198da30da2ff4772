import { logsHoldNoSecrets } from '../../../../lib/policy/rules/edge/logs-hold-no-secrets';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(logsHoldNoSecrets, {
  holds: [{ logpull_options: 'fields=ClientIP,EdgeResponseStatus&timestamps=rfc3339' }],
  breaks: [{ logpull_options: 'fields=ClientIP,Cookies' }],
  unknown: [{ logpull_options: UNKNOWN }],
  saysNothing: 'holds',
});
