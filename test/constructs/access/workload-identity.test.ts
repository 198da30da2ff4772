import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  WorkloadIdentity,
  WorkloadIdentityProps,
} from '../../../lib/constructs/access/workload-identity';
import {
  CodeEngineProject,
  ICodeEngineProject,
} from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { IWorkload } from '../../../lib/constructs/workloads/workload';
import { GRANTS } from '../../../lib/facts/grants';
import { messageOf, refusalOf } from '../../kit/refusal';
import { image, project } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const INSTANCE = '01234567-89ab-cdef-0123-456789abcdef';
const CRN = `crn:v1:bluemix:public:codeengine:eu-de:a/0123:${INSTANCE}::`;

const app = (stack: TerraformStack) =>
  new SecureApp(stack, 'web', { project: project(stack), image: image() });
const identity = (
  stack: TerraformStack,
  { workload = app(stack), ...props }: Partial<WorkloadIdentityProps> = {},
) => new WorkloadIdentity(stack, 'identity', { workload, ...props });

describe('a WorkloadIdentity renders its defaults', () => {
  const rendered = () => synthesize((stack) => identity(stack));

  test('as a profile, its link and what replaces that, beside the workload', () => {
    expect(rendered().types).toEqual([
      'data.ibm_code_engine_app', // the gate of the app
      'ibm_code_engine_app', // the app
      'ibm_code_engine_project', // its project
      'ibm_iam_trusted_profile', // the identity
      'ibm_iam_trusted_profile_link', // who may act as it
      'terraform_data', // what replaces the app with its kind of probe
      'terraform_data', // what replaces the link
    ]);
  });

  test('linked to this one app of this one project', () => {
    const link = rendered().only('ibm_iam_trusted_profile_link');
    expect(link).toMatchObject({
      cr_type: 'CE',
      profile_id: expect.stringMatching(
        /^\$\{ibm_iam_trusted_profile\.identity_\w+\.profile_id\}$/,
      ),
      link: {
        component_type: 'application',
        component_name: expect.stringMatching(/^\$\{ibm_code_engine_app\.web_\w+\.name\}$/),
        crn: expect.stringMatching(/^\$\{ibm_code_engine_project\.\w+\.crn\}$/),
      },
      lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\./)] },
    });
  });

  test('with the name of its stack before its own', () => {
    expect(rendered().only('ibm_iam_trusted_profile').name).toBe('test-identity');
  });

  test('and switches the token of the workload on', () => {
    const synthesized = rendered();
    expect(synthesized.only('ibm_code_engine_app').run_compute_resource_token_enabled).toBe(true);
    const { postcondition } = synthesized.only('data.ibm_code_engine_app').lifecycle;
    expect(postcondition).toEqual([
      expect.objectContaining({ condition: '${self.status != "failed"}' }),
    ]);
  });
});

test('a workload has one identity, which is made when it is first asked for', () => {
  const { types } = synthesize((stack) => {
    const web = app(stack);
    expect(WorkloadIdentity.of(web)).toBe(WorkloadIdentity.of(web));
    expect(WorkloadIdentity.of(web).node.path).toBe('test/web/Identity');
  });
  expect(types.filter((it) => it === 'ibm_iam_trusted_profile')).toHaveLength(1);
});

test('the identity that a workload has is the one that is granted to', () => {
  synthesize((stack) => {
    const web = app(stack);
    const made = new WorkloadIdentity(stack, 'own', { workload: web, profileName: 'web: prod' });
    expect(WorkloadIdentity.of(web)).toBe(made);
  });
});

test('an identity is allowed one resource of one instance', () => {
  const policy = synthesize((stack) =>
    identity(stack).allow('secrets', {
      service: 'secrets-manager',
      roles: ['SecretsReader'],
      instanceId: INSTANCE,
      resourceType: 'secret-group',
      resource: 'group',
    }),
  ).only('ibm_iam_trusted_profile_policy');
  expect(policy).toEqual({
    iam_id: expect.stringMatching(/^\$\{ibm_iam_trusted_profile\.identity_\w+\.iam_id\}$/),
    roles: ['SecretsReader'],
    resources: {
      service: 'secrets-manager',
      resource_instance_id: INSTANCE,
      resource_type: 'secret-group',
      resource: 'group',
    },
  });
});

