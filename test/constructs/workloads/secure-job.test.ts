import { TerraformStack } from 'cdktf';
import { SecureJob, SecureJobProps } from '../../../lib/constructs/workloads/secure-job';
import { RunMode } from '../../../lib/facts/run-mode';
import { refusalOf } from '../../kit/refusal';
import { image, project, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const job = (stack: TerraformStack, props: Partial<SecureJobProps> = {}) =>
  new SecureJob(stack, 'night', { project: project(stack), image: image(), ...props });
const rendered = (props: Partial<SecureJobProps> = {}) =>
  synthesize((stack) => job(stack, props)).only('ibm_code_engine_job');
const refused = (props: Partial<SecureJobProps>) => refusalOf(() => job(newStack(), props));

describe('a SecureJob renders its defaults', () => {
  test('as two blocks beside its project', () => {
    expect(synthesize((stack) => job(stack)).types).toEqual([
      'data.ibm_code_engine_job', // the gate that a token left on does not pass
      'ibm_code_engine_job', // the job
      'ibm_code_engine_project', // its project, made by the test
    ]);
  });

  test('the limits of a task among them', () => {
    expect(rendered()).toMatchObject({
      name: 'night',
      run_mode: 'task',
      scale_array_spec: '0',
      scale_max_execution_time: 7200,
      scale_retry_limit: 3,
    });
  });

  test('and a gate that holds it to have no token', () => {
    const gate = synthesize((stack) => job(stack)).only('data.ibm_code_engine_job');
    expect(gate.depends_on).toEqual([expect.stringMatching(/^ibm_code_engine_job\.night_/)]);
    expect(gate.lifecycle.postcondition).toHaveLength(1);
  });
});

describe('a SecureJob renders every prop', () => {
  test('of a task', () => {
    const props = {
      jobName: 'nightly',
      arrayIndices: '0-4,9',
      maxExecutionTime: 60,
      retryLimit: 1,
    };
    expect(rendered(props)).toMatchObject({
      name: 'nightly',
      scale_array_spec: '0-4,9',
      scale_max_execution_time: 60,
      scale_retry_limit: 1,
    });
  });

  test('of a daemon, which has zeros for limits', () => {
    expect(rendered({ runMode: RunMode.DAEMON })).toMatchObject({
      run_mode: 'daemon',
      scale_max_execution_time: 0,
      scale_retry_limit: 0,
    });
  });

  test('with a token, and then no gate against it', () => {
    const synthesized = synthesize((stack) => job(stack, { computeResourceToken: true }));
    expect(synthesized.only('ibm_code_engine_job').run_compute_resource_token_enabled).toBe(true);
    const { lifecycle } = synthesized.only('data.ibm_code_engine_job');
    expect(lifecycle?.postcondition ?? []).toEqual([]);
  });
});

test.each<[string, Partial<SecureJobProps>]>([
  ['jobName', { jobName: 'Night' }],
  ['jobName', { jobName: 'a'.repeat(64) }],
  ['runMode', { runMode: 'cron' as RunMode }],
  ['arrayIndices', { arrayIndices: '' }],
  ['arrayIndices', { arrayIndices: '01' }],
  ['arrayIndices', { arrayIndices: '1-' }],
  ['maxExecutionTime', { maxExecutionTime: 0 }],
  ['maxExecutionTime', { maxExecutionTime: 86401 }],
  ['retryLimit', { retryLimit: 0 }],
  ['retryLimit', { retryLimit: 6 }],
  ['retryLimit', { runMode: RunMode.DAEMON, retryLimit: 1 }],
  ['maxExecutionTime', { runMode: RunMode.DAEMON, maxExecutionTime: 60 }],
  ['waivers.rootUser', { waivers: { rootUser: waiver() } }],
])('a SecureJob is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a SecureJob hands out its name and id as the resource knows them', () => {
  const handedOut = renderedValues((stack) => {
    const { jobName, jobId } = job(stack);
    return { jobName, jobId };
  });
  expect(handedOut).toEqual({
    jobName: expect.stringMatching(/^\$\{ibm_code_engine_job\.night_\w+\.name\}$/),
    jobId: expect.stringMatching(/^\$\{ibm_code_engine_job\.night_\w+\.job_id\}$/),
  });
});
