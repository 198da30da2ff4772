import { TerraformStack } from 'cdktf';
import {
  ArbitrarySecret,
  ArbitrarySecretProps,
} from '../../../lib/constructs/secrets/arbitrary-secret';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY } from '../../kit/samples';
import { PLACE, READS_GROUP, group, policiesOf, value } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_sm_arbitrary_secret';
const secret = (stack: TerraformStack, props: Partial<ArbitrarySecretProps> = {}) =>
  new ArbitrarySecret(stack, 'token', { group: group(stack), payload: value(stack), ...props });

test('an arbitrary secret renders its defaults', () => {
  const synthesized = synthesize((stack) => secret(stack));
  expect(synthesized.types).toEqual([TYPE]);
  expect(synthesized.only(TYPE)).toEqual({
    ...PLACE,
    name: 'test-token',
    labels: [],
    payload: '${var.secret}',
  });
});

test('an arbitrary secret renders every prop', () => {
  const props = {
    secretName: 'shop.token',
    description: 'of the shop',
    labels: ['shop'],
    expiresOn: '2030-02-28',
  };
  expect(synthesize((stack) => secret(stack, props)).only(TYPE)).toMatchObject({
    name: 'shop.token',
    description: 'of the shop',
    labels: ['shop'],
    expiration_date: '2030-02-28T23:59:59Z',
  });
});

test('a day that only Terraform knows becomes a moment there', () => {
  const block = synthesize((stack) => secret(stack, { expiresOn: '${var.day}' })).only(TYPE);
  expect(block.expiration_date).toBe('${var.day}T23:59:59Z');
});

test.each<[string, Partial<ArbitrarySecretProps>]>([
  ['group', { group: undefined }],
  ['secretName', { secretName: 'a/b' }],
  ['payload', { payload: undefined }],
  ['expiresOn', { expiresOn: 'tomorrow' }],
  ['expiresOn', { expiresOn: '2030-02-30' }],
  ['expiresOn', { expiresOn: '2030-01-01T00:00:00+02:00' }],
])('an arbitrary secret is refused for its %s', (prop, props) => {
  expect(refusalOf(() => secret(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a literal in place of the payload is refused and not shown', () => {
  const define = () => secret(newStack(), { payload: CANARY as unknown as SecretValue });
  expect(refusalOf(define)).toEqual(['payload: got another string, expected a SecretValue']);
  expect(messageOf(define)).not.toContain(CANARY);
});

test('an arbitrary secret hands out its id and name, and its value as state has it', () => {
  const handedOut = renderedValues((stack) => {
    const own = secret(stack);
    const { secretId, secretName } = own;
    return { secretId, secretName, value: own.valueInState().toTerraform() };
  });
  expect(handedOut).toEqual({
    secretId: expect.stringMatching(/^\$\{ibm_sm_arbitrary_secret\.token_\w+\.secret_id\}$/),
    secretName: expect.stringMatching(/^\$\{ibm_sm_arbitrary_secret\.token_\w+\.name\}$/),
    value: expect.stringMatching(
      /^\$\{sensitive\(ibm_sm_arbitrary_secret\.token_\w+\.payload\)\}$/,
    ),
  });
});

test('a workload is granted its group', () => {
  expect(policiesOf(secret)).toMatchObject(READS_GROUP);
});
