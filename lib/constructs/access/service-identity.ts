import { Construct } from 'constructs';
import { Scope, access } from './access';
import { IamServiceApiKey } from '../../.gen/providers/ibm/iam-service-api-key';
import { IamServiceId } from '../../.gen/providers/ibm/iam-service-id';
import { IamServicePolicy } from '../../.gen/providers/ibm/iam-service-policy';
import { replacementTrigger } from '../../core';
import { SecretValue } from '../secrets/secret-value';

/** Properties for `ServiceIdentity`. */
interface ServiceIdentityProps {
  readonly name: string;
  readonly description: string;
  /** The one thing that it may do. */
  readonly scope: Scope;
  /** Changes when its key is to be replaced. */
  readonly keyGeneration: number;
  /** When the key ends, as an RFC 3339 timestamp. */
  readonly keyExpiresAt?: string;
}

/**
 * A service ID that may do one thing, with an API key for what cannot act as a trusted profile.
 *
 * The key is in Terraform's state, in clear, and in no copy that IAM would hand out again.
 * @internal
 */
export class ServiceIdentity extends Construct {
  /** The id of the service ID, for pipelines that need to know it. */
  public readonly serviceId: string;
  /** The API key. */
  public readonly apiKey: SecretValue;

  constructor(scope: Construct, id: string, props: ServiceIdentityProps) {
    super(scope, id);
    const { name, description } = props;
    const identity = new IamServiceId(this, 'Resource', { name, description });
    const policy = new IamServicePolicy(this, 'Policy', {
      iamId: identity.iamId,
      ...access.policyOf(props.scope),
    });
    const key = new IamServiceApiKey(this, 'Key', keyOf(this, props, identity, policy));
    this.serviceId = identity.id;
    this.apiKey = SecretValue.fromReference(key.apikey);
  }
}

function keyOf(
  scope: Construct,
  props: ServiceIdentityProps,
  identity: IamServiceId,
  policy: IamServicePolicy,
) {
  const generation = replacementTrigger(scope, 'Generation', `${props.keyGeneration}`);
  return {
    name: props.name,
    description: props.description,
    // trap iam/service-api-key-needs-the-iam-id: the id alone would be passed through, and be refused at apply.
    iamServiceId: identity.iamId,
    storeValue: false,
    // trap iam/api-key-expiry-is-unchecked: checked by whoever takes it from a caller.
    expiresAt: props.keyExpiresAt,
    // whoever has the key may use it at once.
    dependsOn: [policy],
    // the new key reaches its secret before the old one is gone.
    lifecycle: { createBeforeDestroy: true, replaceTriggeredBy: [generation] },
  };
}
