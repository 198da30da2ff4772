import { Construct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import { computeToken } from './compute-token';
import { EnvValue } from './env-value';
import { environment } from './environment';
import { exposure } from './exposure';
import { frontages } from './frontage';
import { FunctionCode } from './function-code';
import { FunctionSize } from './function-size';
import { gate } from './gate';
import { imagePull } from './image-pull';
import { IWorkload } from './workload';
import {
  CodeEngineFunction,
  CodeEngineFunctionConfig,
} from '../../.gen/providers/ibm/code-engine-function';
import {
  DataIbmCodeEngineFunction,
  DataIbmCodeEngineFunctionConfig,
} from '../../.gen/providers/ibm/data-ibm-code-engine-function';
import {
  OptOut,
  Problem,
  Settled,
  between,
  enroll,
  isA,
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
import { FUNCTION_LIMITS } from '../../facts/limits';
import { IDENTIFIER, WORKLOAD_NAME } from '../../facts/names';
import { FunctionRuntime } from '../../facts/runtime';
import { Visibility } from '../../facts/visibility';
import { Waiver } from '../waiver';

/** Waivers for `SecureFunction`; code by tag and a literal secret carry theirs with the value. */
export interface SecureFunctionWaivers {
  /**
   * Excuses `visibility: Visibility.PUBLIC`.
   * @default - none
   */
  readonly publicEndpoint?: Waiver;
}

/** Properties for `SecureFunction`. */
export interface SecureFunctionProps {
  /** The project that isolates the function. */
  readonly project: ICodeEngineProject;
  /** The code to run. */
  readonly code: FunctionCode;
  /** What runs the code. */
  readonly runtime: FunctionRuntime;
  /**
   * The name of the function: lower case letters, digits and hyphens, at most 63 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly functionName?: string;
  /**
   * The name inside the code of what is called.
   * @default 'main'
   */
  readonly main?: string;
  /**
   * Who can reach the endpoint; `Visibility.PUBLIC` needs a waiver.
   * @default Visibility.PROJECT
   */
  readonly visibility?: Visibility;
  /**
   * CPU and memory of one instance.
   * @default FunctionSize.SMALL
   */
  readonly size?: FunctionSize;
  /**
   * Environment variables by their names.
   * @default - only what Code Engine sets itself
   */
  readonly environment?: { readonly [name: string]: EnvValue };
  /**
   * Requests that one instance handles at once, 1 to 100; only Node.js takes more than one.
   * @default 1
   */
  readonly concurrency?: number;
  /**
   * Seconds after which a call is given up, 1 to 120.
   * @default 60
   */
  readonly maxExecutionTime?: number;
  /**
   * Seconds that an instance without calls is kept, 1 to 600.
   * @default 1
   */
  readonly scaleDownDelay?: number;
  /**
   * Whether instances get a token by which they can act as a trusted profile; they do once a `WorkloadIdentity` is made.
   * @default false
   */
  readonly computeResourceToken?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: SecureFunctionWaivers;
}

const DEFAULTS = {
  main: 'main',
  visibility: Visibility.PROJECT,
  size: FunctionSize.SMALL,
  environment: {},
  concurrency: 1,
  maxExecutionTime: 60,
  scaleDownDelay: 1,
  computeResourceToken: false,
  waivers: {},
};
type Config = Settled<SecureFunctionProps, typeof DEFAULTS & { functionName: string }>;

/**
 * A piece of code with an endpoint that nobody outside its project can reach until it is told otherwise.
 *
 * A change that Code Engine cannot roll out fails the apply: the provider itself reports it as a success.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-fun-work
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_function
 */
export class SecureFunction extends Construct implements IWorkload {
  /** The name of the function. */
  public readonly functionName: string;
  /** The id of the function. */
  public readonly functionId: string;
  /** The address for callers inside the project. */
  public readonly internalUrl: string;
  /** The address for all who may reach the function: the internal one unless its visibility goes further. */
  public readonly url: string;
  /** The project that isolates the function. */
  public readonly project: ICodeEngineProject;
  /** The name of the function, as one workload among others. */
  public readonly componentName: string;
  /** Says that it is a function. */
  public readonly componentType = ComponentType.FUNCTION;

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: SecureFunctionProps) {
    super(scope, id);
    const config = withDefaults(props, { ...DEFAULTS, functionName: nameOf(this, WORKLOAD_NAME) });
    reject(this, problemsIn(config));
    const code = new CodeEngineFunction(this, 'Resource', terraformOf(config));
    recordWaivers(code, optOutsIn(config));
    const read = new DataIbmCodeEngineFunction(this, 'Gate', gateOf(config, code));
    this.functionName = code.name;
    this.functionId = code.functionId;
    this.internalUrl = code.endpointInternal;
    this.url = exposure.urlOf(config.visibility, code, read);
    this.project = config.project;
    this.componentName = code.name;
    frontages.set(this, {
      visibility: config.visibility,
      resource: code,
      gate: read,
      hosts: [],
      keepRunning: () => true,
    });
    computeToken.offer(this, code, read, 'function');
    imagePull.make(this, (secretName) => (code.codeSecret = secretName));
    enroll(config.project, { kind: 'functions' });
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'projectId', 'a CodeEngineProject'),
  ...isA('code', config.code, '_reference', 'a FunctionCode'),
  ...isA('size', config.size, '_toTerraform', 'a FunctionSize'),
  ...oneOf('runtime', config.runtime ?? 'nothing', Object.values(FunctionRuntime)),
  ...matches('functionName', config.functionName, WORKLOAD_NAME),
  ...matches('main', config.main, IDENTIFIER),
  ...exposure.problemsIn(config.visibility),
  ...environment.problemsIn(config.environment),
  ...between('concurrency', config.concurrency, FUNCTION_LIMITS.concurrency),
  ...between('maxExecutionTime', config.maxExecutionTime, FUNCTION_LIMITS.maxExecutionTime),
  ...between('scaleDownDelay', config.scaleDownDelay, FUNCTION_LIMITS.scaleDownDelay),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = ({ visibility, waivers, code, environment: variables }: Config): OptOut[] => [
  ...exposure.optOutsIn('workloads/function-not-public', visibility, waivers.publicEndpoint),
  {
    rule: 'images/pinned-by-digest',
    prop: 'code',
    got: 'a tag',
    expected: 'a digest',
    taken: code?._image?._waiver !== undefined,
    waiverProp: 'code',
    waiver: code?._image?._waiver,
  },
  ...environment.optOutsIn(variables),
];

const terraformOf = (config: Config): CodeEngineFunctionConfig => ({
  ...placeOf(config.project),
  name: config.functionName,
  runtime: config.runtime,
  codeReference: config.code._reference,
  codeSecret: config.code._image?._pullSecretIn(config.project)?.secretName,
  codeMain: config.main,
  managedDomainMappings: config.visibility,
  runEnvVariables: environment.terraformOf(config.environment),
  runComputeResourceTokenEnabled: config.computeResourceToken,
  scaleConcurrency: config.concurrency,
  scaleMaxExecutionTime: config.maxExecutionTime,
  scaleDownDelay: config.scaleDownDelay,
  ...config.size._toTerraform(),
});

const gateOf = (config: Config, code: CodeEngineFunction): DataIbmCodeEngineFunctionConfig => ({
  ...placeOf(config.project),
  name: code.name,
  dependsOn: [code],
  lifecycle: {
    postcondition: [
      gate.notFailed('function'),
      ...gate.noToken('function', config.computeResourceToken),
    ],
  },
});
