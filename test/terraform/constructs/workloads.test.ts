/** Every construct, minimal and full, through real Terraform; and what the constructs promise of plans. */
import { TerraformOutput, TerraformStack } from 'cdktf';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { ConfigMap } from '../../../lib/constructs/workloads/config-map';
import { ContainerSize } from '../../../lib/constructs/workloads/container-size';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { FunctionSize } from '../../../lib/constructs/workloads/function-size';
import { Mount } from '../../../lib/constructs/workloads/mount';
import { Probe } from '../../../lib/constructs/workloads/probe';
import { SecureApp, SecureAppProps } from '../../../lib/constructs/workloads/secure-app';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { ServiceAccount } from '../../../lib/facts/roles';
import { RunMode } from '../../../lib/facts/run-mode';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { Visibility } from '../../../lib/facts/visibility';
import { DIGEST, RESOURCE_GROUP_ID, image, project, waiver, withProvider } from '../../kit/samples';
import { takesThroughLife } from '../../kit/life';
import { expectTrap } from '../../kit/traps';
import { describeOffline, Workspace } from '../../kit/terraform';

const FULL_APP: Partial<SecureAppProps> = {
  appName: 'shop',
  image: Image.fromRegistry('private.us.icr.io/shop/web', {
    pullSecret: AppSecret.fromSecretName('icr-pull'),
  }).tag('1.2', waiver()),
  visibility: Visibility.PUBLIC,
  port: 3000,
  size: ContainerSize.of(0.125, 0.25),
  command: ['node'],
  arguments: ['server.js'],
  readiness: Probe.http('/ready'),
  liveness: Probe.http('/healthz', { port: 3001 }),
  minInstances: 1,
  maxInstances: 5,
  initialInstances: 2,
  concurrency: 50,
  concurrencyTarget: 40,
  requestTimeout: 30,
  scaleDownDelay: 60,
  runAsUser: 0,
  serviceAccount: ServiceAccount.READER,
  computeResourceToken: true,
  waivers: { publicEndpoint: waiver(), rootUser: waiver(), serviceAccount: waiver() },
};

const CASES: Record<string, (stack: TerraformStack) => void> = {
  'a minimal CodeEngineProject': (stack) => void project(stack),
  'a full CodeEngineProject': (stack) =>
    void new CodeEngineProject(stack, 'project', {
      projectName: 'Shop: test',
      resourceGroupId: RESOURCE_GROUP_ID,
      deletionProtection: false,
      waivers: { deletionProtection: waiver() },
    }),
  'a minimal SecureApp': (stack) =>
    void new SecureApp(stack, 'web', { project: project(stack), image: image() }),
  'a ConfigMap': (stack) =>
    void new ConfigMap(stack, 'settings', {
      project: project(stack),
      data: { MODE: 'prod', 'app.conf': 'listen 8080;' },
    }),
  'mounts of both kinds': (stack) => {
    const inProject = { project: project(stack) };
    const data = SecretData.generic({ TOKEN: SecretValue.fromVariable(stack, 'token') });
    const secret = new AppSecret(stack, 'secret', { ...inProject, data });
    const settings = new ConfigMap(stack, 'settings', { ...inProject, data: { MODE: 'prod' } });
    const mounts = {
      '/etc/secret': Mount.fromSecret(secret),
      '/etc/settings': Mount.fromConfigMap(settings),
    };
    const environment = { MODE: EnvValue.fromConfigMap(settings, 'MODE') };
    new SecureApp(stack, 'web', { ...inProject, image: image(), mounts, environment });
    new SecureJob(stack, 'night', { ...inProject, image: image(), mounts, environment });
  },
  'a minimal SecureFunction': (stack) =>
    void new SecureFunction(stack, 'hello', {
      project: project(stack),
      runtime: FunctionRuntime.NODEJS_24,
      code: FunctionCode.inline('function main({ name }) { return { body: `hello ${name}` }; }'),
    }),
  'a full SecureFunction': (stack) =>
    void new SecureFunction(stack, 'hello', {
      project: project(stack),
      runtime: FunctionRuntime.PYTHON_3_13,
      code: FunctionCode.fromImage(image()),
      functionName: 'greeting',
      main: 'greet',
      visibility: Visibility.PUBLIC,
      size: FunctionSize.LARGE,
      environment: { MODE: EnvValue.literal('prod') },
      concurrency: 10,
      maxExecutionTime: 30,
      scaleDownDelay: 10,
      computeResourceToken: true,
      waivers: { publicEndpoint: waiver() },
    }),
  'a minimal SecureJob': (stack) =>
    void new SecureJob(stack, 'night', { project: project(stack), image: image() }),
  'a full SecureJob': (stack) =>
    void new SecureJob(stack, 'night', {
      project: project(stack),
      image: image(),
      jobName: 'nightly',
      arrayIndices: '0-4,9',
      maxExecutionTime: 60,
      retryLimit: 1,
      size: ContainerSize.of(0.125, 0.25),
      command: ['node'],
      arguments: ['night.js'],
      runAsUser: 0,
      serviceAccount: ServiceAccount.READER,
      computeResourceToken: true,
      waivers: { rootUser: waiver(), serviceAccount: waiver() },
    }),
  'a SecureJob that goes on': (stack) =>
    void new SecureJob(stack, 'daemon', {
      project: project(stack),
      image: image(),
      runMode: RunMode.DAEMON,
    }),
  'a full SecureApp': (stack) =>
    void new SecureApp(stack, 'web', {
      project: project(stack),
      image: image(),
      ...FULL_APP,
      environment: {
        MODE: EnvValue.literal('prod'),
        TOKEN: EnvValue.fromSecret(AppSecret.fromSecretName('database'), 'password'),
      },
    }),
};

