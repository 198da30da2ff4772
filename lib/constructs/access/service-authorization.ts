import { ITerraformDependable, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { access } from './access';
import {
  IamAuthorizationPolicy,
  IamAuthorizationPolicyConfig,
} from '../../.gen/providers/ibm/iam-authorization-policy';
import { Problem, given, reject } from '../../core';
import { AUTHORIZATION_PROPAGATION_SECONDS } from '../../facts/authorizations';

/** One instance of a service, as an authorization names it. */
export interface ServiceInstanceReference {
  /** The service, by its name in IAM: `event-notifications`. */
  readonly service: string;
  /**
   * The id of the instance, a GUID; of Code Engine the id of the project.
   * @default - none, for a service that an account has once, such as `iam-identity`
   */
  readonly instanceId?: string;
}

/** Properties for `ServiceAuthorization`. */
export interface ServiceAuthorizationProps {
  /** Who calls. */
  readonly source: ServiceInstanceReference;
  /** Who is called. */
  readonly target: ServiceInstanceReference;
  /** The names of the roles of the target, as IAM has them; at least one. */
  readonly roles: string[];
}

/**
 * Leave for one service instance to call another one; never for all instances of an account.
 *
 * IAM takes a while until it knows of it everywhere. What uses the authorization depends on `effective`, which is
 * there only after that time; so the wait is in one place and happens once. Terraform runs `sleep` for it.
 * @see https://cloud.ibm.com/docs/account?topic=account-serviceauth
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/iam_authorization_policy
 */
export class ServiceAuthorization extends Construct {
  /** What there is once the authorization holds, for `dependsOn` of what needs it. */
  public readonly effective: ITerraformDependable;

  /** @throws an error naming every problem: no role, a role that the target does not know, no instance */
  constructor(scope: Construct, id: string, props: ServiceAuthorizationProps) {
    super(scope, id);
    reject(this, problemsIn(props));
    const policy = new IamAuthorizationPolicy(this, 'Resource', terraformOf(props));
    this.effective = waitFor(this, policy, props);
  }
}

const problemsIn = ({ source, target, roles }: ServiceAuthorizationProps): Problem[] => [
  ...problemsInEnd('source', source),
  ...problemsInEnd('target', target),
  ...access.problemsInRoles(target?.service, roles),
];

const problemsInEnd = (prop: string, end: ServiceInstanceReference): Problem[] => [
  ...given(`${prop}.service`, end?.service, 'the name of a service'),
  ...access.problemsInInstance(`${prop}.instanceId`, end?.service, end?.instanceId),
];

const terraformOf = ({
  source,
  target,
  roles,
}: ServiceAuthorizationProps): IamAuthorizationPolicyConfig => ({
  // trap iam/authorization-policy-description-change-is-not-sent: it changes only with what replaces the policy.
  description: `${source.service} calls ${target.service}`,
  sourceServiceName: source.service,
  sourceResourceInstanceId: source.instanceId,
  targetServiceName: target.service,
  targetResourceInstanceId: target.instanceId,
  roles: access.rolesOf(roles),
});

/** A resource of Terraform's own that takes so long to be made, once for each policy and each change of its roles. */
function waitFor(
  scope: Construct,
  policy: IamAuthorizationPolicy,
  { roles }: ServiceAuthorizationProps,
): TerraformResource {
  const command = `sleep ${AUTHORIZATION_PROPAGATION_SECONDS}`;
  const wait = new TerraformResource(scope, 'Wait', {
    terraformResourceType: 'terraform_data',
    provisioners: [{ type: 'local-exec', command }],
  });
  wait.addOverride('triggers_replace', [policy.id, ...access.rolesOf(roles)]);
  return wait;
}
