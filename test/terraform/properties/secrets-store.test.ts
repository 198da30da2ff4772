import { TerraformStack } from 'cdktf';
import { ArbitrarySecret } from '../../../lib/constructs/secrets/arbitrary-secret';
import { IamCredentials } from '../../../lib/constructs/secrets/iam-credentials';
import { KeyValueSecret } from '../../../lib/constructs/secrets/key-value-secret';
import { ISecretGroup, SecretGroup } from '../../../lib/constructs/secrets/secret-group';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { SecretsStore } from '../../../lib/constructs/secrets/secrets-store';
import { UserCredentials } from '../../../lib/constructs/secrets/user-credentials';
import * as arbitraries from '../../kit/arbitraries-secrets';
import { judges } from '../../kit/judged';
import { GROUP_ID, STORE_CRN } from '../../kit/samples-secrets';

const store = (stack: TerraformStack, id: string) =>
  SecretsStore.fromCrn(stack, `${id}-store`, { crn: STORE_CRN });
const group = (stack: TerraformStack, id: string): ISecretGroup =>
  SecretGroup.fromSecretGroupId(stack, `${id}-group`, {
    store: store(stack, id),
    secretGroupId: GROUP_ID,
  });
const valueIn = (stack: TerraformStack, isLiteral: boolean) =>
  isLiteral ? ('plain' as unknown as SecretValue) : SecretValue.fromVariable(stack, 'secret');

judges([
  [
    'SecretsStore',
    () => arbitraries.storeProps,
    (stack, id, props) => new SecretsStore(stack, id, props),
  ],
  [
    'SecretGroup',
    () => arbitraries.groupProps,
    (stack, id, props) => new SecretGroup(stack, id, { store: store(stack, id), ...props }),
  ],
  [
    'ArbitrarySecret',
    () => arbitraries.arbitrarySecretSpecs,
    (stack, id, { isLiteral, props }) =>
      new ArbitrarySecret(stack, id, {
        group: group(stack, id),
        payload: valueIn(stack, isLiteral),
        ...props,
      }),
  ],
  [
    'KeyValueSecret',
    () => arbitraries.keyValueSecretSpecs,
    (stack, id, { isLiteral, keys, props }) => {
      const entries = keys.map((key: string) => [key, valueIn(stack, isLiteral)]);
      const data = Object.fromEntries(entries) as Record<string, SecretValue>;
      return new KeyValueSecret(stack, id, { group: group(stack, id), data, ...props });
    },
  ],
  [
    'UserCredentials',
    () => arbitraries.userCredentialsProps,
    (stack, id, props) => new UserCredentials(stack, id, { group: group(stack, id), ...props }),
  ],
  [
    'IamCredentials',
    () => arbitraries.iamCredentialsProps,
    (stack, id, props) => new IamCredentials(stack, id, { group: group(stack, id), ...props }),
  ],
]);
