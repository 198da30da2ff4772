import { tlsMinimum } from '../../../../lib/policy/rules/edge/tls-minimum';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(tlsMinimum, {
  holds: [{ min_tls_version: '1.2' }, { min_tls_version: '1.3' }],
  breaks: [{ min_tls_version: '1.0' }, { min_tls_version: '1.1' }, { min_tls_version: '' }],
  unknown: [{ min_tls_version: UNKNOWN }],
  saysNothing: 'holds',
});
