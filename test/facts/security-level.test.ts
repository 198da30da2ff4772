import { SecurityLevel } from '../../lib/facts/security-level';
import { readProvider } from '../../tools/provider-data';

test('the edge takes every level, and none is below medium', () => {
  const { security_level } = readProvider().resources.ibm_cis_domain_settings.facts.attributes;
  const levels = Object.values(SecurityLevel);
  expect(security_level.allowed).toEqual(expect.arrayContaining(levels));
  for (const low of ['essentially_off', 'low']) expect(levels).not.toContain(low);
});
