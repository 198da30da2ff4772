import { ITerraformDependable, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { parent } from './on-hub';
import {
  SmPublicCertificateConfigurationCaLetsEncrypt,
  SmPublicCertificateConfigurationCaLetsEncryptConfig,
} from '../../.gen/providers/ibm/sm-public-certificate-configuration-ca-lets-encrypt';
import {
  SmPublicCertificateConfigurationDnsCis,
  SmPublicCertificateConfigurationDnsCisConfig,
} from '../../.gen/providers/ibm/sm-public-certificate-configuration-dns-cis';
import {
  Problem,
  Settled,
  accountNameOf,
  given,
  isA,
  keyOf,
  matches,
  partsOfCrn,
  reject,
  withDefaults,
} from '../../core';
import { AUTHORIZATIONS } from '../../facts/authorizations';
import { DOMAIN_NAME } from '../../facts/names';
import { STORED_SECRET_NAME } from '../../facts/secrets-manager';
import { ServiceAuthorization } from '../access/service-authorization';
import { ICisZone, onZone } from '../edge/zone';
import { SecretValue } from '../secrets/secret-value';
import { ISecretsStore } from '../secrets/secrets-store';

/** By whom certificates are issued, and how it is proved that the domain is ours. */
export interface ICertificateIssuer extends IConstruct {
  /** The instance of Secrets Manager that orders. */
  readonly store: ISecretsStore;
  /** The configuration of the certificate authority, by its name. */
  readonly authorityName: string;
  /** The configuration of the DNS provider, by its name. */
  readonly dnsName: string;
  /**
   * The domain for which it can be proved.
   * @default - not known here, so that no host is refused
   */
  readonly domain?: string;
}

/** Options for `LetsEncrypt.fromConfigurationNames`. */
export interface ExistingIssuerOptions {
  /** The instance of Secrets Manager that has the configurations. */
  readonly store: ISecretsStore;
  /** The configuration of the certificate authority, by its name. */
  readonly authorityName: string;
  /** The configuration of the DNS provider, by its name. */
  readonly dnsName: string;
  /**
   * The domain that the DNS provider holds.
   * @default - not known here, so that no host is refused
   */
  readonly domain?: string;
}

/** Properties for `LetsEncrypt`. */
export interface LetsEncryptProps {
  /** The instance of Secrets Manager that orders. */
  readonly store: ISecretsStore;
  /** The zone of Internet Services in which it is proved that the domain is ours. */
  readonly zone: ICisZone;
  /** The private key of a registered account of Let's Encrypt, as PEM in PKCS #8. */
  readonly accountKey: SecretValue;
  /**
   * How the names of both configurations begin, 2 to 240 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly configurationName?: string;
  /**
   * Whether the store may write into the instance of Internet Services already: an account takes the same authorization
   * once.
   * @default false
   */
  readonly writesDnsRecords?: boolean;
}

const DEFAULTS = { writesDnsRecords: false };
type Config = Settled<LetsEncryptProps, typeof DEFAULTS & { configurationName: string }>;

/**
 * Let's Encrypt as the issuer of certificates, and Internet Services as the place of proof: no API key, since the store is
 * let write the records itself.
 *
 * A store has few such configurations, so one of these serves many certificates. Its staging environment is not offered:
 * Code Engine serves no certificate that browsers do not trust. Terraform's state holds the account key in clear: keep it
 * in an encrypted backend.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-prepare-order-certificates
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/sm_public_certificate_configuration_ca_lets_encrypt
 */
export class LetsEncrypt extends Construct implements ICertificateIssuer {
  /**
   * Configurations that exist in a store, by their names.
   * @throws an error naming every problem: no store, a name that is none
   */
  public static fromConfigurationNames(
    scope: Construct,
    id: string,
    options: ExistingIssuerOptions,
  ): ICertificateIssuer {
    return new ExistingIssuer(scope, id, options);
  }

  /** The instance of Secrets Manager that orders. */
  public readonly store: ISecretsStore;
  /** The configuration of the certificate authority, by its name. */
  public readonly authorityName: string;
  /** The configuration of the DNS provider, by its name. */
  public readonly dnsName: string;
  /** The domain for which it can be proved. */
  public readonly domain?: string;

  /** @throws an error naming every problem: no store, no zone, a literal in place of the key, a name that is none */
  constructor(scope: Construct, id: string, props: LetsEncryptProps) {
    super(scope, id);
    const configurationName = accountNameOf(this, SHORT_NAME);
    const config = withDefaults(props, { ...DEFAULTS, configurationName });
    reject(this, problemsIn(this, config));
    const authority = authorityOf(config);
    const ca = new SmPublicCertificateConfigurationCaLetsEncrypt(this, 'Resource', authority);
    const dns = new SmPublicCertificateConfigurationDnsCis(this, 'Dns', dnsOf(this, config));
    this.store = config.store;
    this.authorityName = ca.name;
    this.dnsName = dns.name;
    this.domain = config.zone.domain;
  }
}

const SHORT_NAME = { ...STORED_SECRET_NAME, most: 240 };

const problemsIn = (scope: Construct, config: Config): Problem[] => [
  ...isA('store', config.store, 'instanceId', 'a SecretsStore'),
  ...onZone.problemsIn(scope, config.zone),
  ...isA('accountKey', config.accountKey, '_reference', 'a SecretValue'),
  ...matches('configurationName', config.configurationName, SHORT_NAME),
];

const placeOf = ({ store }: Config) => ({
  instanceId: store.instanceId,
  // trap secrets-manager/unset-region-is-the-providers: always that of the instance.
  region: store.region,
  endpointType: store.endpointType,
});

const authorityOf = (config: Config): SmPublicCertificateConfigurationCaLetsEncryptConfig => ({
  ...placeOf(config),
  name: `${config.configurationName}-lets-encrypt`,
  letsEncryptEnvironment: 'production',
  letsEncryptPrivateKey: config.accountKey._reference,
});

const dnsOf = (scope: Construct, config: Config): SmPublicCertificateConfigurationDnsCisConfig => ({
  ...placeOf(config),
  name: `${config.configurationName}-cis`,
  cloudInternetServicesCrn: config.zone.crn,
  // the service looks when the configuration is made; and nothing can be proved before the zone is active.
  dependsOn: [...leaveOf(scope, config), ...onZone.gate(config.zone)],
});

/** The leave of a store to write into an instance of Internet Services: once for each pair. */
function leaveOf(scope: Construct, config: Config): ITerraformDependable[] {
  const { store, zone, writesDnsRecords } = config;
  if (writesDnsRecords) return [];
  const id = `Dns-${keyOf(parent(store), zone.crn)}`;
  const made = store.node.tryFindChild(id) as ServiceAuthorization | undefined;
  const { service, roles } = AUTHORIZATIONS.writeDnsRecords;
  const leave =
    made ??
    new ServiceAuthorization(parent(store), id, {
      source: { service: 'secrets-manager', instanceId: store.instanceId },
      target: { service, instanceId: partsOfCrn(zone.crn).instanceId },
      roles: [...roles],
    });
  // another stack is applied before as a whole, and its resources cannot be named here.
  return TerraformStack.of(scope) === TerraformStack.of(store) ? [leave.effective] : [];
}

/** Configurations that were not made here. */
class ExistingIssuer extends Construct implements ICertificateIssuer {
  public readonly store: ISecretsStore;
  public readonly authorityName: string;
  public readonly dnsName: string;
  public readonly domain?: string;

  constructor(scope: Construct, id: string, options: ExistingIssuerOptions) {
    super(scope, id);
    const { store, authorityName, dnsName, domain } = options;
    reject(this, [
      ...isA('store', store, 'instanceId', 'a SecretsStore'),
      ...given('authorityName', authorityName, STORED_SECRET_NAME.words),
      ...matches('authorityName', authorityName ?? undefined, STORED_SECRET_NAME),
      ...given('dnsName', dnsName, STORED_SECRET_NAME.words),
      ...matches('dnsName', dnsName ?? undefined, STORED_SECRET_NAME),
      ...matches('domain', domain, DOMAIN_NAME),
    ]);
    this.store = store;
    this.authorityName = authorityName;
    this.dnsName = dnsName;
    this.domain = domain;
  }
}
