import { TerraformStack } from 'cdktf';
import {
  UserCredentials,
  UserCredentialsProps,
} from '../../../lib/constructs/secrets/user-credentials';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { PLACE, READS_GROUP, group, policiesOf } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_sm_username_password_secret';
const secret = (stack: TerraformStack, props: Partial<UserCredentialsProps> = {}) =>
  new UserCredentials(stack, 'database', { group: group(stack), username: 'shop', ...props });

test('user credentials render their defaults: a long password that is renewed, and by whom', () => {
  const synthesized = synthesize((stack) => secret(stack));
  expect(synthesized.types).toEqual([TYPE]);
  expect(synthesized.only(TYPE)).toEqual({
    ...PLACE,
    name: 'test-database',
    labels: [],
    username: 'shop',
    password_generation_policy: {
      length: 32,
      include_digits: true,
      include_symbols: true,
      include_uppercase: true,
    },
    rotation: { auto_rotate: true, interval: 30, unit: 'day' },
  });
});

test('user credentials render every prop', () => {
  const props = {
    secretName: 'db',
    passwordLength: 64,
    passwordSymbols: false,
    rotationDays: 7,
    automaticRotation: false,
    waivers: { manualRotation: waiver() },
  };
  expect(synthesize((stack) => secret(stack, props)).only(TYPE)).toMatchObject({
    name: 'db',
    password_generation_policy: { length: 64, include_symbols: false },
    rotation: { auto_rotate: false, interval: 7, unit: 'day' },
    waivers: [recorded('secrets/rotates')],
  });
});

test.each<[string, Partial<UserCredentialsProps>]>([
  ['group', { group: undefined }],
  ['secretName', { secretName: 'a/b' }],
  ['username', { username: undefined }],
  ['username', { username: '' }],
  ['username', { username: 'a b' }],
  ['username', { username: 'a'.repeat(65) }],
  ['passwordLength', { passwordLength: 11 }],
  ['passwordLength', { passwordLength: 257 }],
  ['rotationDays', { rotationDays: 0 }],
  ['automaticRotation', { automaticRotation: false }],
  ['waivers.manualRotation', { waivers: { manualRotation: waiver() } }],
])('user credentials are refused for their %s when it is %j', (prop, props) => {
  expect(refusalOf(() => secret(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('user credentials hand out their id and name, and no password', () => {
  const handedOut = renderedValues((stack) => {
    const { secretId, secretName } = secret(stack);
    return { secretId, secretName };
  });
  expect(handedOut).toEqual({
    secretId: expect.stringMatching(/^\$\{ibm_sm_username_password_secret\.\w+\.secret_id\}$/),
    secretName: expect.stringMatching(/^\$\{ibm_sm_username_password_secret\.\w+\.name\}$/),
  });
  expect(Object.keys(secret(newStack())).filter((it) => /pass/i.test(it))).toEqual([]);
});

test('a workload is granted their group', () => {
  expect(policiesOf(secret)).toMatchObject(READS_GROUP);
});
