import { shortLived } from '../../../../lib/policy/rules/certificates/short-lived';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const valid = (not_after: string) => ({
  validity: [{ not_before: '2026-01-01T00:00:00Z', not_after }],
});
const CA = 'ibm_sm_public_certificate_configuration_ca_lets_encrypt';

testRule(shortLived, {
  holds: [
    valid('2026-04-01T00:00:00Z'),
    world({
      ibm_sm_public_certificate: { it: { ca: `\${${CA}.ca.name}` } },
      [CA]: { ca: {} },
    }),
  ],
  breaks: [valid('2026-04-02T00:00:00Z')],
  unknown: [valid(UNKNOWN), { ca: 'mine' }],
  saysNothing: 'unknown',
});
