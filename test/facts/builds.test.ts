import { BuildSize } from '../../lib/facts/builds';
import { readProvider } from '../../tools/provider-data';

test('the sizes are those that the provider takes', () => {
  const { facts } = readProvider().resources.ibm_code_engine_build;
  expect(Object.values(BuildSize).sort()).toEqual(facts.attributes.strategy_size.allowed);
});
