import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { StoredSecretProps, storedSecret } from '../../../lib/constructs/secrets/stored-secret';
import { withDefaults } from '../../../lib/core';
import { GROUP_ID, STORE_ID, group } from '../../kit/samples-secrets';
import { newStack } from '../../kit/synth';

const settled = (props: Partial<StoredSecretProps> = {}, stack: TerraformStack = newStack()) =>
  withDefaults(
    { group: group(stack), ...props } as StoredSecretProps,
    storedSecret.defaultsOf(new Construct(stack, 'Database')),
  );
const problems = (props: Partial<StoredSecretProps>) =>
  storedSecret.problemsIn(settled(props)).map(({ prop }) => prop);

test('what every secret has is rendered, the labels too when there are none', () => {
  expect(storedSecret.terraformOf(settled())).toEqual({
    instanceId: STORE_ID,
    region: 'eu-de',
    endpointType: 'private',
    secretGroupId: GROUP_ID,
    name: 'test-database',
    description: undefined,
    labels: [],
  });
});

test.each<[string[], Partial<StoredSecretProps>]>([
  [[], { secretName: 'Data_Base-1.x', description: 'of the shop', labels: ['two words'] }],
  [[], { secretName: '${var.name}' }],
  [['secretName'], { secretName: 'a/b' }],
  [['secretName'], { secretName: 'a' }],
  [['secretName'], { secretName: 'ab-' }],
  [['secretName'], { secretName: 'a'.repeat(257) }],
  [['description'], { description: 'a'.repeat(1025) }],
  [['labels'], { labels: Array<string>(31).fill('label') }],
  [['labels.1'], { labels: ['right', 'a:b'] }],
  [['labels.0'], { labels: ['a'.repeat(31)] }],
])('problems in %j of %j', (props, given) => {
  expect(problems(given)).toEqual(props);
});

test('what is no group is told', () => {
  const config = { ...settled(), group: undefined as unknown as StoredSecretProps['group'] };
  expect(storedSecret.problemsIn(config)).toEqual([
    { prop: 'group', got: 'nothing', expected: 'a SecretGroup' },
  ]);
});
