import { Construct } from 'constructs';
import { ISecretGroup } from './secret-group';
import { SecretValue } from './secret-value';
import {
  IStoredSecret,
  StoredSecretConfig,
  StoredSecretProps,
  storedSecret,
} from './stored-secret';
import {
  SmArbitrarySecret,
  SmArbitrarySecretConfig,
} from '../../.gen/providers/ibm/sm-arbitrary-secret';
import { Problem, isA, known, reject, show, withDefaults } from '../../core';
import { IWorkload } from '../workloads/workload';

/** Properties for `ArbitrarySecret`. */
export interface ArbitrarySecretProps extends StoredSecretProps {
  /** The value. */
  readonly payload: SecretValue;
  /**
   * The last day of the secret, as `2030-12-31` in UTC. It can be moved, and cannot be taken away again.
   * @default - no end
   */
  readonly expiresOn?: string;
}

type Config = ArbitrarySecretProps & StoredSecretConfig;

/**
 * One value of any kind in Secrets Manager, which workloads read at run time.
 *
 * The value is in Terraform's state too, in clear: keep that in an encrypted backend.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-arbitrary-secrets
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/sm_arbitrary_secret
 */
export class ArbitrarySecret extends Construct implements IStoredSecret {
  /** The id by which the secret is read at run time. */
  public readonly secretId: string;
  /** The name of the secret. */
  public readonly secretName: string;
  /** The group that holds the secret. */
  public readonly group: ISecretGroup;
  private readonly resource: SmArbitrarySecret;

  /** @throws an error naming every problem: no group, a name that Secrets Manager does not take, a literal */
  constructor(scope: Construct, id: string, props: ArbitrarySecretProps) {
    super(scope, id);
    const config = withDefaults(props, storedSecret.defaultsOf(this));
    reject(this, problemsIn(config));
    this.resource = new SmArbitrarySecret(this, 'Resource', terraformOf(config));
    this.secretId = this.resource.secretId;
    this.secretName = this.resource.name;
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

  /**
   * The value as Terraform's state holds it, for an `AppSecret` and whatever else cannot read it at run time.
   *
   * Where it goes it stays as it is until the next apply.
   */
  public valueInState(): SecretValue {
    return SecretValue.fromReference(this.resource.payload);
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...storedSecret.problemsIn(config),
  ...isA('payload', config.payload, '_reference', 'a SecretValue'),
  ...problemsInDay('expiresOn', config.expiresOn),
];

function problemsInDay(prop: string, day: string | undefined): Problem[] {
  if (day === undefined || !known(day)) return [];
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day);
  // a day that no calendar has would be taken for one of the next month.
  const isReal = isDay && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  return isReal ? [] : [{ prop, got: show(day), expected: 'a day, as in 2030-12-31' }];
}

const terraformOf = (config: Config): SmArbitrarySecretConfig => ({
  ...storedSecret.terraformOf(config),
  payload: config.payload._reference,
  // trap secrets-manager/expiration-date-with-offset-never-converges: in UTC, with Z.
  expirationDate: config.expiresOn && `${config.expiresOn}T23:59:59Z`,
});
