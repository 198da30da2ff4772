import { notFromStaging } from '../../../../lib/policy/rules/certificates/not-from-staging';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(notFromStaging, {
  holds: [{ lets_encrypt_environment: 'production' }],
  breaks: [{ lets_encrypt_environment: 'staging' }],
  unknown: [{ lets_encrypt_environment: UNKNOWN }],
  saysNothing: 'holds',
});
