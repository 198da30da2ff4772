import { Construct } from 'constructs';
import { RotatingSecretConfig, RotatingSecretProps, rotation } from './rotation';
import { ISecretGroup } from './secret-group';
import { IStoredSecret, storedSecret } from './stored-secret';
import {
  SmUsernamePasswordSecret,
  SmUsernamePasswordSecretConfig,
} from '../../.gen/providers/ibm/sm-username-password-secret';
import {
  OptOut,
  Problem,
  Settled,
  between,
  given,
  matches,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { SECRET_USERNAME, STORED_SECRET_LIMITS } from '../../facts/secrets-manager';
import { IWorkload } from '../workloads/workload';

/** Properties for `UserCredentials`. */
export interface UserCredentialsProps extends RotatingSecretProps {
  /** The user, at most 64 characters; to change it is to replace the secret. */
  readonly username: string;
  /**
   * Characters of the password, 12 to 256.
   * @default 32
   */
  readonly passwordLength?: number;
  /**
   * Whether the password has characters other than letters and digits.
   * @default true
   */
  readonly passwordSymbols?: boolean;
}

const DEFAULTS = { ...rotation.defaults, passwordLength: 32, passwordSymbols: true };
type Config = Settled<UserCredentialsProps, typeof DEFAULTS> & RotatingSecretConfig;

/**
 * A user and a password that Secrets Manager makes and renews, which workloads read at run time.
 *
 * Whatever knows the user has to be told the new password: the service sends an event when it renews one. Nothing here
 * hands the password out, because what an apply had copied would be wrong after the next renewal. Terraform's state
 * holds it in clear: keep that in an encrypted backend.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-user-credentials
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/sm_username_password_secret
 */
export class UserCredentials extends Construct implements IStoredSecret {
  /** The id by which the secret is read at run time. */
  public readonly secretId: string;
  /** The name of the secret. */
  public readonly secretName: string;
  /** The group that holds the secret. */
  public readonly group: ISecretGroup;

  /** @throws an error naming every problem: no group, no user, a name that Secrets Manager does not take, a missing waiver */
  constructor(scope: Construct, id: string, props: UserCredentialsProps) {
    super(scope, id);
    const config = withDefaults(props, { ...DEFAULTS, ...storedSecret.defaultsOf(this) });
    reject(this, problemsIn(config));
    const secret = new SmUsernamePasswordSecret(this, 'Resource', terraformOf(config));
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

const problemsIn = (config: Config): Problem[] => [
  ...storedSecret.problemsIn(config),
  ...rotation.problemsIn(config),
  ...given('username', config.username, 'the user'),
  ...matches('username', config.username ?? undefined, SECRET_USERNAME),
  ...between('passwordLength', config.passwordLength, STORED_SECRET_LIMITS.passwordLength),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = (config: Config): OptOut[] => rotation.optOutsIn(config);

/**
 * trap secrets-manager/rotated-password-is-planned-to-be-reverted: the service alone knows the password.
 * trap secrets-manager/rotation-with-expiration-date-passes-plan: what is renewed has no end.
 */
const terraformOf = (config: Config): SmUsernamePasswordSecretConfig => ({
  ...storedSecret.terraformOf(config),
  username: config.username,
  passwordGenerationPolicy: {
    length: config.passwordLength,
    includeDigits: true,
    includeUppercase: true,
    includeSymbols: config.passwordSymbols,
  },
  rotation: rotation.terraformOf(config),
});
