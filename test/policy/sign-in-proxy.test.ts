import { Block, Graph } from '../../lib/policy/graph';
import { Resource } from '../../lib/policy/resource';
import { listOf, proxyVariables } from '../../lib/policy/sign-in-proxy';
import { Unknown, Value, asIs } from '../../lib/policy/value';

const app = (...variables: Record<string, Value>[]): Resource => {
  const block: Block = {
    ...{ address: 'ibm_code_engine_app.it', kind: 'resource', type: 'ibm_code_engine_app' },
    ...{ body: { run_env_variables: variables }, read: asIs, waivers: [] },
  };
  return new Resource(block, new Graph([block]));
};

test('variables of the proxy are found by their names, and others are not', () => {
  const variables = proxyVariables(
    app({ name: 'MODE', value: 'prod' }, { name: 'OAUTH2_PROXY_PROVIDER', value: 'oidc' }),
  );
  expect([...variables.keys()]).toEqual(['OAUTH2_PROXY_PROVIDER']);
});

test('a list is read as the proxy reads it', () => {
  const [variable] = proxyVariables(app({ name: 'OAUTH2_PROXY_A', value: 'a, b,,' })).values();
  expect(listOf(variable)).toEqual(['a', 'b']);
  expect(listOf(undefined)).toEqual([]);
});

test('a list that only Terraform knows ends the rule', () => {
  const value = new Unknown('\0', ['var.a']);
  const [variable] = proxyVariables(app({ name: 'OAUTH2_PROXY_A', value })).values();
  expect(() => listOf(variable)).toThrow('`run_env_variables.value` is known only to Terraform');
});
