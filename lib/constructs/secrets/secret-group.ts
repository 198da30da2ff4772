import { Construct, IConstruct } from 'constructs';
import { ISecretsStore } from './secrets-store';
import { SmSecretGroup, SmSecretGroupConfig } from '../../.gen/providers/ibm/sm-secret-group';
import {
  Problem,
  Settled,
  accountNameOf,
  given,
  isA,
  matches,
  reject,
  withDefaults,
} from '../../core';
import { GRANTS } from '../../facts/grants';
import {
  SECRET_DESCRIPTION,
  SECRET_GROUP_ID,
  SECRET_GROUP_NAME,
} from '../../facts/secrets-manager';
import { WorkloadIdentity } from '../access/workload-identity';
import { IWorkload } from '../workloads/workload';

/** A group of secrets, made here or elsewhere. */
export interface ISecretGroup extends IConstruct {
  /** The id of the group. */
  readonly secretGroupId: string;
  /** The instance that holds the group. */
  readonly store: ISecretsStore;
  /**
   * Lets a workload read the secrets of the group, and no others.
   * @param workload the app, job or function, by its trusted profile
   * @throws an error when it is no workload
   */
  grantRead(workload: IWorkload): void;
}

/** Options for `SecretGroup.fromSecretGroupId`. */
export interface ExistingGroupOptions {
  /** The instance that holds the group. */
  readonly store: ISecretsStore;
  /** The id of the group, a UUID; `default` is the group that is there from the beginning. */
  readonly secretGroupId: string;
}

/** Properties for `SecretGroup`. */
export interface SecretGroupProps {
  /** The instance that holds the group. */
  readonly store: ISecretsStore;
  /**
   * The name of the group, unique in the instance, 2 to 64 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly groupName?: string;
  /**
   * What the group is for, at most 1024 characters; no personal data.
   * @default - none
   */
  readonly description?: string;
}

type Config = Settled<SecretGroupProps, { groupName: string }>;

/**
 * The secrets of one app: who may read one of them may read all of them, and none beside.
 * @see https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-secret-groups
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/sm_secret_group
 */
export class SecretGroup extends Construct implements ISecretGroup {
  /**
   * A group that exists in an instance, by its id.
   * @throws an error naming every problem: no instance, no id of a group
   */
  public static fromSecretGroupId(
    scope: Construct,
    id: string,
    options: ExistingGroupOptions,
  ): ISecretGroup {
    return new ExistingGroup(scope, id, options);
  }

  /** The id of the group. */
  public readonly secretGroupId: string;
  /** The name of the group. */
  public readonly groupName: string;
  /** The instance that holds the group. */
  public readonly store: ISecretsStore;

  /** @throws an error naming every problem: no instance, a name that Secrets Manager does not take */
  constructor(scope: Construct, id: string, props: SecretGroupProps) {
    super(scope, id);
    const config = withDefaults(props, { groupName: accountNameOf(this, SECRET_GROUP_NAME) });
    reject(this, problemsIn(config));
    const group = new SmSecretGroup(this, 'Resource', terraformOf(config));
    this.secretGroupId = group.secretGroupId;
    this.groupName = group.name;
    this.store = config.store;
  }

  /**
   * Lets a workload read the secrets of the group, and no others.
   * @param workload the app, job or function, by its trusted profile
   * @throws an error when it is no workload
   */
  public grantRead(workload: IWorkload): void {
    grantRead(this, workload);
  }
}

const problemsIn = ({ store, groupName, description }: Config): Problem[] => [
  ...isA('store', store, 'instanceId', 'a SecretsStore'),
  ...matches('groupName', groupName, SECRET_GROUP_NAME),
  ...matches('description', description, SECRET_DESCRIPTION),
];

const terraformOf = ({ store, groupName, description }: Config): SmSecretGroupConfig => ({
  instanceId: store.instanceId,
  // trap secrets-manager/unset-region-is-the-providers: always that of the instance.
  region: store.region,
  endpointType: store.endpointType,
  name: groupName,
  description,
});

function grantRead(group: ISecretGroup, workload: IWorkload): void {
  const { secretGroupId, store } = group;
  const scope = { instanceId: store.instanceId, resource: secretGroupId };
  WorkloadIdentity.of(workload)._grant(group, GRANTS.readGroup, scope);
}

/** A group that was not made here. */
class ExistingGroup extends Construct implements ISecretGroup {
  public readonly secretGroupId: string;
  public readonly store: ISecretsStore;

  constructor(scope: Construct, id: string, { store, secretGroupId }: ExistingGroupOptions) {
    super(scope, id);
    reject(this, [
      ...isA('store', store, 'instanceId', 'a SecretsStore'),
      ...given('secretGroupId', secretGroupId, SECRET_GROUP_ID.words),
      ...matches('secretGroupId', secretGroupId ?? undefined, SECRET_GROUP_ID),
    ]);
    this.secretGroupId = secretGroupId;
    this.store = store;
  }

  public grantRead(workload: IWorkload): void {
    grantRead(this, workload);
  }
}
