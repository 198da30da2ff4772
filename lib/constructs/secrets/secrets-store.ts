import { Construct, IConstruct } from 'constructs';
import { keyIssuance } from './key-issuance';
import {
  OptOut,
  Problem,
  Settled,
  accountNameOf,
  departs,
  given,
  matches,
  partsOfCrn,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { GRANTS } from '../../facts/grants';
import { instanceCrn } from '../../facts/names';
import { EndpointType, SecretsManagerPlan } from '../../facts/secrets-manager';
import { INSTANCE_NAME } from '../../facts/service-instances';
import { WorkloadIdentity } from '../access/workload-identity';
import { Waiver } from '../waiver';
import { serviceInstance } from '../workloads/service-instance';
import { IWorkload } from '../workloads/workload';

/** An instance of Secrets Manager, made here or elsewhere. */
export interface ISecretsStore extends IConstruct {
  /** The id of the instance, a GUID. */
  readonly instanceId: string;
  /** The cloud resource name of the instance. */
  readonly crn: string;
  /** The region that holds the instance. */
  readonly region: string;
  /** By which endpoint Terraform reaches the instance. */
  readonly endpointType: EndpointType;
  /** The private address at which workloads read secrets. */
  readonly serviceUrl: string;
  /**
   * Lets a workload read every secret of the instance; to read those of one app, grant its `SecretGroup`.
   * @param workload the app, job or function, by its trusted profile
   * @throws an error when it is no workload
   */
  grantRead(workload: IWorkload): void;
}

/** Options for `SecretsStore.fromCrn`. */
export interface ExistingStoreOptions {
  /** The cloud resource name of the instance. */
  readonly crn: string;
  /**
   * Whether Terraform reaches the instance over the internet, which one that is private does not let it.
   * @default false
   */
  readonly publicEndpoint?: boolean;
  /**
   * Whether the instance may issue API keys already: an account takes the same authorization once.
   * @default false
   */
  readonly issuesApiKeys?: boolean;
}

/** Waivers for `SecretsStore`. */
export interface SecretsStoreWaivers {
  /**
   * Excuses `publicEndpoint: true`.
   * @default - none
   */
  readonly publicEndpoint?: Waiver;
  /**
   * Excuses `deletionProtection: false`.
   * @default - none
   */
  readonly deletionProtection?: Waiver;
}

/** Properties for `SecretsStore`. */
export interface SecretsStoreProps {
  /** The id of the resource group, 32 characters. */
  readonly resourceGroupId: string;
  /** The region that holds the instance: `us-south`. */
  readonly region: string;
  /**
   * The name of the instance, at most 180 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly instanceName?: string;
  /**
   * What the instance costs and how long it is there.
   * @default SecretsManagerPlan.STANDARD
   */
  readonly plan?: SecretsManagerPlan;
  /**
   * Whether the instance can be reached from the internet too; that needs a waiver. Without it Terraform has to run
   * where it reaches IBM Cloud's private network.
   * @default false
   */
  readonly publicEndpoint?: boolean;
  /**
   * Whether Terraform refuses to destroy the instance, and with it every secret.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: SecretsStoreWaivers;
}

const DEFAULTS = {
  plan: SecretsManagerPlan.STANDARD,
  publicEndpoint: false,
  deletionProtection: true,
  issuesApiKeys: false,
  waivers: {},
};
type Config = Settled<SecretsStoreProps, typeof DEFAULTS & { instanceName: string }>;

/**
 * An instance of Secrets Manager that only IBM Cloud's private network reaches: the place where secrets lie, rotate and
 * are read at run time.
 *
 * What Terraform writes into it stands in Terraform's state too: keep that in an encrypted backend.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-getting-started
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/resource_instance
 */
export class SecretsStore extends Construct implements ISecretsStore {
  /**
   * An instance that exists, by its cloud resource name.
   * @throws an error when it is not the name of an instance of Secrets Manager
   */
  public static fromCrn(
    scope: Construct,
    id: string,
    options: ExistingStoreOptions,
  ): ISecretsStore {
    return new ExistingStore(scope, id, options);
  }

  /** The id of the instance, a GUID. */
  public readonly instanceId: string;
  /** The cloud resource name of the instance. */
  public readonly crn: string;
  /** The region that holds the instance. */
  public readonly region: string;
  /** By which endpoint Terraform reaches the instance. */
  public readonly endpointType: EndpointType;
  /** The private address at which workloads read secrets. */
  public readonly serviceUrl: string;

  /** @throws an error naming every problem: a region or plan that there is not, a missing waiver */
  constructor(scope: Construct, id: string, props: SecretsStoreProps) {
    super(scope, id);
    const instanceName = accountNameOf(this, INSTANCE_NAME);
    const config = withDefaults(props, { ...DEFAULTS, instanceName });
    reject(this, problemsIn(config));
    const instance = serviceInstance.define(this, SERVICE, config, parametersOf(config));
    recordWaivers(instance, optOutsIn(config));
    this.instanceId = instance.guid;
    this.crn = instance.crn;
    this.region = config.region;
    this.endpointType = endpointOf(config);
    this.serviceUrl = urlOf(this);
  }

  /**
   * Lets a workload read every secret of the instance; to read those of one app, grant its `SecretGroup`.
   * @param workload the app, job or function, by its trusted profile
   * @throws an error when it is no workload
   */
  public grantRead(workload: IWorkload): void {
    grantRead(this, workload);
  }
}

const SERVICE = 'secrets-manager';

const problemsIn = (config: Config): Problem[] => [
  ...serviceInstance.problemsIn(SERVICE, config),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = ({ publicEndpoint, deletionProtection, waivers }: Config): OptOut[] => [
  {
    rule: 'secrets/store-private',
    prop: 'publicEndpoint',
    got: 'true',
    expected: 'false',
    taken: departs(publicEndpoint, publicEndpoint),
    waiverProp: 'waivers.publicEndpoint',
    waiver: waivers.publicEndpoint,
  },
  {
    rule: 'secrets/store-protected',
    prop: 'deletionProtection',
    got: 'false',
    expected: 'true',
    taken: departs(deletionProtection, !deletionProtection),
    waiverProp: 'waivers.deletionProtection',
    waiver: waivers.deletionProtection,
  },
];

const parametersOf = ({ publicEndpoint }: Config) => ({
  allowed_network: publicEndpoint ? 'public-and-private' : 'private-only',
});

const endpointOf = ({ publicEndpoint }: { publicEndpoint: boolean }) =>
  publicEndpoint ? EndpointType.PUBLIC : EndpointType.PRIVATE;

const urlOf = ({ instanceId, region }: ISecretsStore) =>
  `https://${instanceId}.private.${region}.secrets-manager.appdomain.cloud`;

function grantRead(store: ISecretsStore, workload: IWorkload): void {
  const { instanceId } = store;
  WorkloadIdentity.of(workload)._grant(store, GRANTS.readStore, { instanceId });
}

/** An instance that was not made here: all there is to know of it stands in its name. */
class ExistingStore extends Construct implements ISecretsStore {
  public readonly instanceId: string;
  public readonly crn: string;
  public readonly region: string;
  public readonly endpointType: EndpointType;
  public readonly serviceUrl: string;

  constructor(scope: Construct, id: string, options: ExistingStoreOptions) {
    super(scope, id);
    const { crn, publicEndpoint, issuesApiKeys } = withDefaults(options, DEFAULTS);
    const rule = instanceCrn(SERVICE);
    reject(this, [...given('crn', crn, rule.words), ...matches('crn', crn ?? undefined, rule)]);
    const { instanceId, region } = partsOfCrn(crn);
    this.instanceId = instanceId;
    this.crn = crn;
    this.region = region;
    this.endpointType = endpointOf({ publicEndpoint });
    this.serviceUrl = urlOf(this);
    keyIssuance.note(this, issuesApiKeys);
  }

  public grantRead(workload: IWorkload): void {
    grantRead(this, workload);
  }
}
