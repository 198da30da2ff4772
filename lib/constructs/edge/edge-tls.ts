import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { ZoneSettings, domainSettings } from './domain-settings';
import { edgeCertificates } from './edge-certificates';
import { hsts } from './hsts';
import { ICisZone, onZone } from './zone';
import { CisTlsSettings, CisTlsSettingsConfig } from '../../.gen/providers/ibm/cis-tls-settings';
import {
  OptOut,
  Problem,
  Settled,
  member,
  oneOf,
  reject,
  rejectValue,
  unwaived,
  withDefaults,
} from '../../core';
import { SecurityLevel } from '../../facts/security-level';
import {
  CIPHER_SUITES,
  EdgeCertificateAuthority,
  LEGACY_CIPHER_SUITES,
  TlsVersion,
} from '../../facts/tls';
import { Waiver } from '../waiver';

/** Waivers for `EdgeTls`. */
export interface EdgeTlsWaivers {
  /**
   * Excuses `legacyClients: true`.
   * @default - none
   */
  readonly legacyClients?: Waiver;
  /**
   * Excuses `hstsMaxAge: 0`.
   * @default - none
   */
  readonly hsts?: Waiver;
  /**
   * Excuses `hstsSubdomains: false`.
   * @default - none
   */
  readonly hstsSubdomains?: Waiver;
}

/** Properties for `EdgeTls`. */
export interface EdgeTlsProps {
  /** The zone, whose settings have this one owner; whoever made a zone that exists must not set them too. */
  readonly zone: ICisZone;
  /**
   * Hosts that the edge needs a certificate for, by their whole names in lower case: `www.example.com`. The domain and
   * what is one label below it are covered anyway; a certificate is ordered for each host that is deeper.
   * @default - none but what is covered anyway
   */
  readonly hosts?: string[];
  /**
   * The oldest version of TLS that clients may use; `TlsVersion.V1_3` on a zone that never had a list of cipher suites.
   * @default TlsVersion.V1_2
   */
  readonly minimumVersion?: TlsVersion;
  /**
   * Whether clients of TLS 1.2 without authenticated encryption are served, by four more cipher suites.
   * @default false
   */
  readonly legacyClients?: boolean;
  /**
   * Seconds for which browsers keep to HTTPS, 300 to 31536000: begin with few, raise it when all works, since no browser
   * forgets it earlier. 0 switches it off.
   * @default 31536000
   */
  readonly hstsMaxAge?: number;
  /**
   * Whether browsers keep to HTTPS for every host of the domain.
   * @default true
   */
  readonly hstsSubdomains?: boolean;
  /**
   * From which reputation on a visitor has to solve a challenge.
   * @default SecurityLevel.MEDIUM
   */
  readonly securityLevel?: SecurityLevel;
  /**
   * Who issues the certificates that are ordered.
   * @default EdgeCertificateAuthority.LETS_ENCRYPT
   */
  readonly certificateAuthority?: EdgeCertificateAuthority;
  /**
   * Days that an ordered certificate lives: 90, or 14 or 30 with `EdgeCertificateAuthority.GOOGLE`; it is renewed by
   * itself. To change it, or the authority, leaves these hosts without a certificate for the minutes until the new one
   * is issued.
   * @default 90
   */
  readonly certificateDays?: number;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: EdgeTlsWaivers;
}

const DEFAULTS = {
  hosts: [],
  minimumVersion: TlsVersion.V1_2,
  legacyClients: false,
  hstsMaxAge: 31536000,
  hstsSubdomains: true,
  securityLevel: SecurityLevel.MEDIUM,
  certificateAuthority: EdgeCertificateAuthority.LETS_ENCRYPT,
  certificateDays: 90,
  waivers: {},
};
type Config = Settled<EdgeTlsProps, typeof DEFAULTS>;

/** The TLS of each zone that has one: there is never a second. */
const made = new WeakMap<object, EdgeTls>();

/**
 * How the edge speaks TLS, with clients and with Code Engine: 1.2 at least, 1.3 offered and never 0-RTT, the six cipher
 * suites of Code Engine itself, HTTPS only, and an origin whose certificate is validated.
 *
 * Each setting is always sent; one that is no longer said would stay as it was. All of them stay when this is removed.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure#secure-tls
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_domain_settings
 */
export class EdgeTls extends Construct {
  /**
   * The TLS of a zone; it is made with its defaults when it is first asked for.
   * @throws an error when it is no zone
   */
  public static of(zone: ICisZone): EdgeTls {
    rejectValue('EdgeTls', onZone.isZone('zone', zone));
    return made.get(onZone.identity(zone)) ?? new EdgeTls(onZone.construct(zone), 'Tls', { zone });
  }

