import { Construct } from 'constructs';
import { Calls } from './calls';
import { ICodeEngineProject } from './code-engine-project';
import { computeToken } from './compute-token';
import { ContainerOptions, ContainerProps, ContainerWaivers, container } from './container';
import { gate } from './gate';
import { imagePull } from './image-pull';
import { ISecureApp } from './secure-app';
import { IWorkload } from './workload';
import { CodeEngineJob, CodeEngineJobConfig } from '../../.gen/providers/ibm/code-engine-job';
import {
  DataIbmCodeEngineJob,
  DataIbmCodeEngineJobConfig,
} from '../../.gen/providers/ibm/data-ibm-code-engine-job';
import {
  OptOut,
  Problem,
  Settled,
  between,
  enroll,
  matches,
  nameOf,
  oneOf,
  placeOf,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { ComponentType } from '../../facts/component-type';
import { JOB_LIMITS } from '../../facts/limits';
import { ARRAY_INDICES, WORKLOAD_NAME } from '../../facts/names';
import { RunMode } from '../../facts/run-mode';

/** How a job runs, whatever it runs: what `SecureJob` and the patterns that make one take. */
export interface SecureJobOptions extends ContainerOptions {
  /**
   * The name of the job: lower case letters, digits and hyphens, at most 63 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly jobName?: string;
  /**
   * Whether a run ends by itself, or goes on until it is stopped.
   * @default RunMode.TASK
   */
  readonly runMode?: RunMode;
  /**
   * The indices of the instances of a run, as `0`, `0-9` or `0-4,9`: one instance for each.
   * @default '0'
   */
  readonly arrayIndices?: string;
  /**
   * Seconds after which an instance of a task is stopped, 1 to 86400; a daemon has no such limit.
   * @default - 7200 for a task
   */
  readonly maxExecutionTime?: number;
  /**
   * How often a failed instance of a task is started again, 1 to 5; a daemon always is.
   * @default - 3 for a task
   */
  readonly retryLimit?: number;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: ContainerWaivers;
}

/** Properties for `SecureJob`. */
export interface SecureJobProps extends SecureJobOptions, ContainerProps {}

const DEFAULTS = {
  ...container.defaults,
  runMode: RunMode.TASK,
  arrayIndices: '0',
  waivers: {},
};
type Config = Settled<SecureJobProps, typeof DEFAULTS & { jobName: string }>;

/** What a task gets that says nothing of its limits; rendered, so that it is seen. */
const TASK_LIMITS = { maxExecutionTime: 7200, retryLimit: 3 };

/**
 * A workload that nobody can call: it runs when it is started, and is reached by no request.
 *
 * This is the definition; a run of it is started by an event, a schedule or the API.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-job-plan
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_job
 */
export class SecureJob extends Construct implements IWorkload {
  /** The name of the job. */
  public readonly jobName: string;
  /** The id of the job. */
  public readonly jobId: string;
  /** The project that isolates the job. */
  public readonly project: ICodeEngineProject;
  /** The name of the job, as one workload among others. */
  public readonly componentName: string;
  /** Says that it is a job. */
  public readonly componentType = ComponentType.JOB;
  private readonly calls: Calls;

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: SecureJobProps) {
    super(scope, id);
    const config = withDefaults(props, { ...DEFAULTS, jobName: nameOf(this, WORKLOAD_NAME) });
    reject(this, problemsIn(config));
    const job = new CodeEngineJob(this, 'Resource', terraformOf(config));
    recordWaivers(job, optOutsIn(config));
    const read = new DataIbmCodeEngineJob(this, 'Gate', gateOf(config, job));
    this.jobName = job.name;
    this.jobId = job.jobId;
    this.calls = new Calls(this, config, job);
    this.project = config.project;
    this.componentName = job.name;
    computeToken.offer(this, job, read, 'job');
    imagePull.make(this, (secretName) => (job.imageSecret = secretName));
    enroll(config.project, { kind: 'jobs' });
  }

  /**
   * Lets the job call an app of the same project: its internal address in an environment variable.
   * @param app the app to call
   * @param variable the name of the variable: `PRICES_URL`
   * @throws an error naming every problem: an app of another project, a name that is taken or no name
   */
  public connectTo(app: ISecureApp, variable: string): void {
    this.calls.add(app, variable);
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...container.problemsIn(config),
  ...matches('jobName', config.jobName, WORKLOAD_NAME),
  ...oneOf('runMode', config.runMode, Object.values(RunMode)),
  ...matches('arrayIndices', config.arrayIndices, ARRAY_INDICES),
  ...(config.runMode === RunMode.DAEMON ? limitsOfDaemon(config) : limitsOfTask(config)),
  ...unwaived(optOutsIn(config)),
];

const limitsOfTask = ({ maxExecutionTime, retryLimit }: Config): Problem[] => [
  ...between('maxExecutionTime', maxExecutionTime, JOB_LIMITS.maxExecutionTime),
  ...between('retryLimit', retryLimit, JOB_LIMITS.retryLimit),
];

const limitsOfDaemon = ({ maxExecutionTime, retryLimit }: Config): Problem[] =>
  Object.entries({ maxExecutionTime, retryLimit })
    .filter(([, limit]) => limit !== undefined)
    .map(([prop]) => ({ prop, got: 'a limit', expected: 'none, because a daemon runs on' }));

const optOutsIn = (config: Config): OptOut[] => container.optOutsIn(config);

const terraformOf = (config: Config): CodeEngineJobConfig => ({
  ...container.terraformOf(config),
  name: config.jobName,
  runMode: config.runMode,
  scaleArraySpec: config.arrayIndices,
  ...(config.runMode === RunMode.DAEMON ? DAEMON : taskOf(config)),
});

const taskOf = ({ maxExecutionTime, retryLimit }: Config) => {
  const limits = withDefaults({ maxExecutionTime, retryLimit }, TASK_LIMITS);
  // trap code-engine/daemon-to-task-keeps-zero-limits: a task never keeps the zeros of a daemon.
  return { scaleMaxExecutionTime: limits.maxExecutionTime, scaleRetryLimit: limits.retryLimit };
};

/** trap code-engine/daemon-job-sends-default-limits: only zeros keep the limits of a task away from a daemon. */
const DAEMON = { scaleMaxExecutionTime: 0, scaleRetryLimit: 0 };

/** Reads the job after each change: the service decides on the token, since a false is never sent when it is made. */
const gateOf = (config: Config, job: CodeEngineJob): DataIbmCodeEngineJobConfig => ({
  ...placeOf(config.project),
  name: job.name,
  dependsOn: [job],
  lifecycle: { postcondition: gate.noToken('job', config.computeResourceToken) },
});
