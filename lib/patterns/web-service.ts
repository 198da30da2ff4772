import { Construct } from 'constructs';
import { CertificateSource } from '../constructs/certificates/certificate-source';
import { IEventHub } from '../constructs/certificates/event-hub';
import { EventRecipient } from '../constructs/certificates/event-recipient';
import { RotatingCertificate } from '../constructs/certificates/rotating-certificate';
import { CisProtectedDomain } from '../constructs/edge/cis-protected-domain';
import { EdgeAlerts } from '../constructs/edge/edge-alerts';
import { EdgeFirewall } from '../constructs/edge/edge-firewall';
import { EdgeRule } from '../constructs/edge/edge-rule';
import { RateLimit } from '../constructs/edge/rate-limit';
import { Steering } from '../constructs/edge/steering';
import { ICisZone, onZone } from '../constructs/edge/zone';
import { Image } from '../constructs/images/image';
import { ICodeEngineProject } from '../constructs/workloads/code-engine-project';
import { Probe } from '../constructs/workloads/probe';
import { SecureApp, SecureAppOptions } from '../constructs/workloads/secure-app';
import { Problem, Settled, isA, matches, member, notEmpty, shortDigest } from '../core';
import { CIS_CAPABILITIES, CisCapabilities } from '../facts/cis-plans';
import { EMAIL_ADDRESS } from '../facts/edge-alerts';
import { PROBE_PATH } from '../facts/names';

/** What a web service takes in each region. */
export interface WebServiceRegion {
  /** The project that runs the app. */
  readonly project: ICodeEngineProject;
  /** What the app runs, pinned by digest. */
  readonly image: Image;
}

/** What a web service takes, in however many regions. */
export interface WebServiceOptions {
  /** The zone that holds the host. */
  readonly zone: ICisZone;
  /** The whole host name in lower case: `shop.example.com`. */
  readonly host: string;
  /** Where the certificate of the host comes from, and who renews it. */
  readonly certificate: CertificateSource;
  /** The instance of Event Notifications that tells of renewals, starts the rotators and sends the alarms. */
  readonly hub: IEventHub;
  /** A stock image with Node.js 20 or newer as `node`, pinned by digest, in which the rotators run. */
  readonly rotatorImage: Image;
  /** The addresses that are told of attacks, of regions that are ill and of certificates that do not renew; at least one. */
  readonly emails: string[];
  /**
   * A path that answers 200, without sign-in, while the app is well: for the check at the edge and for readiness.
   * @default '/'
   */
  readonly healthPath?: string;
  /**
   * Alerts of the instance of Internet Services that there are already, which then watch this service too.
   * @default - they are made here, where the plan of the zone has alerts
   */
  readonly alerts?: EdgeAlerts;
  /**
   * How the app runs.
   * @default - as a `SecureApp` does, with one instance at least, since health checks have to find one
   */
  readonly appOptions?: SecureAppOptions;
}

export const WEB_SERVICE_DEFAULTS = { healthPath: '/', appOptions: {} };

export type WebServiceConfig = Settled<WebServiceOptions, typeof WEB_SERVICE_DEFAULTS>;

/**
 * The parts of a web service.
 * @internal
 */
export interface WebServiceParts {
  readonly certificate: RotatingCertificate;
  readonly firewall: EdgeFirewall;
  readonly domain: CisProtectedDomain;
  readonly alerts?: EdgeAlerts;
}

/** An app that the edge opens, by the name of its region. */
type Apps = Readonly<Record<string, SecureApp>>;

/** What one and several regions have in common: apps that only the edge opens, behind one host. */
export const webService = {
  /** What the parts would not refuse by a prop that the caller knows. */
  problemsIn: ({ zone, emails, healthPath, alerts }: WebServiceConfig): Problem[] => [
    ...onZone.isZone('zone', zone),
    ...notEmpty(
      'emails',
      emails ?? [],
      'at least one address, so that attacks and failures are told',
    ),
    ...(emails ?? []).flatMap((it, at) => matches(member('emails', `${at}`), it, EMAIL_ADDRESS)),
    ...matches('healthPath', healthPath, PROBE_PATH),
    ...(alerts === undefined ? [] : isA('alerts', alerts, 'addPool', 'an EdgeAlerts')),
  ],

  /** The apps that it serves, one a region. */
  apps: (
    scope: Construct,
    { healthPath, appOptions }: WebServiceConfig,
    regions: Readonly<Record<string, WebServiceRegion>>,
  ): Apps =>
    Object.fromEntries(
      Object.entries(regions).map(([name, region]) => [
        name,
        new SecureApp(scope, `App-${name}`, {
          ...{ readiness: Probe.http(healthPath), minInstances: 1 },
          ...appOptions,
          ...region,
        }),
      ]),
    ),

  /** What stands before apps; each part refuses its own problems. */
  front: (
    scope: Construct,
    config: WebServiceConfig,
    apps: Apps,
    steering?: Steering,
  ): WebServiceParts => {
    const { zone, host, healthPath } = config;
    const certificate = certificateOf(scope, config);
    const firewall = EdgeFirewall._madeFor(zone) ?? firewallOf(scope, zone);
    const origins = Object.fromEntries(
      Object.entries(apps).map(([name, workload]) => [
        name,
        { workload, tlsSecret: certificate.attachTo(workload.project) },
      ]),
    );
    const domain = new CisProtectedDomain(scope, 'Domain', {
      ...{ zone, host, origins, steering },
      healthCheck: { path: healthPath },
    });
    const alerts = config.alerts ?? alertsOf(scope, config);
    for (const pool of alerts ? domain.poolIds : []) alerts?.addPool(pool);
    return { certificate, firewall, domain, alerts };
  },
};

const certificateOf = (scope: Construct, config: WebServiceConfig): RotatingCertificate =>
  new RotatingCertificate(scope, 'Certificate', {
    source: config.certificate,
    hosts: [config.host],
    hub: config.hub,
    rotatorImage: config.rotatorImage,
    alarms: Object.fromEntries(
      config.emails.map((it) => [`mail-${shortDigest(it)}`, EventRecipient.email(it)]),
    ),
  });

/** What holds for any web service; whose does more defines the firewall of the zone first. */
const firewallOf = (scope: Construct, zone: ICisZone): EdgeFirewall =>
  new EdgeFirewall(scope, 'Firewall', {
    zone,
    rules: [
      EdgeRule.block('methods', `not http.request.method in {${METHODS}}`, {
        description: 'Only the methods that web services use',
      }),
      EdgeRule.block('hidden_files', HIDDEN_FILES, { description: 'No hidden files' }),
    ],
    rateLimits: has(zone, 'rateLimiting')
      ? [RateLimit.block('per_address', { requests: 100 })]
      : [],
  });

const METHODS = '"GET" "HEAD" "POST" "PUT" "PATCH" "DELETE" "OPTIONS"';
const HIDDEN_FILES =
  'http.request.uri.path contains "/.git" or http.request.uri.path contains "/.env"';

const alertsOf = (scope: Construct, { zone, emails }: WebServiceConfig): EdgeAlerts | undefined =>
  has(zone, 'alerts') ? new EdgeAlerts(scope, 'Alerts', { zone, emails }) : undefined;

const has = ({ plan }: ICisZone, capability: keyof CisCapabilities): boolean =>
  CIS_CAPABILITIES[plan]?.[capability] ?? true;
