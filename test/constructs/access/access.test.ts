import { access } from '../../../lib/constructs/access/access';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';

test('roles are those of the service, as IAM spells them', () => {
  expect(access.problemsInRoles('secrets-manager', ['Reader', 'SecretsReader'])).toEqual([]);
  expect(access.problemsInRoles('secrets-manager', ['reader', 'Boss'])).toEqual([
    expect.objectContaining({ prop: 'roles.0', remedy: 'did you mean "Reader"?' }),
    expect.objectContaining({ prop: 'roles.1', remedy: undefined }),
  ]);
});

test('roles of a service that nobody listed are not judged', () => {
  expect(access.problemsInRoles('new-service', ['Anything'])).toEqual([]);
});

test('roles that only Terraform knows are not judged', () => {
  expect(access.problemsInRoles('codeengine', ['${var.role}'])).toEqual([]);
});

test.each([[[]], [undefined as unknown as string[]]])('no role is none: %p', (roles) => {
  expect(access.problemsInRoles('codeengine', roles)).toEqual([
    { prop: 'roles', got: 'nothing', expected: 'at least one role' },
  ]);
});

test.each([
  [GUID, 0],
  ['${var.instance}', 0],
  ['*', 1],
  ['', 1],
  ['my-instance', 1],
  [`crn:v1:bluemix:public:kms:us-south:a/0:${GUID}::`, 1],
  [undefined, 1],
  [null as unknown as string, 1],
])('an instance is one, by its id: %p', (instanceId, count) => {
  expect(access.problemsInInstance('instanceId', 'kms', instanceId)).toHaveLength(count);
});

test('a service that an account has once has no instance to name', () => {
  expect(access.problemsInInstance('instanceId', 'iam-identity', undefined)).toEqual([]);
  expect(access.problemsInInstance('instanceId', 'iam-identity', GUID)).toHaveLength(1);
});

test('a policy has its roles sorted, each once, and only what narrows it', () => {
  const scope = { service: 'kms', roles: ['Writer', 'Reader', 'Writer'], instanceId: GUID };
  expect(access.policyOf(scope)).toEqual({
    roles: ['Reader', 'Writer'],
    resources: { service: 'kms', resourceInstanceId: GUID },
  });
});
