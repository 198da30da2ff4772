import { privateShortLived } from '../../../../lib/policy/rules/certificates/private-short-lived';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(privateShortLived, {
  holds: [{ ttl: '2160h' }, { max_ttl: '7776000' }],
  breaks: [{ ttl: '2161h' }, { max_ttl: '365d' }],
  unknown: [{ ttl: UNKNOWN }],
  saysNothing: 'holds',
});
