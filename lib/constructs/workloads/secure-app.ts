import { ITerraformDependable, Postcondition } from 'cdktf';
import { Construct } from 'constructs';
import { Calls } from './calls';
import { ICodeEngineProject } from './code-engine-project';
import { computeToken } from './compute-token';
import { ContainerOptions, ContainerProps, ContainerWaivers, container } from './container';
import { EnvValue } from './env-value';
import { exposure } from './exposure';
import { frontages } from './frontage';
import { gate } from './gate';
import { imagePull } from './image-pull';
import { Probe } from './probe';
import { IWorkload } from './workload';
import { CodeEngineApp, CodeEngineAppConfig } from '../../.gen/providers/ibm/code-engine-app';
import {
  DataIbmCodeEngineApp,
  DataIbmCodeEngineAppConfig,
} from '../../.gen/providers/ibm/data-ibm-code-engine-app';
import {
  OptOut,
  Problem,
  Settled,
  between,
  enroll,
  isA,
  known,
  loadOf,
  matches,
  nameOf,
  notAbove,
  notAmong,
  placeOf,
  recordWaivers,
  reject,
  replacementTrigger,
  unwaived,
  withDefaults,
} from '../../core';
import { ComponentType } from '../../facts/component-type';
import { APP_LIMITS, RESERVED_PORTS } from '../../facts/limits';
import { WORKLOAD_NAME } from '../../facts/names';
import { Visibility } from '../../facts/visibility';
import { Waiver } from '../waiver';

/** An app of a project, made here or elsewhere. */
export interface ISecureApp extends IWorkload {
  /** The name of the app. */
  readonly appName: string;
  /** The address for callers inside the project. */
  readonly internalUrl: string;
}

/** Options for `SecureApp.fromAppName`. */
export interface ExistingAppOptions {
  /** The project that holds the app. */
  readonly project: ICodeEngineProject;
  /** The name of the app. */
  readonly appName: string;
}

/** Waivers for `SecureApp`; an image by tag and a literal secret carry theirs with the value. */
export interface SecureAppWaivers extends ContainerWaivers {
  /**
   * Excuses `visibility: Visibility.PUBLIC`.
   * @default - none
   */
  readonly publicEndpoint?: Waiver;
}

/** How an app runs, whatever it runs: what `SecureApp` and the patterns that make one take. */
export interface SecureAppOptions extends ContainerOptions {
  /**
   * The name of the app: lower case letters, digits and hyphens, at most 63 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly appName?: string;
  /**
   * Who can reach the endpoint; `Visibility.PUBLIC` needs a waiver.
   * @default Visibility.PROJECT
   */
  readonly visibility?: Visibility;
  /**
   * The port on which the app listens, 1 to 65535 but for those that Code Engine keeps for itself.
   * @default 8080
   */
  readonly port?: number;
  /**
   * How Code Engine finds out that an instance may get requests; between HTTP and TCP the app is replaced.
   * @default - a connection to the port
   */
  readonly readiness?: Probe;
  /**
   * How Code Engine finds out that an instance has to be restarted.
   * @default - a connection to the port
   */
  readonly liveness?: Probe;
  /**
   * Instances that run even without requests, 0 to 250.
   * @default 0
   */
  readonly minInstances?: number;
  /**
   * Instances that run at most, 1 to 250: the bound of cost and of abuse.
   * @default 10
   */
  readonly maxInstances?: number;
  /**
   * Instances that a new revision starts with, 1 to 250.
   * @default 1
   */
  readonly initialInstances?: number;
  /**
   * Requests that one instance handles at once, 1 to 1000.
   * @default 100
   */
  readonly concurrency?: number;
  /**
   * Requests per instance from which on more instances are started, at most `concurrency`.
   * @default - four fifths of `concurrency`
   */
  readonly concurrencyTarget?: number;
  /**
   * Seconds after which a request is given up, 1 to 600: what slow requests can occupy.
   * @default 60
   */
  readonly requestTimeout?: number;
  /**
   * Seconds that an instance without requests is kept, 0 to 3600.
   * @default 0
   */
  readonly scaleDownDelay?: number;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: SecureAppWaivers;
}

/** Properties for `SecureApp`. */
export interface SecureAppProps extends SecureAppOptions, ContainerProps {}

