import { TerraformStack } from 'cdktf';
import {
  KeyValueSecret,
  KeyValueSecretProps,
} from '../../../lib/constructs/secrets/key-value-secret';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY } from '../../kit/samples';
import { PLACE, READS_GROUP, group, policiesOf, value } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_sm_kv_secret';
const secret = (stack: TerraformStack, props: Partial<KeyValueSecretProps> = {}) =>
  new KeyValueSecret(stack, 'database', {
    group: group(stack),
    data: { USER: value(stack), 'pass.word': SecretValue.fromVariable(stack, 'password') },
    ...props,
  });

test('a key-value secret renders its defaults', () => {
  const synthesized = synthesize((stack) => secret(stack));
  expect(synthesized.types).toEqual([TYPE]);
  expect(synthesized.only(TYPE)).toEqual({
    ...PLACE,
    name: 'test-database',
    labels: [],
    data: { USER: '${var.secret}', 'pass.word': '${var.password}' },
  });
});

test('a key-value secret renders every prop', () => {
  const props = { secretName: 'db', description: 'of the shop', labels: ['shop'] };
  expect(synthesize((stack) => secret(stack, props)).only(TYPE)).toMatchObject({
    name: 'db',
    description: 'of the shop',
    labels: ['shop'],
  });
});

test.each<[string, Partial<KeyValueSecretProps>]>([
  ['group', { group: undefined }],
  ['secretName', { secretName: 'a/b' }],
  ['data', { data: {} }],
  ['data', { data: undefined }],
  ['data.KEY', { data: { KEY: undefined as unknown as SecretValue } }],
])('a key-value secret is refused for its %s', (prop, props) => {
  expect(refusalOf(() => secret(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a key that Terraform would fill in is refused', () => {
  const stack = newStack();
  expect(refusalOf(() => secret(stack, { data: { 'a b': value(stack) } }))).toEqual([
    expect.stringMatching(/^data\["a b"\]: got "a b"/),
  ]);
});

test.each([[CANARY], [{ nested: CANARY }], [[CANARY]], [1]])(
  'a literal in place of a value is refused and not shown: %#',
  (literal) => {
    const define = () => secret(newStack(), { data: { KEY: literal as unknown as SecretValue } });
    expect(refusalOf(define)).toEqual([
      expect.stringMatching(
        /^data\.KEY: got another (string|object|number), expected a SecretValue$/,
      ),
    ]);
    expect(messageOf(define)).not.toContain(CANARY);
  },
);

test('a key-value secret hands out its id and name', () => {
  const handedOut = renderedValues((stack) => {
    const { secretId, secretName } = secret(stack);
    return { secretId, secretName };
  });
  expect(handedOut).toEqual({
    secretId: expect.stringMatching(/^\$\{ibm_sm_kv_secret\.database_\w+\.secret_id\}$/),
    secretName: expect.stringMatching(/^\$\{ibm_sm_kv_secret\.database_\w+\.name\}$/),
  });
});

test('a workload is granted its group', () => {
  expect(policiesOf(secret)).toMatchObject(READS_GROUP);
});
