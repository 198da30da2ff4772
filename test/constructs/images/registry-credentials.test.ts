import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { RegistryCredentials } from '../../../lib/constructs/images/registry-credentials';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { newStack } from '../../kit/synth';

test('a project asks twice and has one secret, under an id that no other project changes', () => {
  const ids = (...order: readonly number[]) => {
    const stack = newStack();
    const login = () => ({ username: 'u', password: SecretValue.fromVariable(stack, 'password') });
    const scope = new Construct(stack, 'images');
    const credentials = new RegistryCredentials(scope, 'us.icr.io', { pull: login });
    const account = 'crn:v1:bluemix:public:codeengine:us-south:a/0123';
    const projects = [
      CodeEngineProject.fromCrn(`${account}:01234567-89ab-cdef-0123-456789abcdef::`),
      CodeEngineProject.fromCrn(new TerraformVariable(stack, 'crn', {}).stringValue),
    ];
    for (const index of [...order, ...order]) credentials.pullSecretIn(projects[index]);
    expect(credentials.canPush).toBe(false);
    return scope.node.children.map(({ node }) => node.id).sort();
  };
  expect(ids(0, 1)).toHaveLength(2);
  expect(ids(1, 0)).toEqual(ids(0, 1));
});
