import { tlsSuites } from '../../../../lib/policy/rules/edge/tls-suites';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(tlsSuites, {
  holds: [{ cipher: ['ECDHE-RSA-AES128-GCM-SHA256'] }, { min_tls_version: '1.3' }],
  breaks: [{ cipher: ['AES128-SHA'] }, { cipher: [] }],
  unknown: [{ cipher: UNKNOWN }, { cipher: [UNKNOWN] }],
  saysNothing: 'breaks',
});
