import { FunctionRuntime } from '../../lib/facts/runtime';
import { readProvider } from '../../tools/provider-data';

test('every runtime is named as the provider wants it', () => {
  const { pattern } = readProvider().resources.ibm_code_engine_function.facts.attributes.runtime;
  for (const runtime of Object.values(FunctionRuntime)) {
    expect(runtime).toMatch(new RegExp(pattern!));
  }
});
