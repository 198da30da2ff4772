import { Postcondition } from 'cdktf';
import { Construct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import { ContainerSize } from './container-size';
import { EnvValue } from './env-value';
import { Probe } from './probe';
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
  isA,
  known,
  matches,
  nameOf,
  notAbove,
  notAmong,
  oneOf,
  recordWaivers,
  reject,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import { APP_LIMITS, RESERVED_PORTS } from '../../facts/limits';
import { ENVIRONMENT_NAME, WORKLOAD_NAME } from '../../facts/names';
import { ServiceAccount } from '../../facts/roles';
import { looksSecret } from '../../facts/secrets';
import { Visibility } from '../../facts/visibility';
import { Image } from '../images/image';
import { Waiver } from '../waiver';

/** Waivers for `SecureApp`; an image by tag and a literal secret carry theirs with the value. */
export interface SecureAppWaivers {
  /**
   * Excuses `visibility: Visibility.PUBLIC`.
   * @default - none
   */
  readonly publicEndpoint?: Waiver;
  /**
   * Excuses `runAsUser: 0`.
   * @default - none
   */
  readonly rootUser?: Waiver;
  /**
   * Excuses a `serviceAccount` other than `ServiceAccount.NONE`.
   * @default - none
   */
  readonly serviceAccount?: Waiver;
}

/** Properties for `SecureApp`. */
export interface SecureAppProps {
  /** The project that isolates the app. */
  readonly project: ICodeEngineProject;
  /** The image to run, pinned by digest. */
  readonly image: Image;
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
   * CPU, memory and ephemeral storage of one instance.
   * @default - half a CPU, 1 gigabyte of memory, 0.4 of ephemeral storage
   */
  readonly size?: ContainerSize;
  /**
   * Environment variables by their names.
   * @default - only what Code Engine sets itself
   */
  readonly environment?: { readonly [name: string]: EnvValue };
  /**
   * What runs in the container, in place of the image's entry point.
   * @default - the entry point of the image
   */
  readonly command?: string[];
  /**
   * The arguments of the command.
   * @default - those of the image
   */
  readonly arguments?: string[];
  /**
   * How Code Engine finds out that an instance may get requests.
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
   * The numeric user that the container runs as; 0, root or what the image says, needs a waiver.
   * @default 1001
   */
  readonly runAsUser?: number;
  /**
   * The rights of instances inside their project; any but none need a waiver.
   * @default ServiceAccount.NONE
   */
  readonly serviceAccount?: ServiceAccount;
  /**
   * Whether instances get a token by which they can act as a trusted profile.
   * @default false
   */
  readonly computeResourceToken?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: SecureAppWaivers;
}

const DEFAULTS = {
  visibility: Visibility.PROJECT,
  port: 8080,
  size: ContainerSize.of(0.5, 1),
  environment: {},
  readiness: Probe.tcp(),
  liveness: Probe.tcp(),
  minInstances: 0,
  maxInstances: 10,
  initialInstances: 1,
  concurrency: 100,
  requestTimeout: 60,
  scaleDownDelay: 0,
  runAsUser: 1001,
  serviceAccount: ServiceAccount.NONE,
  computeResourceToken: false,
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
export class SecureApp extends Construct {
  /** The name of the app. */
  public readonly appName: string;
  /** The id of the app. */
  public readonly appId: string;
  /** The address for callers inside the project, plain HTTP on the cluster's own network. */
  public readonly internalUrl: string;
  /** The address for all who may reach the app: the internal one unless its visibility goes further. */
  public readonly url: string;

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: SecureAppProps) {
    super(scope, id);
    const config = settle(this, props);
    reject(this, problemsIn(config));
    const app = new CodeEngineApp(this, 'Resource', terraformOf(config));
    recordWaivers(app, optOutsIn(config));
    const gate = new DataIbmCodeEngineApp(this, 'Gate', gateOf(config, app));
    this.appName = app.name;
    this.appId = app.appId;
    this.internalUrl = gate.endpointInternal;
    this.url = urlOf(config, gate);
  }
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
  ...isA('project', config.project, 'projectId', 'a CodeEngineProject'),
  ...isA('image', config.image, 'reference', 'an Image'),
  ...isA('size', config.size, '_toTerraform', 'a ContainerSize'),
  ...isA('readiness', config.readiness, '_toTerraform', 'a Probe'),
  ...isA('liveness', config.liveness, '_toTerraform', 'a Probe'),
  ...matches('appName', config.appName, WORKLOAD_NAME),
  ...oneOf('visibility', config.visibility, Object.values(Visibility)),
  ...oneOf('serviceAccount', config.serviceAccount, Object.values(ServiceAccount)),
  ...between('port', config.port, APP_LIMITS.port),
  ...notAmong('port', config.port, RESERVED_PORTS),
  ...between('minInstances', config.minInstances, APP_LIMITS.minInstances),
  ...between('maxInstances', config.maxInstances, APP_LIMITS.maxInstances),
  ...between('initialInstances', config.initialInstances, APP_LIMITS.initialInstances),
  ...between('concurrency', config.concurrency, APP_LIMITS.concurrency),
  ...between('concurrencyTarget', config.concurrencyTarget, APP_LIMITS.concurrency),
  ...between('requestTimeout', config.requestTimeout, APP_LIMITS.requestTimeout),
  ...between('scaleDownDelay', config.scaleDownDelay, APP_LIMITS.scaleDownDelay),
  ...between('runAsUser', config.runAsUser, APP_LIMITS.runAsUser),
  ...notAbove('minInstances', config.minInstances, 'maxInstances', config.maxInstances),
  ...notAbove('initialInstances', config.initialInstances, 'maxInstances', config.maxInstances),
  ...notAbove('concurrencyTarget', config.concurrencyTarget, 'concurrency', config.concurrency),
  ...Object.entries(config.environment).flatMap(([name, value]) => [
    ...matches(`environment.${name}`, name, ENVIRONMENT_NAME),
    ...isA(`environment.${name}`, value, '_toTerraform', 'an EnvValue'),
  ]),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = (config: Config): OptOut[] => [
  {
    rule: 'workloads/app-not-public',
    prop: 'visibility',
    got: 'Visibility.PUBLIC',
    expected: 'Visibility.PROJECT or Visibility.PRIVATE',
    taken: config.visibility === Visibility.PUBLIC,
    waiverProp: 'waivers.publicEndpoint',
    waiver: config.waivers.publicEndpoint,
  },
  {
    rule: 'workloads/app-not-root',
    prop: 'runAsUser',
    got: '0',
    expected: 'a user other than root',
    taken: config.runAsUser === 0,
    waiverProp: 'waivers.rootUser',
    waiver: config.waivers.rootUser,
  },
  {
    rule: 'workloads/app-without-service-account',
    prop: 'serviceAccount',
    got: show(config.serviceAccount),
    expected: 'ServiceAccount.NONE',
    taken: config.serviceAccount !== ServiceAccount.NONE,
    waiverProp: 'waivers.serviceAccount',
    waiver: config.waivers.serviceAccount,
  },
  {
    rule: 'images/pinned-by-digest',
    prop: 'image',
    got: 'a tag',
    expected: 'a digest',
    taken: config.image?._waiver !== undefined,
    waiverProp: 'image',
    waiver: config.image?._waiver,
  },
  ...Object.entries(config.environment).map(([name, value]) => ({
    rule: 'secrets/no-literal-secret',
    prop: `environment.${name}`,
    // the value may be the secret: it is never shown.
    got: 'a literal under the name of a secret',
    expected: 'EnvValue.fromSecret',
    taken: isLiteral(value) && looksSecret(name),
    waiverProp: `environment.${name}`,
    remedy: 'or give a Waiver as the second argument of EnvValue.literal',
    waiver: value?._waiver,
  })),
];

const isLiteral = (value: EnvValue | undefined) => value?._isLiteral?.() ?? false;

const terraformOf = (config: Config): CodeEngineAppConfig => ({
  projectId: config.project.projectId,
  name: config.appName,
  imageReference: config.image.reference,
  imageSecret: config.image.pullSecret?.secretName,
  imagePort: config.port,
  managedDomainMappings: config.visibility,
  probeReadiness: config.readiness._toTerraform(config.port),
  probeLiveness: config.liveness._toTerraform(config.port),
  runAsUser: config.runAsUser,
  runServiceAccount: config.serviceAccount,
  runComputeResourceTokenEnabled: config.computeResourceToken,
  runCommands: config.command,
  runArguments: config.arguments,
  runEnvVariables: Object.entries(config.environment).map(([name, value]) =>
    value._toTerraform(name),
  ),
  ...config.size._toTerraform(),
  scaleMinInstances: config.minInstances,
  scaleMaxInstances: config.maxInstances,
  scaleInitialInstances: config.initialInstances,
  // trap code-engine/app-concurrency-target-defaults-to-100: never one without the other.
  scaleConcurrency: config.concurrency,
  scaleConcurrencyTarget: config.concurrencyTarget,
  scaleRequestTimeout: config.requestTimeout,
  scaleDownDelay: config.scaleDownDelay,
});

/**
 * Reads the app after each change and refuses what the provider lets pass: a revision that failed, a token that
 * the service left on.
 *
 * trap code-engine/status-postcondition-locks-out-the-cure: on the app itself the condition would also refuse the
 * plan that repairs it; this read waits for the change.
 */
const gateOf = (config: Config, app: CodeEngineApp): DataIbmCodeEngineAppConfig => ({
  projectId: config.project.projectId,
  name: app.name,
  dependsOn: [app],
  lifecycle: { postcondition: conditionsOf(config) },
});

const conditionsOf = ({ computeResourceToken }: Config): Postcondition[] => [
  {
    condition: '${self.status != "failed"}',
    errorMessage:
      'The app ${self.name} could not be rolled out: ${jsonencode(self.status_details)}',
  },
  ...(computeResourceToken ? [] : [NO_TOKEN]),
];

/** trap code-engine/false-compute-token-is-never-sent-on-create. */
const NO_TOKEN: Postcondition = {
  condition: '${self.run_compute_resource_token_enabled != true}',
  errorMessage:
    'The app ${self.name} was left with a compute resource token that it must not have.',
};

/** trap code-engine/endpoint-of-local-workload-may-stay-public-in-state: no public address then. */
const urlOf = ({ visibility }: Config, gate: DataIbmCodeEngineApp) =>
  visibility === Visibility.PROJECT ? gate.endpointInternal : gate.endpoint;
