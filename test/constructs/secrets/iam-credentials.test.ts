import { TerraformStack } from 'cdktf';
import {
  IamCredentials,
  IamCredentialsProps,
} from '../../../lib/constructs/secrets/iam-credentials';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { PLACE, READS_GROUP, group, policiesOf } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_sm_iam_credentials_secret';
const SERVICE_ID = 'ServiceId-01234567-89ab-cdef-0123-456789abcdef';
const DAY = 86400;
const secret = (stack: TerraformStack, props: Partial<IamCredentialsProps> = {}) =>
  new IamCredentials(stack, 'key', { group: group(stack), serviceId: SERVICE_ID, ...props });

test('IAM credentials render their defaults, after the leave to make keys holds', () => {
  const synthesized = synthesize((stack) => secret(stack));
  expect(synthesized.types).toEqual(['ibm_iam_authorization_policy', TYPE, 'terraform_data']);
  expect(synthesized.only(TYPE)).toEqual({
    ...PLACE,
    name: 'test-key',
    labels: [],
    service_id: SERVICE_ID,
    ttl: `${45 * DAY}`,
    reuse_api_key: true,
    rotation: { auto_rotate: true, interval: 30, unit: 'day' },
    depends_on: [expect.stringMatching(/^terraform_data\.store_KeyIssuance_Wait_\w+$/)],
  });
});

test('several of them wait for one leave', () => {
  const { types } = synthesize((stack) => {
    const shared = { group: group(stack), serviceId: SERVICE_ID };
    new IamCredentials(stack, 'one', shared);
    new IamCredentials(stack, 'two', shared);
  });
  expect(types.filter((it) => it === 'ibm_iam_authorization_policy')).toHaveLength(1);
});

test('IAM credentials render every prop', () => {
  const props = {
    secretName: 'ci',
    ttl: 3600,
    automaticRotation: false,
    waivers: { manualRotation: waiver() },
  };
  expect(synthesize((stack) => secret(stack, props)).only(TYPE)).toMatchObject({
    name: 'ci',
    ttl: '3600',
    rotation: { auto_rotate: false, interval: 30, unit: 'day' },
    waivers: [recorded('secrets/rotates')],
  });
});

test.each([
  [1, 2 * DAY],
  [30, 45 * DAY],
  [60, 90 * DAY],
  [89, 90 * DAY],
])('a key that is renewed each %p days works for %p seconds', (rotationDays, ttl) => {
  expect(synthesize((stack) => secret(stack, { rotationDays })).only(TYPE).ttl).toBe(`${ttl}`);
});

test('a number of days that only Terraform knows leaves the longest time', () => {
  const { ttl } = synthesize((stack) =>
    secret(stack, { rotationDays: '${var.days}' as unknown as number }),
  ).only(TYPE);
  expect(ttl).toBe(`${90 * DAY}`);
});

test.each<[string, Partial<IamCredentialsProps>]>([
  ['group', { group: undefined }],
  ['secretName', { secretName: 'a/b' }],
  ['serviceId', { serviceId: undefined }],
  ['serviceId', { serviceId: `iam-${SERVICE_ID}` }],
  ['ttl', { ttl: 91 * DAY }],
  ['rotationDays', { ttl: 30 * DAY }],
  ['rotationDays', { rotationDays: 90 }],
  ['automaticRotation', { automaticRotation: false }],
  ['waivers.manualRotation', { waivers: { manualRotation: waiver() } }],
])('IAM credentials are refused for their %s when it is %j', (prop, props) => {
  expect(refusalOf(() => secret(newStack(), { ...props }))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a key that ends before it is renewed is told with what to do', () => {
  expect(refusalOf(() => secret(newStack(), { ttl: DAY }))).toEqual([
    'rotationDays: got 30, expected less than the 1 days for which a key works; lower it, or give a longer ttl',
  ]);
});

test('IAM credentials hand out their id and name, and no key', () => {
  const handedOut = renderedValues((stack) => {
    const { secretId, secretName } = secret(stack);
    return { secretId, secretName };
  });
  expect(handedOut).toEqual({
    secretId: expect.stringMatching(/^\$\{ibm_sm_iam_credentials_secret\.key_\w+\.secret_id\}$/),
    secretName: expect.stringMatching(/^\$\{ibm_sm_iam_credentials_secret\.key_\w+\.name\}$/),
  });
});

test('a workload is granted their group', () => {
  expect(policiesOf(secret)).toMatchObject(READS_GROUP);
});
