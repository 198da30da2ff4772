import { newKeyEachTime } from '../../../../lib/policy/rules/certificates/new-key-each-time';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(newKeyEachTime, {
  holds: [{ rotation: [{ auto_rotate: true, rotate_keys: true }] }],
  breaks: [{ rotation: { auto_rotate: true } }],
  unknown: [{ rotation: [{ rotate_keys: UNKNOWN }] }],
  saysNothing: 'breaks',
});
