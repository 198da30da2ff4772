import { Visibility } from '../../lib/facts/visibility';
import { readProvider } from '../../tools/provider-data';

test('the values are exactly those that the provider takes, for apps and for functions', () => {
  const { resources } = readProvider();
  for (const type of ['ibm_code_engine_app', 'ibm_code_engine_function']) {
    const { allowed } = resources[type].facts.attributes.managed_domain_mappings;
    expect([...allowed!].sort()).toEqual(Object.values(Visibility).sort());
  }
});
