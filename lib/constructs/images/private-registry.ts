import { Construct } from 'constructs';
import { ImageRepository } from './image';
import { ExistingNamespace, ExistingNamespaceOptions, namespaceAccess } from './namespace-access';
import { IRegistry } from './registry';
import { RegistryCredentials } from './registry-credentials';
import { registryGrants } from './registry-grants';
import { CrNamespace, CrNamespaceConfig } from '../../.gen/providers/ibm/cr-namespace';
import {
  CrRetentionPolicy,
  CrRetentionPolicyConfig,
} from '../../.gen/providers/ibm/cr-retention-policy';
import {
  OptOut,
  Problem,
  Settled,
  between,
  given,
  matches,
  recordWaivers,
  reject,
  replacementTrigger,
  unwaived,
  withDefaults,
} from '../../core';
import { REGISTRY_LIMITS } from '../../facts/limits';
import { RESOURCE_GROUP_ID } from '../../facts/names';
import { ISourceBuild } from '../builds/source-build';
import { Waiver } from '../waiver';
import { IWorkload } from '../workloads/workload';

/** Waivers for `PrivateRegistry`. */
export interface PrivateRegistryWaivers {
  /**
   * Excuses `deletionProtection: false`.
   * @default - none
   */
  readonly deletionProtection?: Waiver;
}

/** Properties for `PrivateRegistry`. */
export interface PrivateRegistryProps extends ExistingNamespaceOptions {
  /** The id of the resource group, 32 characters. */
  readonly resourceGroupId: string;
  /**
   * How many images of each repository are kept, 1 to 10000; older ones are removed daily.
   * @default 10
   */
  readonly imagesPerRepository?: number;
  /**
   * Whether images without a tag are kept; what runs by its digest may have none.
   * @default true
   */
  readonly retainUntagged?: boolean;
  /**
   * Whether Terraform refuses to destroy the namespace, and with it every image in it.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: PrivateRegistryWaivers;
}

const DEFAULTS = {
  ...namespaceAccess.defaults,
  imagesPerRepository: 10,
  retainUntagged: true,
  deletionProtection: true,
  waivers: {},
};
type Config = Settled<PrivateRegistryProps, typeof DEFAULTS>;

/**
 * A namespace of IBM Cloud Container Registry for the images of workloads, reached over the private network.
 *
 * To pull and to push are two service IDs, each with one policy on this namespace alone and an API key of its own,
 * made when something first pulls or pushes; the key of whoever deploys is never used. Both keys are in Terraform's
 * state and in Code Engine's registry secrets. Vulnerability Advisor scans what is pushed by itself; `ce-guard
 * scan-gate` stops a pipeline on what it found.
 * @see https://cloud.ibm.com/docs/Registry?topic=Registry-getting-started
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cr_namespace
 */
export class PrivateRegistry extends Construct implements IRegistry {
  /**
   * A namespace that exists, by its name; who may pull and push is made here all the same.
   * @throws an error naming every problem: a name or a region that Container Registry does not know
   */
  public static fromNamespaceName(
    scope: Construct,
    id: string,
    options: ExistingNamespaceOptions,
  ): IRegistry {
    return new ExistingNamespace(scope, id, options);
  }

  /** The name of the namespace. */
  public readonly namespaceName: string;
  /** Host and namespace, before which no repository has anything: `private.us.icr.io/shop`. */
  public readonly address: string;
  private readonly credentials: RegistryCredentials;

  /** @throws an error naming every problem: a name or a region that Container Registry does not know, a missing waiver */
  constructor(scope: Construct, id: string, props: PrivateRegistryProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(config));
    const namespace = new CrNamespace(this, 'Resource', terraformOf(config));
    recordWaivers(namespace, optOutsIn(config));
    new CrRetentionPolicy(this, 'Retention', retentionOf(this, config, namespace));
    this.namespaceName = namespace.name;
    this.address = namespaceAccess.addressOf(config);
    this.credentials = namespaceAccess.credentialsOf(this, config, namespace.name);
  }

  /**
   * A repository of the namespace; whatever runs an image of it may pull it, and whatever builds into it may push.
   * @param repository the path inside the namespace: `web`
   * @throws an error when it is no such path
   */
  public image(repository: string): ImageRepository {
    return registryGrants.image(this.address, repository, this.credentials);
  }

  /**
   * Lets a workload pull its image, however the image is referred to.
   * @throws an error when the workload was not made here
   */
  public grantPull(workload: IWorkload): void {
    registryGrants.pull(this, workload, this.credentials);
  }

  /**
   * Lets a build push its image.
   * @throws an error when the build was not made here
   */
  public grantPush(build: ISourceBuild): void {
    registryGrants.push(this, build, this.credentials);
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...namespaceAccess.problemsIn(config),
  ...given('resourceGroupId', config.resourceGroupId, RESOURCE_GROUP_ID.words),
  ...matches('resourceGroupId', config.resourceGroupId, RESOURCE_GROUP_ID),
  // trap registry/images-per-repo-is-unchecked
  ...between(
    'imagesPerRepository',
    config.imagesPerRepository,
    REGISTRY_LIMITS.imagesPerRepository,
  ),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = ({ deletionProtection, waivers }: Config): OptOut[] => [
  {
    rule: 'images/namespace-protected',
    prop: 'deletionProtection',
    got: 'false',
    expected: 'true',
    taken: !deletionProtection,
    waiverProp: 'waivers.deletionProtection',
    waiver: waivers.deletionProtection,
  },
];

const terraformOf = (config: Config): CrNamespaceConfig => ({
  name: config.namespaceName,
  resourceGroupId: config.resourceGroupId,
  lifecycle: { preventDestroy: config.deletionProtection },
});

/** trap registry/retention-count-change-resets-untagged: only what is made anew sends both. */
function retentionOf(
  scope: Construct,
  { imagesPerRepository, retainUntagged }: Config,
  { name }: CrNamespace,
): CrRetentionPolicyConfig {
  const trigger = replacementTrigger(scope, 'Retained', `${imagesPerRepository} ${retainUntagged}`);
  return {
    namespace: name,
    imagesPerRepo: imagesPerRepository,
    retainUntagged,
    lifecycle: { replaceTriggeredBy: [trigger] },
  };
}
