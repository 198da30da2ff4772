import { registryGrants } from '../../../lib/constructs/images/registry-grants';
import { RegistryCredentials } from '../../../lib/constructs/images/registry-credentials';
import { refusalOf } from '../../kit/refusal';
import { newStack } from '../../kit/synth';

test('a path that is none is refused before anything is made', () => {
  const stack = newStack();
  const login = () => {
    throw new Error('nobody has to log in');
  };
  const credentials = new RegistryCredentials(stack, 'us.icr.io', { pull: login });
  const image = registryGrants.image('us.icr.io/shop', 'web', credentials);
  expect(image.repository).toBe('us.icr.io/shop/web');
  expect(refusalOf(() => registryGrants.image('us.icr.io/shop', '../x', credentials))).toEqual([
    expect.stringMatching(/^repository: got/),
  ]);
});