takesThroughLife(CASES);

describeOffline('a deployed app', () => {
  let workspace: Workspace;
  afterEach(() => workspace.close());

  const stackOf = (props: Partial<SecureAppProps> = {}) =>
    withProvider((stack) => {
      const app = new SecureApp(stack, 'web', {
        project: project(stack),
        image: image(),
        ...props,
      });
      new TerraformOutput(stack, 'url', { value: app.url });
    });
  // the test provider cannot start an image of this name.
  const broken = Image.fromRegistry('private.us.icr.io/shop/does-not-start').digest(DIGEST);
  const deploy = async (props: Partial<SecureAppProps> = {}) => {
    await workspace.replace(stackOf(props));
    return workspace.terraform('apply', '-no-color', '-auto-approve');
  };

  beforeEach(async () => {
    workspace = await Workspace.open(stackOf());
    await workspace.must('init', ['init']);
    await workspace.must('apply', ['apply', '-auto-approve']);
  });

  test('does not let a revision pass that failed, and lets the cure pass', async () => {
    expectTrap('code-engine/failing-update-reports-success');
    expectTrap('code-engine/status-postcondition-locks-out-the-cure');
    const failed = await deploy({ image: broken });
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain('The app web could not be rolled out');
    // whoever only plans again is told too.
    expect((await workspace.terraform('plan', '-no-color')).code).toBe(1);
    const cured = await deploy();
    expect(cured.stderr).toBe('');
    expect(cured.code).toBe(0);
  });

  test('does not let a token pass that the service left on', async () => {
    expectTrap('code-engine/false-compute-token-is-never-sent-on-create');
    const put = workspace.cloud.put.bind(workspace.cloud);
    workspace.cloud.put = (type, id, value) =>
      put(type, id, { ...value, run_compute_resource_token_enabled: true });
    const { code, stderr } = await deploy({ maxInstances: 3 });
    expect(code).toBe(1);
    expect(stderr).toContain('was left with a compute resource token');
  });

  test('is changed in place by every prop but its name and the kind of its readiness probe', async () => {
    const readiness = Probe.tcp({ interval: 5 });
    await workspace.replace(stackOf({ ...FULL_APP, appName: 'web', readiness }));
    const { stdout } = await workspace.must('plan', ['plan', '-no-color']);
    expect(stdout).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    await workspace.must('apply', ['apply', '-auto-approve']);
    await workspace.must('plan', ['plan', '-detailed-exitcode']);
  });

  test('keeps its project, whatever is asked', async () => {
    const { code, stderr } = await workspace.terraform('destroy', '-no-color', '-auto-approve');
    expect(code).toBe(1);
    expect(stderr).toContain('prevent_destroy');
    expect(workspace.cloud.list('ibm_code_engine_project')).toHaveLength(1);
  });
});
