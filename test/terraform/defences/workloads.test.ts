/** Each trap that a construct names, and the construct walking past it. */
import { TerraformOutput, TerraformStack } from 'cdktf';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { Image } from '../../../lib/constructs/images/image';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { Mount } from '../../../lib/constructs/workloads/mount';
import { Probe } from '../../../lib/constructs/workloads/probe';
import { SecureApp, SecureAppProps } from '../../../lib/constructs/workloads/secure-app';
import {
  SecureFunction,
  SecureFunctionProps,
} from '../../../lib/constructs/workloads/secure-function';
import { SecureJob, SecureJobProps } from '../../../lib/constructs/workloads/secure-job';
import { RunMode } from '../../../lib/facts/run-mode';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { Visibility } from '../../../lib/facts/visibility';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { DIGEST, RESOURCE_GROUP_ID, image, project, waiver, withProvider } from '../../kit/samples';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const APP = 'ibm_code_engine_app';
const JOB = 'ibm_code_engine_job';

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const app = (props: Partial<SecureAppProps>) => (stack: TerraformStack) => {
    const { url } = new SecureApp(stack, 'web', {
      project: project(stack),
      image: image(),
      ...props,
    });
    new TerraformOutput(stack, 'url', { value: url });
  };
  test('of a target above the concurrency', async () => {
    expectTrap('code-engine/app-concurrency-target-defaults-to-100');
    await it.deploy(app({ concurrency: 10 }));
    expect(it.inCloud(APP)).toMatchObject({ scale_concurrency: 10, scale_concurrency_target: 8 });
    await it.converged();
  });

  test('of zeros that are lost when it is made', async () => {
    expectTrap('code-engine/app-zero-is-dropped-on-create');
    const waivers = { rootUser: waiver() };
    await it.deploy(app({ minInstances: 0, scaleDownDelay: 0, runAsUser: 0, waivers }));
    expect(it.inCloud(APP)).toMatchObject({ scale_min_instances: 0, scale_down_delay: 0 });
    await it.converged();
  });

  test('of zeros that are lost when it is changed', async () => {
    expectTrap('code-engine/app-zero-is-sent-as-null-on-update');
    await it.deploy(app({ minInstances: 1, scaleDownDelay: 60 }));
    const waivers = { rootUser: waiver() };
    await it.change(app({ minInstances: 0, scaleDownDelay: 0, runAsUser: 0, waivers }));
    expect(it.inCloud(APP)).toMatchObject({ scale_min_instances: 0, scale_down_delay: 0 });
    await it.converged();
  });

  test('of zeros that never converge: it takes none', async () => {
    expectTrap('code-engine/app-zero-instances-never-converge');
    await it.deploy(app({}));
    const zeros = { maxInstances: 0, initialInstances: 0 };
    expect(refusalOf(() => withProvider(app(zeros)))).toHaveLength(2);
    expect(refusalOf(() => app({ concurrency: 0 })(newStack()))).toHaveLength(1);
  });

  test('of a probe without port and delay', async () => {
    expectTrap('code-engine/unset-probe-port-and-delay-are-sent-as-zero');
    await it.deploy(app({ liveness: Probe.http('/healthz') }));
    const { probe_liveness: liveness, probe_readiness: readiness } = it.inCloud(APP);
    expect(liveness).toMatchObject([{ port: 8080, initial_delay: 1 }]);
    expect(readiness).toMatchObject([{ port: 8080, initial_delay: 1 }]);
    await it.converged();
  });

  test('of a readiness probe that keeps its path: the app is made anew', async () => {
    expectTrap('code-engine/readiness-probe-keeps-path-after-http-to-tcp');
    await it.deploy(app({ readiness: Probe.http('/ready') }));
    expect(await it.change(app({ readiness: Probe.tcp() }))).toMatch(
      /ibm_code_engine_app\.\w+ will be replaced due to changes in replace_triggered_by/,
    );
    await it.converged();
  });

  test('of addresses that are those of before the change', async () => {
    expectTrap('code-engine/computed-references-are-stale-on-update');
    const waivers = { publicEndpoint: waiver() };
    await it.deploy(app({ visibility: Visibility.PUBLIC, waivers }));
    const before = await it.output('url');
    await it.change(app({ visibility: Visibility.PRIVATE }));
    expect(await it.output('url')).not.toBe(before);
    await it.converged();
  });

  test('of a public address that outlives the visibility', async () => {
    expectTrap('code-engine/endpoint-of-local-workload-may-stay-public-in-state');
    const waivers = { publicEndpoint: waiver() };
    await it.deploy(app({ visibility: Visibility.PUBLIC, waivers }));
    await it.change(app({ visibility: Visibility.PROJECT }));
    expect(await it.output('url')).toBe(it.inCloud(APP).endpoint_internal);
    await it.converged();
  });

  test('of a mount that is writable only until it is changed: there is none', async () => {
    expectTrap('code-engine/writable-mount-is-lost-on-update');
    expectTrap('code-engine/writable-mount-never-converges');
    const mount = Mount.fromSecret(AppSecret.fromSecretName('tls'));
    await it.deploy(app({ mounts: { '/etc/tls': mount } }));
    await it.change(app({ mounts: { '/etc/tls': mount, '/etc/other': mount } }));
    expect(it.inCloud(APP).run_volume_mounts).toMatchObject([
      { read_only: true },
      { read_only: true },
    ]);
    await it.converged();
  });

  const job = (props: Partial<SecureJobProps>) => (stack: TerraformStack) =>
    void new SecureJob(stack, 'night', { project: project(stack), image: image(), ...props });

  test('of limits that a job loses when it is made: a task has none that is 0', async () => {
    expectTrap('code-engine/job-zero-is-dropped-on-create');
    expectTrap('code-engine/job-zero-limits-never-converge');
    const zeros = { maxExecutionTime: 0, retryLimit: 0 };
    expect(refusalOf(() => job(zeros)(newStack()))).toHaveLength(2);
    await it.deploy(job({ maxExecutionTime: 60, retryLimit: 1, runAsUser: 1 }));
    expect(it.inCloud(JOB)).toMatchObject({ scale_max_execution_time: 60, scale_retry_limit: 1 });
    await it.converged();
  });

  test('of limits that a job loses when it is changed', async () => {
    expectTrap('code-engine/job-zero-is-sent-as-null-on-update');
    await it.deploy(job({ runAsUser: 1 }));
    await it.change(job({ runAsUser: 0, waivers: { rootUser: waiver() } }));
    await it.converged();
  });

  test('of limits of a task that a daemon gets', async () => {
    expectTrap('code-engine/daemon-job-sends-default-limits');
    await it.deploy(job({ runMode: RunMode.DAEMON }));
    expect(it.inCloud(JOB).scale_retry_limit).not.toBe(3);
    await it.converged();
  });

  test('of zeros that a daemon leaves to a task, and back', async () => {
    expectTrap('code-engine/daemon-to-task-keeps-zero-limits');
    await it.deploy(job({ runMode: RunMode.DAEMON }));
    await it.change(job({ runMode: RunMode.TASK }));
    await it.converged();
    await it.change(job({ runMode: RunMode.DAEMON }));
    await it.converged();
  });

  const code = (props: Partial<SecureFunctionProps>) => (stack: TerraformStack) => {
    const { url } = new SecureFunction(stack, 'hello', {
      project: project(stack),
      runtime: FunctionRuntime.NODEJS_24,
      code: FunctionCode.inline('function main() {}'),
      ...props,
    });
    new TerraformOutput(stack, 'url', { value: url });
  };

  test('of a delay that a function loses: none is 0', async () => {
    expectTrap('code-engine/function-zero-is-dropped-on-create');
    expectTrap('code-engine/function-zero-is-sent-as-null-on-update');
    expectTrap('code-engine/function-zero-scale-down-delay-never-converges');
    expect(refusalOf(() => code({ scaleDownDelay: 0 })(newStack()))).toHaveLength(1);
    await it.deploy(code({ scaleDownDelay: 10 }));
    await it.change(code({ scaleDownDelay: 1 }));
    await it.converged();
  });

  test('of a public address of a function that outlives the visibility', async () => {
    await it.deploy(code({ visibility: Visibility.PUBLIC, waivers: { publicEndpoint: waiver() } }));
    await it.change(code({}));
    expect(await it.output('url')).toContain('cluster.local');
    await it.converged();
  });

  test('of a function that cannot be rolled out', async () => {
    await it.deploy(code({}));
    const broken = FunctionCode.fromImage(
      Image.fromRegistry('us.icr.io/shop/does-not-start').digest(DIGEST),
    );
    await it.define(code({ code: broken }));
    const { code: exit, stderr } = await it.workspace.terraform(
      'apply',
      '-no-color',
      '-auto-approve',
    );
    expect([exit, stderr]).toEqual([1, expect.stringContaining('could not be rolled out')]);
    await it.change(code({}));
    await it.converged();
  });

  test('of a project that the next plan replaces, with and without every prop', async () => {
    expectTrap('code-engine/project-without-resource-group-is-replaced');
    await it.deploy((stack) => void project(stack));
    await it.converged();
    await it.close();
    await it.deploy(
      (stack) =>
        void new CodeEngineProject(stack, 'project', {
          resourceGroupId: RESOURCE_GROUP_ID,
          projectName: 'shop',
          deletionProtection: false,
          waivers: { deletionProtection: waiver() },
        }),
    );
    await it.converged();
  });
});
