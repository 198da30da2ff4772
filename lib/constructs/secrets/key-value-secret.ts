import { Construct } from 'constructs';
import { ISecretGroup } from './secret-group';
import { SecretValue } from './secret-value';
import {
  IStoredSecret,
  StoredSecretConfig,
  StoredSecretProps,
  storedSecret,
} from './stored-secret';
import { SmKvSecret, SmKvSecretConfig } from '../../.gen/providers/ibm/sm-kv-secret';
import { Problem, isA, matches, member, notEmpty, reject, withDefaults } from '../../core';
import { DATA_KEY } from '../../facts/names';
import { IWorkload } from '../workloads/workload';

/** Properties for `KeyValueSecret`. */
export interface KeyValueSecretProps extends StoredSecretProps {
  /** The values by their keys, at least one; no value has parts of its own. */
  readonly data: { readonly [key: string]: SecretValue };
}

type Config = KeyValueSecretProps & StoredSecretConfig;

/**
 * Several values under keys in Secrets Manager, which workloads read at run time in one go.
 *
 * The values are in Terraform's state too, in clear: keep that in an encrypted backend.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-key-value
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/sm_kv_secret
 */
export class KeyValueSecret extends Construct implements IStoredSecret {
  /** The id by which the secret is read at run time. */
  public readonly secretId: string;
  /** The name of the secret. */
  public readonly secretName: string;
  /** The group that holds the secret. */
  public readonly group: ISecretGroup;

  /** @throws an error naming every problem: no group, no data, a name that Secrets Manager does not take, a literal */
  constructor(scope: Construct, id: string, props: KeyValueSecretProps) {
    super(scope, id);
    const config = withDefaults(props, storedSecret.defaultsOf(this));
    reject(this, problemsIn(config));
    const secret = new SmKvSecret(this, 'Resource', terraformOf(config));
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
  ...notEmpty('data', config.data ?? {}, 'at least one key with its value'),
  ...Object.entries(config.data ?? {}).flatMap(([key, value]) => [
    ...matches(member('data', key), key, DATA_KEY),
    ...isA(member('data', key), value, '_reference', 'a SecretValue'),
  ]),
];

const terraformOf = (config: Config): SmKvSecretConfig => ({
  ...storedSecret.terraformOf(config),
  // trap secrets-manager/nested-kv-values-are-refused, trap secrets-manager/kv-values-become-strings: flat, and texts only.
  data: Object.fromEntries(
    Object.entries(config.data).map(([key, value]) => [key, value._reference]),
  ),
});
