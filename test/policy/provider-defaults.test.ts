import { PROVIDER_DEFAULTS } from '../../lib/policy/provider-defaults';

test('silence is public', () => {
  expect(PROVIDER_DEFAULTS.ibm_code_engine_app.managed_domain_mappings).toBe('local_public');
  expect(PROVIDER_DEFAULTS.ibm_cis_global_load_balancer.proxied).toBe(false);
});
