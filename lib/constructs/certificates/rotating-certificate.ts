import { Construct } from 'constructs';
import { certificateHosts } from './certificate-hosts';
import { CertificateSource } from './certificate-source';
import { cronExpression } from './cron-expression';
import { IEventHub } from './event-hub';
import { EventRecipient } from './event-recipient';
import { problemsInHub } from './on-hub';
import { RotatorJob } from './rotator-job';
import { Schedule } from './schedule';
import { StoreEvents, storeEvents } from './store-events';
import { StoredCertificate } from './stored-certificate';
import {
  OptOut,
  Problem,
  Settled,
  accountNameOf,
  between,
  departs,
  isA,
  keyOf,
  matches,
  member,
  nameOf,
  recordWaivers,
  reject,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import { CERTIFICATE_LIFETIME_DAYS, CERTIFICATE_LIMITS } from '../../facts/certificates';
import { SECRET_NAME } from '../../facts/names';
import { STORED_SECRET_NAME } from '../../facts/secrets-manager';
import { Image } from '../images/image';
import { AppSecret, IAppSecret } from '../secrets/app-secret';
import { ISecretGroup } from '../secrets/secret-group';
import { Waiver } from '../waiver';
import { ICodeEngineProject } from '../workloads/code-engine-project';
import { SecureJob } from '../workloads/secure-job';

/** Options for `RotatingCertificate.attachTo`. */
export interface AttachOptions {
  /**
   * A TLS secret that the project has already and that the rotator takes over. Then Terraform never sees the key.
   * @default - one is made, whose first content is the certificate as it is
   */
  readonly tlsSecret?: IAppSecret;
}

/** Waivers for `RotatingCertificate`. */
export interface RotatingCertificateWaivers {
  /**
   * Excuses `alarms` that are empty.
   * @default - none
   */
  readonly noAlarms?: Waiver;
  /**
   * Excuses `maximumDays` of more than 90.
   * @default - none
   */
  readonly longLived?: Waiver;
}

/** Properties for `RotatingCertificate`. */
export interface RotatingCertificateProps {
  /** Where the certificate comes from, and who renews it. */
  readonly source: CertificateSource;
  /** The hosts that it covers, by their whole names in lower case, at most 100; a wildcard may be one. */
  readonly hosts: string[];
  /** The instance of Event Notifications that tells of renewals, starts the rotators and sends the alarms. */
  readonly hub: IEventHub;
  /** A stock image with Node.js 20 or newer as `node`, pinned by digest, in which the rotators run. */
  readonly rotatorImage: Image;
  /**
   * Who is told when a secret of the store could not be renewed, is about to expire or has expired, by names of your own;
   * nobody needs a waiver.
   * @default - nobody
   */
  readonly alarms?: { readonly [name: string]: EventRecipient };
  /**
   * When the rotators run beside each renewal, in UTC: what `Schedule` takes.
   * @default '17 3 * * *'
   */
  readonly cron?: string;
  /**
   * Days for which a certificate may be valid, 1 to 398; more than 90 need a waiver.
   * @default 90
   */
  readonly maximumDays?: number;
  /**
   * Whether the rotators may go by public endpoints where no private one answers.
   * @default false
   */
  readonly publicFallback?: boolean;
  /**
   * Whether the store sends its events to the hub already: it takes one registration.
   * @default false
   */
  readonly storeSendsEvents?: boolean;
  /**
   * How the name of the certificate in Secrets Manager begins, 2 to 240 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly secretName?: string;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: RotatingCertificateWaivers;
}

const DEFAULTS = {
  alarms: {},
  cron: '17 3 * * *',
  maximumDays: 90,
  publicFallback: false,
  storeSendsEvents: false,
  waivers: {},
};
type Config = Settled<RotatingCertificateProps, typeof DEFAULTS & { secretName: string }>;

/**
 * A certificate that is renewed by itself and is served minutes later, without `terraform apply`, API key or public address.
 *
 * Secrets Manager renews it and says so. A job in each project reads it, checks it, and puts it into the TLS secret there;
 * it runs once a day besides. Another set of hosts is a new certificate and a new TLS secret, and the old ones serve until
 * both are there.
 *
 * Terraform's state holds the first key, since Code Engine takes no host without a valid certificate for it, and nothing
 * runs a job while Terraform applies: keep state in an encrypted backend. Renewals write their keys past Terraform; a
 * refresh reads the certificate of an ordered one, with its key. To keep every key out of the state, bring a certificate
 * that exists and a TLS secret that exists.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-domain-mappings
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/sm_public_certificate
 */
export class RotatingCertificate extends Construct {
  /** The id of the certificate as a secret of Secrets Manager. */
  public readonly secretId: string;
  /** The group that holds the certificate. */
  public readonly group: ISecretGroup;
  private readonly config: Config;
  private readonly stored: StoredCertificate;
  private readonly events: StoreEvents;
  private readonly attached = new Map<string, Attachment>();

  /**
   * @throws an error naming every problem: no source, hosts that are none or outside of the domain, no hub or another one
   * than has the events of the store, no image, an expression that the timer does not take, a missing waiver
   */
  constructor(scope: Construct, id: string, props: RotatingCertificateProps) {
    super(scope, id);
    const secretName = accountNameOf(this, SHORT_NAME);
    this.config = withDefaults(props, { ...DEFAULTS, secretName });
    reject(this, problemsIn(this, this.config));
    const { source, hub, storeSendsEvents, alarms } = this.config;
    this.stored = source._maker.make(this, this.config);
    recordWaivers(this.stored.element, optOutsIn(this.config));
    this.secretId = this.stored.secretId;
    this.group = this.stored.group;
    this.events = storeEvents.of(hub, source._maker.store, storeSendsEvents);
    for (const [name, it] of Object.entries(alarms)) this.events.alarming.notify(name, it);
  }

  /**
   * Serves the certificate in a project: its TLS secret there, for a domain mapping, and the job that renews it. Asking
   * twice for one project gives the same.
   * @param project the project, of whatever region
   * @throws an error when it is no project, or when it was attached with another TLS secret
   */
  public attachTo(project: ICodeEngineProject, options: AttachOptions = {}): IAppSecret {
    return this.attachment(project, options).tlsSecret;
  }

  /**
   * The job that renews the certificate in a project, which is attached where it was not.
   * @param project the project, of whatever region
   * @throws an error when it is no project
   */
  public rotatorIn(project: ICodeEngineProject): SecureJob {
    return this.attachment(project, {}).job;
  }

  private attachment(project: ICodeEngineProject, options: AttachOptions): Attachment {
    reject(this, problemsInAttachment(project, options));
    const key = keyOf(this, project.projectId);
    const before = this.attached.get(key);
    reject(this, problemsInSecond(before, options));
    const attachment = before ?? this.attach(key, project, options);
    this.attached.set(key, attachment);
    return attachment;
  }

  private attach(key: string, project: ICodeEngineProject, options: AttachOptions): Attachment {
    const { hosts, hub, cron, rotatorImage: image, publicFallback } = this.config;
    const { secretId, group } = this.stored;
    const tlsSecret = options.tlsSecret ?? this.tlsSecretIn(key, project);
    const { secretName: tlsSecretName } = tlsSecret;
    const rotation = { project, image, group, secretId, tlsSecretName, hosts, publicFallback };
    const { job } = new RotatorJob(this, `Rotator-${key}`, rotation);
    this.events.rotated.startJob(job);
    new Schedule(this, `Timer-${key}`, { hub, job, cron });
    return { tlsSecret, job };
  }

  private tlsSecretIn(key: string, project: ICodeEngineProject): IAppSecret {
    const { digest, firstContent } = this.stored;
    const secretName = `${nameOf(this, SECRET_NAME).slice(0, 230)}-${digest}`;
    return new AppSecret(this, `Tls-${key}`, { project, secretName, data: firstContent() });
  }
}

interface Attachment {
  readonly tlsSecret: IAppSecret;
  readonly job: SecureJob;
}

const SHORT_NAME = { ...STORED_SECRET_NAME, most: 240 };

const problemsIn = (scope: Construct, config: Config): Problem[] => {
  const source = isA('source', config.source, '_maker', 'a CertificateSource');
  const hub = problemsInHub(scope, config.hub);
  const hosts = certificateHosts.problemsIn('hosts', config.hosts);
  const maker = config.source?._maker;
  return [
    ...source,
    ...hosts,
    ...(source.length > 0 || hosts.length > 0 ? [] : maker.problemsIn(config)),
    ...hub,
    ...(source.length > 0 || hub.length > 0
      ? []
      : storeEvents.problemsIn(maker.store, config.hub, config.storeSendsEvents)),
    ...isA('rotatorImage', config.rotatorImage, 'reference', 'an Image'),
    ...Object.entries(config.alarms).flatMap(([name, it]) =>
      isA(member('alarms', name), it, '_channel', 'an EventRecipient'),
    ),
    ...cronExpression.problemsIn('cron', config.cron),
    ...between('maximumDays', config.maximumDays, CERTIFICATE_LIMITS.maximumDays),
    // trap secrets-manager/secret-name-is-unchecked
    ...matches('secretName', config.secretName, SHORT_NAME),
    ...unwaived(optOutsIn(config)),
  ];
};

const problemsInAttachment = (
  project: ICodeEngineProject,
  { tlsSecret }: AttachOptions,
): Problem[] => [
  ...isA('project', project, 'projectId', 'a CodeEngineProject'),
  ...(tlsSecret === undefined ? [] : isA('tlsSecret', tlsSecret, 'secretName', 'an AppSecret')),
];

const problemsInSecond = (before: Attachment | undefined, { tlsSecret }: AttachOptions) =>
  before === undefined || tlsSecret === undefined || before.tlsSecret === tlsSecret
    ? []
    : [{ prop: 'tlsSecret', got: 'another TLS secret', expected: 'the one of the first call' }];

const optOutsIn = ({ alarms, maximumDays, waivers }: Config): OptOut[] => [
  {
    rule: 'certificates/alarms',
    prop: 'alarms',
    got: 'nobody',
    expected: 'at least one EventRecipient',
    taken: Object.keys(alarms).length === 0,
    waiverProp: 'waivers.noAlarms',
    waiver: waivers.noAlarms,
  },
  {
    rule: 'certificates/short-lived',
    prop: 'maximumDays',
    got: show(maximumDays),
    expected: `at most ${CERTIFICATE_LIFETIME_DAYS}`,
    taken: departs(maximumDays, maximumDays > CERTIFICATE_LIFETIME_DAYS),
    waiverProp: 'waivers.longLived',
    waiver: waivers.longLived,
  },
];