test('what a verb gives is given once for each thing, whatever these are called', () => {
  const { types } = synthesize((stack) => {
    const own = identity(stack);
    const [a, b] = ['a', 'b'].map((id) => new Construct(new Construct(stack, id), 'group'));
    for (const target of [a, b, a]) {
      own._grant(target, GRANTS.readGroup, { instanceId: INSTANCE, resource: target.node.path });
    }
  });
  expect(types.filter((it) => it === 'ibm_iam_trusted_profile_policy')).toHaveLength(2);
});

test('an identity may be that of a job of a project that exists', () => {
  const synthesized = synthesize((stack) => {
    const workload = new SecureJob(stack, 'night', {
      project: CodeEngineProject.fromCrn(CRN),
      image: image(),
    });
    identity(stack, { workload });
  });
  expect(synthesized.only('ibm_iam_trusted_profile_link').link).toEqual({
    crn: CRN,
    component_type: 'job',
    component_name: expect.stringMatching(/^\$\{ibm_code_engine_job\.night_\w+\.name\}$/),
  });
});

test('an identity of an app that exists holds it to have a token', () => {
  const synthesized = synthesize((stack) => {
    const workload = SecureApp.fromAppName(stack, 'web', {
      project: project(stack),
      appName: 'web',
    });
    identity(stack, { workload });
  });
  expect(synthesized.only('data.ibm_code_engine_app').lifecycle.postcondition).toEqual([
    expect.objectContaining({
      condition: '${self.run_compute_resource_token_enabled == true}',
    }),
  ]);
});

describe('a WorkloadIdentity is refused', () => {
  test('for what is no workload', () => {
    const workload = 'web' as unknown as IWorkload;
    const expected = /^workload: got another string, expected a SecureApp/;
    expect(refusalOf(() => identity(newStack(), { workload }))).toEqual([
      expect.stringMatching(expected),
    ]);
    expect(refusalOf(() => WorkloadIdentity.of(workload))).toEqual([
      expect.stringMatching(expected),
    ]);
  });

  test('for a name that IAM does not take', () => {
    expect(refusalOf(() => identity(newStack(), { profileName: 'a/b' }))).toEqual([
      expect.stringMatching(/^profileName: got "a\/b"/),
    ]);
  });

  test('for a workload that has one', () => {
    const stack = newStack();
    const workload = app(stack);
    new WorkloadIdentity(stack, 'first', { workload });
    expect(refusalOf(() => new WorkloadIdentity(stack, 'second', { workload }))).toEqual([
      'workload: got a workload that has an identity, expected one that has none yet; use WorkloadIdentity.of',
    ]);
  });

  test('for a workload of a project without a name', () => {
    const nameless = { projectId: INSTANCE } as ICodeEngineProject;
    const night = new SecureJob(newStack(), 'night', { project: nameless, image: image() });
    expect(messageOf(() => WorkloadIdentity.of(night))).toMatch(
      /^WorkloadIdentity 'test\/night\/Identity' cannot[^]*workload\.project\.crn: got nothing/,
    );
  });
});

test('what it is to be allowed is refused with all that is wrong with it', () => {
  const refused = refusalOf(() =>
    identity(newStack()).allow('x', { service: 'kms', roles: ['writer'], resource: 'key' }),
  );
  expect(refused).toEqual([
    expect.stringMatching(/^roles\.0: got "writer".*did you mean "Writer"\?$/),
    expect.stringMatching(/^instanceId: got nothing/),
    expect.stringMatching(/^resourceType: got nothing/),
  ]);
  const service = undefined as unknown as string;
  expect(
    refusalOf(() =>
      identity(newStack()).allow('x', { service, roles: ['a'], instanceId: INSTANCE }),
    ),
  ).toEqual([expect.stringMatching(/^service: got nothing/)]);
});

test('a WorkloadIdentity hands out ids and name of the profile as the resource knows them', () => {
  const handedOut = renderedValues((stack) => {
    const { profileId, iamId, profileName } = identity(stack, { profileName: 'web' });
    return { profileId, iamId, profileName };
  });
  const attribute = (name: string) =>
    expect.stringMatching(
      new RegExp(`^\\$\\{ibm_iam_trusted_profile\\.identity_\\w+\\.${name}\\}$`),
    );
  expect(handedOut).toEqual({
    profileId: attribute('profile_id'),
    iamId: attribute('iam_id'),
    profileName: attribute('name'),
  });
});
