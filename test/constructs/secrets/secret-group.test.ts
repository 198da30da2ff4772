import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { SecretGroup, SecretGroupProps } from '../../../lib/constructs/secrets/secret-group';
import { refusalOf } from '../../kit/refusal';
import { GROUP_ID, READS_GROUP, STORE_ID, group, job, store } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const own = (stack: TerraformStack, props: Partial<SecretGroupProps> = {}) =>
  new SecretGroup(stack, 'shop', { store: store(stack), ...props });

test('a group is rendered with the region and the endpoint of its store', () => {
  const synthesized = synthesize((stack) => own(stack));
  expect(synthesized.types).toEqual(['ibm_sm_secret_group']);
  expect(synthesized.only('ibm_sm_secret_group')).toEqual({
    instance_id: STORE_ID,
    region: 'eu-de',
    endpoint_type: 'private',
    name: 'test-shop',
  });
});

test('a group renders every prop', () => {
  const props = { groupName: 'shop.prod', description: 'secrets of the shop' };
  expect(synthesize((stack) => own(stack, props)).only('ibm_sm_secret_group')).toMatchObject({
    name: 'shop.prod',
    description: 'secrets of the shop',
  });
});

test.each<[string, Partial<SecretGroupProps>]>([
  ['store', { store: undefined }],
  ['groupName', { groupName: 'a' }],
  ['groupName', { groupName: '-shop' }],
  ['groupName', { groupName: 'a'.repeat(65) }],
  ['description', { description: 'a'.repeat(1025) }],
])('a group is refused for its %s', (prop, props) => {
  expect(refusalOf(() => own(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a group hands out its id, its name and its store', () => {
  const handedOut = renderedValues((stack) => {
    const { secretGroupId, groupName, store: its } = own(stack);
    return { secretGroupId, groupName, instanceId: its.instanceId };
  });
  expect(handedOut).toEqual({
    secretGroupId: expect.stringMatching(/^\$\{ibm_sm_secret_group\.shop_\w+\.secret_group_id\}$/),
    groupName: expect.stringMatching(/^\$\{ibm_sm_secret_group\.shop_\w+\.name\}$/),
    instanceId: STORE_ID,
  });
});

test('a workload is granted to read a group that exists, and no other', () => {
  const policy = synthesize((stack) => group(stack).grantRead(job(stack))).only(
    'ibm_iam_trusted_profile_policy',
  );
  expect(policy).toMatchObject(READS_GROUP);
});

test('a workload is granted each of several groups, whatever they are called', () => {
  const { json } = synthesize((stack) => {
    const workload = job(stack);
    const secrets = store(stack);
    for (const id of ['one', 'two']) {
      const scope = new Construct(stack, id);
      new SecretGroup(scope, 'shop', { store: secrets }).grantRead(workload);
    }
  });
  expect(Object.keys(json.resource.ibm_iam_trusted_profile_policy as object)).toHaveLength(2);
});

test.each([['shop'], [''], [undefined as unknown as string]])(
  'a group that exists is not known by %p',
  (secretGroupId) => {
    const stack = newStack();
    const define = () =>
      SecretGroup.fromSecretGroupId(stack, 'group', { store: store(stack), secretGroupId });
    expect(refusalOf(define)).toEqual([expect.stringMatching(/^secretGroupId: got /)]);
  },
);

test('a group that exists is the one of its id, or the one that is always there', () => {
  expect(group(newStack()).secretGroupId).toBe(GROUP_ID);
  const stack = newStack();
  const first = { store: store(stack), secretGroupId: 'default' };
  expect(SecretGroup.fromSecretGroupId(stack, 'group', first).secretGroupId).toBe('default');
});
