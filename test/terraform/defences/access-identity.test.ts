/** Each trap that identities and authorizations name, and the constructs walking past it. */
import { TerraformStack } from 'cdktf';
import { CodeEngineApp } from '../../../lib/.gen/providers/ibm/code-engine-app';
import { ServiceAuthorization } from '../../../lib/constructs/access/service-authorization';
import { WorkloadIdentity } from '../../../lib/constructs/access/workload-identity';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { image, project, withProvider } from '../../kit/samples';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const APP = 'ibm_code_engine_app';
const LINK = 'ibm_iam_trusted_profile_link';
const POLICY = 'ibm_iam_trusted_profile_policy';
const AUTHORIZATION = 'ibm_iam_authorization_policy';
const WAIT = /terraform_data\.notify_Wait_\w+ must be replaced/;
const ONE = '01234567-89ab-cdef-0123-456789abcdef';
const OTHER = 'fedcba98-89ab-cdef-0123-456789abcdef';

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const app = (stack: TerraformStack, appName = 'web') =>
    new SecureApp(stack, 'web', { project: project(stack), image: image(), appName });
  const allowed =
    (roles: string[], instanceId = ONE) =>
    (stack: TerraformStack) =>
      WorkloadIdentity.of(app(stack)).allow('policy', { service: 'kms', roles, instanceId });
  const authorized =
    (...roles: string[]) =>
    (stack: TerraformStack) =>
      void new ServiceAuthorization(stack, 'notify', {
        source: { service: 'codeengine', instanceId: ONE },
        target: { service: 'kms', instanceId: OTHER },
        roles,
      });

  test('of a link that cannot be changed: it is made anew', async () => {
    expectTrap('iam/trusted-profile-link-change-fails');
    const named = (name: string) => (stack: TerraformStack) =>
      void WorkloadIdentity.of(app(stack, name));
    await it.deploy(named('web'));
    expect(await it.change(named('shop'))).toMatch(
      /ibm_iam_trusted_profile_link\.\w+ will be replaced due to changes in replace_triggered_by/,
    );
    expect(it.inCloud(LINK)).toMatchObject({ link: [{ component_name: 'shop' }] });
    await it.converged();
  });

  test('of a link to another kind of compute resource', async () => {
    expectTrap('iam/compute-resource-type-is-unchecked');
    await it.deploy((stack) => void WorkloadIdentity.of(app(stack)));
    expect(it.inCloud(LINK)).toMatchObject({
      cr_type: 'CE',
      link: [{ component_type: 'application', component_name: 'web' }],
    });
  });

  test('of roles by another name, or by none', async () => {
    expectTrap('iam/role-names-are-checked-only-at-apply');
    expectTrap('iam/empty-roles-pass-validate');
    await it.deploy(allowed(['Reader']));
    expect(it.inCloud(POLICY).roles).toEqual(['Reader']);
    for (const roles of [['reader'], []]) {
      expect(refusalOf(() => withProvider(allowed(roles)))).toHaveLength(1);
      expect(refusalOf(() => withProvider(authorized(...roles)))).toHaveLength(1);
    }
  });

  test('of roles in another order', async () => {
    expectTrap('iam/reordered-roles-are-an-update');
    const both = (roles: string[]) => (stack: TerraformStack) => {
      allowed(roles)(stack);
      authorized(...roles)(stack);
    };
    await it.deploy(both(['Writer', 'Reader']));
    await it.define(both(['Reader', 'Writer']));
    await it.converged();
  });

  test('of a policy for everything', async () => {
    expectTrap('iam/policy-without-resources-covers-all-services');
    expectTrap('iam/account-management-covers-all-platform-services');
    await it.deploy(allowed(['Reader']));
    expect(it.inCloud(POLICY).account_management).not.toBe(true);
    expect(it.inCloud(POLICY)).toMatchObject({
      resources: [{ service: 'kms', resource_instance_id: ONE }],
    });
    for (const instance of ['*', '', undefined as unknown as string]) {
      const defined = (stack: TerraformStack) =>
        WorkloadIdentity.of(app(stack)).allow('policy', {
          service: 'kms',
          roles: ['Reader'],
          instanceId: instance,
        });
      expect(refusalOf(() => withProvider(defined))).toHaveLength(1);
    }
  });

  test('of a description that is not sent: it changes with nothing but the policy', async () => {
    expectTrap('iam/authorization-policy-description-change-is-not-sent');
    await it.deploy(authorized('Reader'));
    const { description } = it.inCloud(AUTHORIZATION);
    expect(await it.change(authorized('Reader', 'Writer'))).toMatch(WAIT);
    expect(it.inCloud(AUTHORIZATION)).toMatchObject({ description, roles: ['Reader', 'Writer'] });
    await it.converged();
  });
});

describeOffline('the token of a workload', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('is off, and on as soon as something is granted', async () => {
    const night = (stack: TerraformStack) =>
      new SecureJob(stack, 'night', { project: project(stack), image: image() });
    await it.deploy((stack) => void night(stack));
    expect(it.inCloud('ibm_code_engine_job').run_compute_resource_token_enabled).toBe(false);
    await it.change((stack) => void WorkloadIdentity.of(night(stack)));
    expect(it.inCloud('ibm_code_engine_job').run_compute_resource_token_enabled).toBe(true);
    await it.converged();
  });

  const PROJECT = `crn:v1:bluemix:public:codeengine:eu-de:a/0123:${ONE}::`;
  const existing = (stack: TerraformStack) =>
    void WorkloadIdentity.of(
      SecureApp.fromAppName(stack, 'shop', {
        project: CodeEngineProject.fromCrn(PROJECT),
        appName: 'shop',
      }),
    );
  const made = (computeResourceToken: boolean) => (stack: TerraformStack) =>
    void new SecureApp(stack, 'shop', {
      project: CodeEngineProject.fromCrn(PROJECT),
      image: image(),
      computeResourceToken,
    });

  test.each([
    [true, 0, ''],
    [false, 1, 'cannot act as its trusted profile'],
  ])('of an app that exists has to be on: %p', async (token, code, said) => {
    const other = new Defence();
    try {
      await other.deploy(made(token));
      await it.prepare(existing, { cloud: other.workspace.cloud });
      const result = await it.workspace.terraform('apply', '-no-color', '-auto-approve');
      expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(said)]);
    } finally {
      await other.close();
    }
  });

  test('is on in the service for an app that is told the id of its profile', async () => {
    await it.deploy((stack) => {
      const web = new SecureApp(stack, 'web', { project: project(stack), image: image() });
      const { profileId } = WorkloadIdentity.of(web);
      const told = [{ type: 'literal', name: 'PROFILE_ID', value: profileId }];
      (web.node.defaultChild as CodeEngineApp).addOverride('run_env_variables', told);
    });
    expect(it.inCloud(APP).run_compute_resource_token_enabled).toBe(true);
    expect(it.inCloud(APP).run_env_variables).toMatchObject([
      { value: it.inCloud('ibm_iam_trusted_profile').profile_id },
    ]);
    await it.converged();
  });
});
