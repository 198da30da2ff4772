import { ExternalRegistry } from '../../../lib/constructs/images/external-registry';
import { IRegistry } from '../../../lib/constructs/images/registry';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { registry } from '../../kit/samples';
import { newStack } from '../../kit/synth';

test('a registry is a registry, whoever runs it', () => {
  const stack = newStack();
  const pull = { username: 'u', password: SecretValue.fromVariable(stack, 'password') };
  const registries: IRegistry[] = [
    registry(stack),
    new ExternalRegistry(stack, 'external', { server: 'registry.example.com', pull }),
  ];
  expect(registries.map((it) => it.image('web').repository)).toEqual([
    'private.us.icr.io/acme-shop/web',
    'registry.example.com/web',
  ]);
});
