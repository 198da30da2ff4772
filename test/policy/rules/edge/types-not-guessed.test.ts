import { typesNotGuessed } from '../../../../lib/policy/rules/edge/types-not-guessed';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(typesNotGuessed, {
  holds: [{ security_header: { nosniff: true } }],
  breaks: [{ security_header: { nosniff: false } }, { security_header: {} }],
  unknown: [{ security_header: { nosniff: UNKNOWN } }, { security_header: UNKNOWN }],
  saysNothing: 'breaks',
});