const DEFAULTS = {
  ...container.defaults,
  visibility: Visibility.PROJECT,
  port: 8080,
  readiness: Probe.tcp(),
  liveness: Probe.tcp(),
  minInstances: 0,
  maxInstances: 10,
  initialInstances: 1,
  concurrency: 100,
  requestTimeout: 60,
  scaleDownDelay: 0,
  waivers: {},
};
type Config = Settled<
  SecureAppProps,
  typeof DEFAULTS & { appName: string; concurrencyTarget: number }
>;

/**
 * An app that serves HTTPS and that nobody outside its project can reach until it is told otherwise.
 *
 * A change that Code Engine cannot roll out fails the apply: the provider itself reports it as a success.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-application-workloads
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_app
 */
export class SecureApp extends Construct implements ISecureApp {
  /**
   * An app that exists in a project, by its name; the plan reads it, which takes an account.
   * @throws an error when the name is none of an app
   */
  public static fromAppName(scope: Construct, id: string, options: ExistingAppOptions): ISecureApp {
    return new ExistingApp(scope, id, options);
  }

  /** The name of the app. */
  public readonly appName: string;
  /** The id of the app. */
  public readonly appId: string;
  /** The address for callers inside the project, plain HTTP on the cluster's own network. */
  public readonly internalUrl: string;
  /** The address for all who may reach the app: the internal one unless its visibility goes further. */
  public readonly url: string;
  /** The project that isolates the app. */
  public readonly project: ICodeEngineProject;
  /** The name of the app, as one workload among others. */
  public readonly componentName: string;
  /** Says that it is an app. */
  public readonly componentType = ComponentType.APPLICATION;
  private readonly calls: Calls;

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: SecureAppProps) {
    super(scope, id);
    const config = settle(this, props);
    reject(this, problemsIn(config));
    const kind = replacementTrigger(this, 'ReadinessKind', config.readiness._kind);
    const app = new CodeEngineApp(this, 'Resource', terraformOf(config, kind));
    recordWaivers(app, optOutsIn(config));
    const read = new DataIbmCodeEngineApp(this, 'Gate', gateOf(config, app));
    this.appName = app.name;
    this.appId = app.appId;
    this.internalUrl = app.endpointInternal;
    this.url = exposure.urlOf(config.visibility, app, read);
    this.project = config.project;
    this.componentName = app.name;
    this.calls = new Calls(this, config, app);
    frontages.set(this, {
      visibility: config.visibility,
      resource: app,
      gate: read,
      hosts: [],
      keepRunning: () => keepRunning(app, props.minInstances),
    });
    computeToken.offer(this, app, read, 'app');
    imagePull.make(this, (secretName) => (app.imageSecret = secretName));
    enroll(config.project, {
      kind: 'apps',
      least: loadOf(config.minInstances, config.size),
      most: loadOf(config.maxInstances, config.size),
    });
  }

  /**
   * Lets this app call another one of the same project: its internal address in an environment variable.
   * @param app the app to call
   * @param variable the name of the variable: `PRICES_URL`
   * @throws an error naming every problem: an app of another project, a name that is taken or no name
   */
  public connectTo(app: ISecureApp, variable: string): void {
    this.calls.add(app, variable);
  }

  /**
   * Sets a variable that is known only later.
   * @internal
   */
  public _setVariable(name: string, value: EnvValue): void {
    this.calls.set(name, value);
  }

  /**
   * Reads the app once more after something, and holds it to what it has to be then.
   * @internal
   */
  public _readAfter(
    scope: Construct,
    dependency: ITerraformDependable,
    postcondition: Postcondition,
  ): ITerraformDependable {
    return new DataIbmCodeEngineApp(scope, 'Serves', {
      ...placeOf(this.project),
      name: this.appName,
      dependsOn: [dependency],
      lifecycle: { postcondition: [postcondition] },
    });
  }
}

/** A health check of the edge needs an instance that answers; who asked for none is told so. */
function keepRunning(app: CodeEngineApp, asked: number | undefined): boolean {
  if (asked === undefined) app.scaleMinInstances = 1;
  return asked !== 0;
}

