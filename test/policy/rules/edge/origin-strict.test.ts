import { originStrict } from '../../../../lib/policy/rules/edge/origin-strict';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(originStrict, {
  holds: [{ ssl: 'strict' }, { ssl: 'origin_pull' }],
  breaks: [{ ssl: 'off' }, { ssl: 'flexible' }, { ssl: 'full' }],
  unknown: [{ ssl: UNKNOWN }],
  saysNothing: 'breaks',
});
