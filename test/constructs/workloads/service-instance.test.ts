import { serviceInstance } from '../../../lib/constructs/workloads/service-instance';
import { RESOURCE_GROUP_ID } from '../../kit/samples';
import { synthesize } from '../../kit/synth';

const CONFIG = {
  instanceName: 'Secrets: prod',
  resourceGroupId: RESOURCE_GROUP_ID,
  region: 'eu-de',
  plan: 'standard',
  deletionProtection: true,
};
const problems = (config: Partial<typeof CONFIG>) =>
  serviceInstance.problemsIn('secrets-manager', { ...CONFIG, ...config }).map(({ prop }) => prop);

test('an instance has its parameters written out, its time, its protection, and no tags', () => {
  const instance = synthesize((stack) =>
    serviceInstance.define(stack, 'secrets-manager', CONFIG, { allowed_network: 'private-only' }),
  ).only('ibm_resource_instance');
  expect(instance).toEqual({
    name: 'Secrets: prod',
    service: 'secrets-manager',
    plan: 'standard',
    location: 'eu-de',
    resource_group_id: RESOURCE_GROUP_ID,
    parameters: { allowed_network: 'private-only' },
    timeouts: { create: '30m' },
    lifecycle: { prevent_destroy: true },
  });
});

test.each([
  [[], {}],
  [[], { region: '${var.region}', plan: '${var.plan}' }],
  [['region'], { region: 'eu-nowhere' }],
  [['region'], { region: undefined }],
  [['plan'], { plan: 'lite' }],
  [['resourceGroupId'], { resourceGroupId: undefined }],
  [['resourceGroupId'], { resourceGroupId: 'default' }],
  [['instanceName'], { instanceName: 'a/b' }],
  [['instanceName'], { instanceName: 'a'.repeat(181) }],
])('problems in %j of %j', (props, config) => {
  expect(problems(config as Partial<typeof CONFIG>)).toEqual(props);
});

test('a region that is newer than the list has a way in', () => {
  const [problem] = serviceInstance.problemsIn('secrets-manager', { ...CONFIG, region: 'eu-new' });
  expect(problem.remedy).toContain('as a variable');
});
