import { Construct } from 'constructs';
import { keyIssuance } from './key-issuance';
import { RotatingSecretConfig, RotatingSecretProps, rotation } from './rotation';
import { ISecretGroup } from './secret-group';
import { IStoredSecret, storedSecret } from './stored-secret';
import {
  SmIamCredentialsSecret,
  SmIamCredentialsSecretConfig,
} from '../../.gen/providers/ibm/sm-iam-credentials-secret';
import {
  OptOut,
  Problem,
  Settled,
  between,
  given,
  known,
  matches,
  recordWaivers,
  reject,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import { SERVICE_ID } from '../../facts/identities';
import { STORED_SECRET_LIMITS } from '../../facts/secrets-manager';
import { IWorkload } from '../workloads/workload';

/** Properties for `IamCredentials`. */
export interface IamCredentialsProps extends RotatingSecretProps {
  /** The service ID that the key belongs to, `ServiceId-…`: what the key may do is what you let this one do. */
  readonly serviceId: string;
  /**
   * Seconds for which a key works, 60 to 7776000, which is 90 days: longer than from one renewal to the next, so that
   * there is time to read the new one.
   * @default - half as long again as `rotationDays`, 90 days at most
   */
  readonly ttl?: number;
}

type Config = Settled<IamCredentialsProps, typeof rotation.defaults & { ttl: number }> &
  RotatingSecretConfig;

/**
 * An API key of a service ID that Secrets Manager makes and renews, for what cannot act as a trusted profile.
 *
 * A workload of Code Engine needs none: it has its `WorkloadIdentity`. Terraform's state holds the key in clear: keep
 * that in an encrypted backend.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-iam-credentials
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/sm_iam_credentials_secret
 */
export class IamCredentials extends Construct implements IStoredSecret {
  /** The id by which the secret is read at run time. */
  public readonly secretId: string;
  /** The name of the secret. */
  public readonly secretName: string;
  /** The group that holds the secret. */
  public readonly group: ISecretGroup;

  /** @throws an error naming every problem: no group, no service ID, a key that ends before it is renewed */
  constructor(scope: Construct, id: string, props: IamCredentialsProps) {
    super(scope, id);
    const config = settle(this, props);
    reject(this, problemsIn(config));
    const secret = new SmIamCredentialsSecret(this, 'Resource', terraformOf(this, config));
    recordWaivers(secret, optOutsIn(config));
    this.secretId = secret.secretId;
    this.secretName = secret.name;
    this.group = config.group;
  }

  /**
   * Lets a workload read the secret, and with it all of its group.
   * @param workload the app, job or function, by its trusted profile
   * @throws an error when it is no workload
   */
  public grantRead(workload: IWorkload): void {
    this.group.grantRead(workload);
  }
}

const DAY = 24 * 60 * 60;

function settle(secret: IamCredentials, props: IamCredentialsProps): Config {
  const defaults = { ...rotation.defaults, ...storedSecret.defaultsOf(secret) };
  const { rotationDays } = withDefaults(props, defaults);
  const { most } = STORED_SECRET_LIMITS.ttl;
  const ttl = known(rotationDays) ? Math.min(most, Math.ceil(rotationDays * 1.5) * DAY) : most;
  return withDefaults(props, { ...defaults, ttl });
}

const problemsIn = (config: Config): Problem[] => [
  ...storedSecret.problemsIn(config),
  ...rotation.problemsIn(config),
  ...given('serviceId', config.serviceId, SERVICE_ID.words),
  ...matches('serviceId', config.serviceId ?? undefined, SERVICE_ID),
  ...between('ttl', config.ttl, STORED_SECRET_LIMITS.ttl),
  ...problemsInOverlap(config),
  ...unwaived(optOutsIn(config)),
];

/** A key that ends before the next one is made leaves nobody a key. */
const problemsInOverlap = ({ automaticRotation, rotationDays, ttl }: Config): Problem[] =>
  automaticRotation && known(rotationDays) && known(ttl) && rotationDays * DAY >= ttl
    ? [
        {
          prop: 'rotationDays',
          got: show(rotationDays),
          expected: `less than the ${show(ttl / DAY)} days for which a key works`,
          remedy: 'lower it, or give a longer ttl',
        },
      ]
    : [];

const optOutsIn = (config: Config): OptOut[] => rotation.optOutsIn(config);

const terraformOf = (secret: IamCredentials, config: Config): SmIamCredentialsSecretConfig => ({
  ...storedSecret.terraformOf(config),
  serviceId: config.serviceId,
  // trap secrets-manager/iam-credentials-ttl-in-hours-is-refused: seconds, as text.
  ttl: `${config.ttl}`,
  // trap secrets-manager/iam-credentials-need-reuse-api-key
  reuseApiKey: true,
  rotation: rotation.terraformOf(config),
  // the service checks when the secret is made whether the instance may make keys.
  dependsOn: keyIssuance.awaitedBy(secret, config.group.store),
});