function settle(app: SecureApp, props: SecureAppProps): Config {
  const { concurrency } = withDefaults(props, DEFAULTS);
  const derived = {
    appName: nameOf(app, WORKLOAD_NAME),
    concurrencyTarget: known(concurrency)
      ? Math.max(1, Math.floor(concurrency * 0.8))
      : concurrency,
  };
  return withDefaults(props, { ...DEFAULTS, ...derived });
}

const problemsIn = (config: Config): Problem[] => [
  ...container.problemsIn(config),
  ...isA('readiness', config.readiness, '_toTerraform', 'a Probe'),
  ...isA('liveness', config.liveness, '_toTerraform', 'a Probe'),
  ...matches('appName', config.appName, WORKLOAD_NAME),
  ...exposure.problemsIn(config.visibility),
  ...between('port', config.port, APP_LIMITS.port),
  ...notAmong('port', config.port, RESERVED_PORTS),
  ...between('minInstances', config.minInstances, APP_LIMITS.minInstances),
  ...between('maxInstances', config.maxInstances, APP_LIMITS.maxInstances),
  ...between('initialInstances', config.initialInstances, APP_LIMITS.initialInstances),
  ...between('concurrency', config.concurrency, APP_LIMITS.concurrency),
  ...between('concurrencyTarget', config.concurrencyTarget, APP_LIMITS.concurrency),
  ...between('requestTimeout', config.requestTimeout, APP_LIMITS.requestTimeout),
  ...between('scaleDownDelay', config.scaleDownDelay, APP_LIMITS.scaleDownDelay),
  ...notAbove('minInstances', config.minInstances, 'maxInstances', config.maxInstances),
  ...notAbove('initialInstances', config.initialInstances, 'maxInstances', config.maxInstances),
  ...notAbove('concurrencyTarget', config.concurrencyTarget, 'concurrency', config.concurrency),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = (config: Config): OptOut[] => [
  ...exposure.optOutsIn(
    'workloads/app-not-public',
    config.visibility,
    config.waivers.publicEndpoint,
  ),
  ...container.optOutsIn(config),
];

const terraformOf = (config: Config, readinessKind: string): CodeEngineAppConfig => ({
  ...container.terraformOf(config),
  name: config.appName,
  imagePort: config.port,
  managedDomainMappings: config.visibility,
  probeReadiness: config.readiness._toTerraform(config.port),
  probeLiveness: config.liveness._toTerraform(config.port),
  scaleMinInstances: config.minInstances,
  scaleMaxInstances: config.maxInstances,
  scaleInitialInstances: config.initialInstances,
  // trap code-engine/app-concurrency-target-defaults-to-100: never one without the other.
  scaleConcurrency: config.concurrency,
  scaleConcurrencyTarget: config.concurrencyTarget,
  scaleRequestTimeout: config.requestTimeout,
  scaleDownDelay: config.scaleDownDelay,
  // trap code-engine/readiness-probe-keeps-path-after-http-to-tcp: no update takes the path away.
  lifecycle: { replaceTriggeredBy: [readinessKind] },
});

/** Reads the app after each change, and lets neither a failed revision nor a token pass that was left on. */
const gateOf = (config: Config, app: CodeEngineApp): DataIbmCodeEngineAppConfig => ({
  ...placeOf(config.project),
  name: app.name,
  dependsOn: [app],
  lifecycle: {
    postcondition: [gate.notFailed('app'), ...gate.noToken('app', config.computeResourceToken)],
  },
});

/** An app that was not made here: what there is to know of it is read from the project. */
class ExistingApp extends Construct implements ISecureApp {
  public readonly appName: string;
  public readonly internalUrl: string;
  public readonly project: ICodeEngineProject;
  public readonly componentName: string;
  public readonly componentType = ComponentType.APPLICATION;

  constructor(scope: Construct, id: string, { project, appName }: ExistingAppOptions) {
    super(scope, id);
    reject(this, matches('appName', appName, WORKLOAD_NAME));
    const app = new DataIbmCodeEngineApp(this, 'Resource', { ...placeOf(project), name: appName });
    this.appName = app.name;
    this.internalUrl = app.endpointInternal;
    this.project = project;
    this.componentName = app.name;
    computeToken.demand(this, app, 'app');
  }
}
