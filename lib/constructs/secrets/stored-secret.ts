import { Construct, IConstruct } from 'constructs';
import { ISecretGroup } from './secret-group';
import { Problem, Settled, accountNameOf, atMost, isA, known, matches } from '../../core';
import {
  SECRET_DESCRIPTION,
  SECRET_LABEL,
  STORED_SECRET_LIMITS,
  STORED_SECRET_NAME,
} from '../../facts/secrets-manager';
import { IWorkload } from '../workloads/workload';

/** A secret of Secrets Manager, whatever it holds. */
export interface IStoredSecret extends IConstruct {
  /** The id by which the secret is read at run time. */
  readonly secretId: string;
  /** The name of the secret. */
  readonly secretName: string;
  /** The group that holds the secret. */
  readonly group: ISecretGroup;
  /**
   * Lets a workload read the secret, and with it all of its group.
   * @param workload the app, job or function, by its trusted profile
   * @throws an error when it is no workload
   */
  grantRead(workload: IWorkload): void;
}

/** What every secret of Secrets Manager has. */
export interface StoredSecretProps {
  /** The group that holds the secret: who may read it is said there. */
  readonly group: ISecretGroup;
  /**
   * The name of the secret, 2 to 256 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly secretName?: string;
  /**
   * What the secret is for, at most 1024 characters; no personal data.
   * @default - none
   */
  readonly description?: string;
  /**
   * Words to search it by: at most 30, of 2 to 30 characters each.
   * @default - none
   */
  readonly labels?: string[];
}

const DEFAULTS = { labels: [] };

/** The props of a stored secret with their defaults in. */
export type StoredSecretConfig = Settled<
  StoredSecretProps,
  typeof DEFAULTS & { secretName: string }
>;

/** What secrets of Secrets Manager share of the way from props to Terraform: each calls these beside its own. */
export const storedSecret = {
  defaultsOf: (secret: Construct) => ({
    ...DEFAULTS,
    secretName: accountNameOf(secret, STORED_SECRET_NAME),
  }),

  problemsIn: ({ group, secretName, description, labels }: StoredSecretConfig): Problem[] => [
    ...isA('group', group, 'secretGroupId', 'a SecretGroup'),
    // trap secrets-manager/secret-name-is-unchecked
    ...matches('secretName', secretName, STORED_SECRET_NAME),
    ...matches('description', description, SECRET_DESCRIPTION),
    ...atMost('labels', labels, STORED_SECRET_LIMITS.labels),
    ...(known(labels) ? labels : []).flatMap((label, at) =>
      matches(`labels.${at}`, label, SECRET_LABEL),
    ),
  ],

  terraformOf: ({ group, secretName, description, labels }: StoredSecretConfig) => ({
    instanceId: group.store.instanceId,
    // trap secrets-manager/unset-region-is-the-providers: always that of the instance.
    region: group.store.region,
    endpointType: group.store.endpointType,
    secretGroupId: group.secretGroupId,
    name: secretName,
    description,
    labels,
  }),
};
