import { oneTlsMinimum } from '../../../../lib/policy/rules/edge/one-tls-minimum';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const both = (own: string, other?: string) =>
  world({
    ibm_cis_tls_settings: { it: { min_tls_version: own } },
    ibm_cis_domain_settings: { x: { min_tls_version: other } },
  });

testRule(oneTlsMinimum, {
  holds: [both('1.2', '1.2'), both('1.3', '1.3')],
  breaks: [both('1.3', '1.2'), both('1.3')],
  unknown: [both('1.3', UNKNOWN), both(UNKNOWN, '1.2')],
  saysNothing: 'holds',
});
