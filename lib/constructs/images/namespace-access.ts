import { Construct } from 'constructs';
import { ImageRepository } from './image';
import { IRegistry } from './registry';
import { Purpose, RegistryCredentials } from './registry-credentials';
import { registryGrants } from './registry-grants';
import {
  Problem,
  Settled,
  accountNameOf,
  between,
  given,
  isInstant,
  matches,
  oneOf,
  reject,
  withDefaults,
} from '../../core';
import { GRANTS } from '../../facts/grants';
import { KEY_GENERATION } from '../../facts/limits';
import { ACCOUNT_NAME, NAMESPACE_NAME } from '../../facts/names';
import { PRIVATE_REGISTRY_HOSTS, RegistryRegion } from '../../facts/registries';
import { ServiceIdentity } from '../access/service-identity';
import { ISourceBuild } from '../builds/source-build';
import { IWorkload } from '../workloads/workload';

/** Options for `PrivateRegistry.fromNamespaceName`, and what a new namespace takes too. */
export interface ExistingNamespaceOptions {
  /** The name of the namespace, 4 to 30 characters, unique among all accounts of the region. */
  readonly namespaceName: string;
  /** The region of the registry; it has to be the one of the provider, which makes the namespace there. */
  readonly region: RegistryRegion;
  /**
   * Raise it to replace the API keys of pull and push; each new key is in use before the old one is gone.
   * @default 1
   */
  readonly keyGeneration?: number;
  /**
   * When the API keys of pull and push end, as an RFC 3339 moment in UTC; raise `keyGeneration` before.
   * @default - they do not end by themselves
   */
  readonly keysExpireAt?: string;
}

const DEFAULTS = { keyGeneration: 1 };
type Config = Settled<ExistingNamespaceOptions, typeof DEFAULTS>;

/** Who pulls from a namespace and who pushes, of one that is made here or elsewhere. */
export const namespaceAccess = {
  defaults: DEFAULTS,

  problemsIn: (config: Config): Problem[] => [
    ...given('namespaceName', config.namespaceName, NAMESPACE_NAME.words),
    ...matches('namespaceName', config.namespaceName, NAMESPACE_NAME),
    ...given('region', config.region, 'a RegistryRegion'),
    ...oneOf('region', config.region, Object.values(RegistryRegion)),
    ...between('keyGeneration', config.keyGeneration, KEY_GENERATION),
    // trap iam/api-key-expiry-is-unchecked
    ...isInstant('keysExpireAt', config.keysExpireAt),
  ],

  addressOf: ({ region, namespaceName }: Config): string =>
    `${PRIVATE_REGISTRY_HOSTS[region]}/${namespaceName}`,

  /** Two service IDs, each there only if something needs it. */
  credentialsOf: (registry: Construct, config: Config, namespace: string): RegistryCredentials => {
    const identities = new Map<Purpose, ServiceIdentity>();
    const login = (purpose: Purpose) => () => {
      const identity = identities.get(purpose) ?? identityFor(registry, config, namespace, purpose);
      identities.set(purpose, identity);
      return { username: 'iamapikey', password: identity.apiKey };
    };
    const host = PRIVATE_REGISTRY_HOSTS[config.region];
    return new RegistryCredentials(registry, host, { pull: login('pull'), push: login('push') });
  },
};

const identityFor = (
  registry: Construct,
  { region, keyGeneration, keysExpireAt }: Config,
  namespace: string,
  purpose: Purpose,
): ServiceIdentity =>
  new ServiceIdentity(registry, purpose === 'pull' ? 'PullIdentity' : 'PushIdentity', {
    name: `${accountNameOf(registry, ACCOUNT_NAME).slice(0, 95)}-${purpose}`,
    description: `May ${purpose} the images of one namespace`,
    scope: { ...GRANTS[purpose], region, resource: namespace },
    keyGeneration,
    keyExpiresAt: keysExpireAt,
  });

/**
 * A namespace that was not made here: its images are pulled and pushed in the same way.
 * @internal
 */
export class ExistingNamespace extends Construct implements IRegistry {
  private readonly address: string;
  private readonly credentials: RegistryCredentials;

  constructor(scope: Construct, id: string, options: ExistingNamespaceOptions) {
    super(scope, id);
    const config = withDefaults(options, DEFAULTS);
    reject(this, namespaceAccess.problemsIn(config));
    this.address = namespaceAccess.addressOf(config);
    this.credentials = namespaceAccess.credentialsOf(this, config, config.namespaceName);
  }

  public image(repository: string): ImageRepository {
    return registryGrants.image(this.address, repository, this.credentials);
  }

  public grantPull(workload: IWorkload): void {
    registryGrants.pull(this, workload, this.credentials);
  }

  public grantPush(build: ISourceBuild): void {
    registryGrants.push(this, build, this.credentials);
  }
}