  private readonly config: Config;
  private readonly protections: ITerraformDependable[];

  /**
   * @throws an error naming every problem: no zone or one that has its TLS already, hosts outside it, suites beside TLS 1.3,
   * a missing waiver
   */
  constructor(scope: Construct, id: string, props: EdgeTlsProps) {
    super(scope, id);
    this.config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(this, this.config));
    const { zone, hosts } = this.config;
    made.set(onZone.identity(zone), this);
    const tls = new CisTlsSettings(this, 'Resource', terraformOf(this.config));
    domainSettings.contribute(zone, settingsOf(this.config), optOutsIn(this.config));
    this.protections = [tls, domainSettings.of(zone)];
    this.protections.push(...edgeCertificates.order(this, zone, hosts, this.config));
  }

  /**
   * What is not to be reached before it holds: for `dependsOn` of whatever makes a host resolve to the edge.
   * @internal
   */
  public get _protections(): ITerraformDependable[] {
    return [...this.protections];
  }

  /**
   * Sees that the edge has a certificate for one more host, which may have one already.
   * @param host the whole name in lower case: `api.eu.example.com`
   * @throws an error when the zone does not hold the host, or when it is a wildcard that no certificate covers
   */
  public addHost(host: string): void {
    const { zone } = this.config;
    reject(this, edgeCertificates.problemsInHost('host', zone, host));
    this.protections.push(...edgeCertificates.order(this, zone, [host], this.config));
  }
}

function problemsIn(tls: EdgeTls, config: Config): Problem[] {
  const zone = onZone.problemsIn(tls, config.zone);
  return [
    ...zone,
    ...(zone.length > 0 ? [] : problemsOnZone(config)),
    // trap internet-services/tls-1-4-passes-plan
    ...oneOf('minimumVersion', config.minimumVersion, Object.values(TlsVersion)),
    ...problemsInSuites(config),
    ...hsts.problemsIn(config),
    ...oneOf('securityLevel', config.securityLevel, Object.values(SecurityLevel)),
    ...edgeCertificates.problemsInOrder(config),
    ...unwaived(optOutsIn(config)),
  ];
}

const problemsOnZone = ({ zone, hosts }: Config): Problem[] => [
  ...(made.has(onZone.identity(zone)) ? [SECOND] : []),
  ...hosts.flatMap((host, at) =>
    edgeCertificates.problemsInHost(member('hosts', `${at}`), zone, host),
  ),
];

const SECOND: Problem = {
  prop: 'zone',
  got: 'a zone that has its TLS',
  expected: 'one that has none yet',
  remedy: 'use EdgeTls.of',
};

const problemsInSuites = ({ minimumVersion, legacyClients }: Config): Problem[] =>
  legacyClients && minimumVersion === TlsVersion.V1_3
    ? [{ prop: 'legacyClients', got: 'true', expected: 'false beside TlsVersion.V1_3' }]
    : [];

const optOutsIn = (config: Config): OptOut[] => [
  {
    rule: 'edge/tls-suites',
    prop: 'legacyClients',
    got: 'true',
    expected: 'false',
    taken: config.legacyClients,
    waiverProp: 'waivers.legacyClients',
    waiver: config.waivers.legacyClients,
  },
  ...hsts.optOutsIn(config),
];

/**
 * trap internet-services/minimum-tls-has-two-owners: one value for both resources.
 * trap internet-services/tls-settings-are-always-sent-together: none of the three is left to what was read.
 */
const terraformOf = ({ zone, minimumVersion }: Config): CisTlsSettingsConfig => ({
  ...onZone.terraformOf(zone),
  minTlsVersion: minimumVersion,
  // never zrt: what is sent with 0-RTT can be sent again by others.
  tls13: 'on',
  universalSsl: true,
});

/** trap internet-services/removed-setting-stays: each is always said. */
const settingsOf = (config: Config): ZoneSettings => ({
  ssl: 'strict',
  minTlsVersion: config.minimumVersion,
  cipher: suitesOf(config),
  alwaysUseHttps: 'on',
  automaticHttpsRewrites: 'on',
  opportunisticEncryption: 'on',
  securityLevel: config.securityLevel,
  browserCheck: 'on',
  http2: 'on',
  securityHeader: hsts.terraformOf(config),
});

/**
 * The six, or none: a list is refused beside TLS 1.3 alone.
 *
 * trap internet-services/empty-cipher-list-is-never-sent: none is no empty list.
 */
const suitesOf = ({ minimumVersion, legacyClients }: Config): string[] | undefined =>
  minimumVersion === TlsVersion.V1_3
    ? undefined
    : [...CIPHER_SUITES, ...(legacyClients ? LEGACY_CIPHER_SUITES : [])];
