import { TerraformResource, TerraformStack } from 'cdktf';
import {
  ServiceAuthorization,
  ServiceAuthorizationProps,
} from '../../../lib/constructs/access/service-authorization';
import { refusalOf } from '../../kit/refusal';
import { newStack, synthesize } from '../../kit/synth';

const ONE = '01234567-89ab-cdef-0123-456789abcdef';
const OTHER = 'fedcba98-89ab-cdef-0123-456789abcdef';

const authorization = (stack: TerraformStack, props: Partial<ServiceAuthorizationProps> = {}) =>
  new ServiceAuthorization(stack, 'notify', {
    source: { service: 'secrets-manager', instanceId: ONE },
    target: { service: 'event-notifications', instanceId: OTHER },
    roles: ['Event Source Manager'],
    ...props,
  });
const refused = (props: Partial<ServiceAuthorizationProps>) =>
  refusalOf(() => authorization(newStack(), props));

test('an authorization is from one instance to another one, and waits', () => {
  const synthesized = synthesize((stack) => authorization(stack));
  expect(synthesized.types).toEqual(['ibm_iam_authorization_policy', 'terraform_data']);
  expect(synthesized.only('ibm_iam_authorization_policy')).toEqual({
    description: 'secrets-manager calls event-notifications',
    source_service_name: 'secrets-manager',
    source_resource_instance_id: ONE,
    target_service_name: 'event-notifications',
    target_resource_instance_id: OTHER,
    roles: ['Event Source Manager'],
  });
  expect(synthesized.only('terraform_data')).toEqual({
    triggers_replace: [
      expect.stringMatching(/^\$\{ibm_iam_authorization_policy\.notify_\w+\.id\}$/),
      'Event Source Manager',
    ],
    provisioner: [{ 'local-exec': { command: 'sleep 30' } }],
  });
});

test('an authorization may be for a service that an account has once', () => {
  const policy = synthesize((stack) =>
    authorization(stack, { target: { service: 'iam-identity' }, roles: ['Operator'] }),
  ).only('ibm_iam_authorization_policy');
  expect(policy).toMatchObject({ target_service_name: 'iam-identity', roles: ['Operator'] });
  expect(policy).not.toHaveProperty('target_resource_instance_id');
});

test('what needs it depends on the wait', () => {
  const { json } = synthesize((stack) => {
    const { effective } = authorization(stack);
    new TerraformResource(stack, 'later', {
      terraformResourceType: 'terraform_data',
      dependsOn: [effective],
    });
  });
  expect(json.resource.terraform_data.later.depends_on).toEqual([
    expect.stringMatching(/^terraform_data\.notify_Wait_\w+$/),
  ]);
});

test.each<[string, Partial<ServiceAuthorizationProps>]>([
  ['source.service', { source: {} as { service: string; instanceId: string } }],
  ['source.instanceId', { source: { service: 'secrets-manager' } }],
  ['source.instanceId', { source: { service: 'secrets-manager', instanceId: '*' } }],
  ['target.instanceId', { target: { service: 'event-notifications', instanceId: 'mine' } }],
  ['roles.0', { roles: ['event source manager'] }],
  ['roles', { roles: [] }],
])('an authorization is refused for its %s when it is %j', (prop, props) => {
  const [first] = refused(props);
  expect(first).toMatch(new RegExp(`^${prop}: got `));
});

test('an instance of a service that has none is refused, because it would narrow nothing', () => {
  const target = { service: 'iam-identity', instanceId: OTHER };
  expect(refused({ target, roles: ['Operator'] })).toEqual([
    expect.stringContaining('expected none, because an account has iam-identity once'),
  ]);
});

test('an authorization without ends is refused with all that is missing', () => {
  const nothing = { source: undefined, target: undefined } as unknown as ServiceAuthorizationProps;
  expect(refused(nothing).map((line) => line.split(':')[0])).toEqual([
    'source.service',
    'source.instanceId',
    'target.service',
    'target.instanceId',
  ]);
});
