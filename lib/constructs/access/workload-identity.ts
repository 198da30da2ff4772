import { Construct, IConstruct } from 'constructs';
import { AccessOptions, Scope, access } from './access';
import { IamTrustedProfile } from '../../.gen/providers/ibm/iam-trusted-profile';
import { IamTrustedProfileLink } from '../../.gen/providers/ibm/iam-trusted-profile-link';
import { IamTrustedProfilePolicy } from '../../.gen/providers/ibm/iam-trusted-profile-policy';
import {
  Problem,
  Settled,
  accountNameOf,
  given,
  isA,
  matches,
  reject,
  rejectValue,
  replacementTrigger,
  shortDigest,
  withDefaults,
} from '../../core';
import { Grant } from '../../facts/grants';
import { ACCOUNT_NAME } from '../../facts/names';
import { computeToken } from '../workloads/compute-token';
import { IWorkload } from '../workloads/workload';

/** Properties for `WorkloadIdentity`. */
export interface WorkloadIdentityProps {
  /** The one app, job or function that acts under this identity. */
  readonly workload: IWorkload;
  /**
   * The name of the trusted profile, unique in the account, at most 100 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly profileName?: string;
}

type Config = Settled<WorkloadIdentityProps, { profileName: string }>;

/** The identity of each workload that has one: there is never a second. */
const identities = new WeakMap<IWorkload, WorkloadIdentity>();

/**
 * The identity under which one workload calls other services, without an API key: a trusted profile.
 *
 * Only the instances of this very app, job or function can act as the profile, by the token that Code Engine gives
 * them; that token is switched on here. The profile may do nothing until something is granted to it.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-trusted-profiles
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/iam_trusted_profile
 */
export class WorkloadIdentity extends Construct {
  /**
   * The identity of a workload; it is made with the first thing that is granted to the workload.
   * @throws an error when it is no workload
   */
  public static of(workload: IWorkload): WorkloadIdentity {
    rejectValue('WorkloadIdentity', isWorkload(workload));
    const known = identities.get(workload);
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- an IConstruct always is one.
    return known ?? new WorkloadIdentity(workload, 'Identity', { workload });
  }

  /** The id of the trusted profile, which the workload names when it asks IAM for a token. */
  public readonly profileId: string;
  /** The id of the profile as the subject of policies. */
  public readonly iamId: string;
  /** The name of the trusted profile. */
  public readonly profileName: string;

  /**
   * @throws an error naming every problem: a name that IAM does not take, a workload that has an identity already
   */
  constructor(scope: Construct, id: string, props: WorkloadIdentityProps) {
    super(scope, id);
    const config = withDefaults(props, { profileName: accountNameOf(this, ACCOUNT_NAME) });
    reject(this, problemsIn(config));
    const profile = new IamTrustedProfile(this, 'Resource', profileOf(config));
    new IamTrustedProfileLink(this, 'Link', linkOf(this, config, profile));
    identities.set(config.workload, this);
    computeToken.turnOn(config.workload);
    this.profileId = profile.profileId;
    this.iamId = profile.iamId;
    this.profileName = profile.name;
  }

  /**
   * Lets the workload use one instance of a service, or one resource in it.
   * @param id what the policy is called in this construct
   * @throws an error naming every problem: no role, a role that the service does not know, no instance, a resource
   * without its type
   */
  public allow(id: string, options: AccessOptions): void {
    reject(this, [
      ...given('service', options.service, 'the name of a service'),
      ...access.problemsInRoles(options.service, options.roles),
      ...access.problemsInInstance('instanceId', options.service, options.instanceId),
      ...problemsInResource(options),
    ]);
    this.add(id, options);
  }

  /**
   * What a verb of another construct gives, once.
   * @param target the construct whose verb it is
   * @internal
   */
  public _grant(target: IConstruct, grant: Grant, at: Partial<Scope>): void {
    const { service, roles, resourceType } = grant;
    const [, verb] = grant.verb.split('.');
    const id = `${verb}-${target.node.id}-${shortDigest(target.node.path)}`;
    if (this.node.tryFindChild(id)) return;
    this.add(id, { service, roles, resourceType, ...at });
  }

  private add(id: string, scope: Scope): void {
    new IamTrustedProfilePolicy(this, id, { iamId: this.iamId, ...access.policyOf(scope) });
  }
}

const problemsIn = ({ workload, profileName }: Config): Problem[] => [
  ...isWorkload(workload),
  ...matches('profileName', profileName, ACCOUNT_NAME),
  ...(workload?.project
    ? given('workload.project.crn', workload.project.crn, 'the CRN of the project')
    : []),
  ...(identities.has(workload) ? [SECOND] : []),
];

const isWorkload = (workload: IWorkload): Problem[] =>
  isA('workload', workload, 'componentType', 'a SecureApp, SecureJob or SecureFunction');

const problemsInResource = ({ resource, resourceType }: AccessOptions): Problem[] =>
  resource === undefined ? [] : given('resourceType', resourceType, 'the type of the resource');

const SECOND: Problem = {
  prop: 'workload',
  got: 'a workload that has an identity',
  expected: 'one that has none yet',
  remedy: 'use WorkloadIdentity.of',
};

/** Nothing of it comes from the workload's own resource: that may name its profile, and neither would be first. */
const profileOf = ({ workload, profileName }: Config) => ({
  name: profileName,
  description: `The ${workload.componentType} ${workload.node.path} of a Code Engine project`,
});

function linkOf(scope: Construct, { workload }: Config, { profileId }: IamTrustedProfile) {
  const { componentName, componentType, project } = workload;
  const { crn } = project;
  // trap iam/trusted-profile-link-change-fails: an apply would end with an error.
  const trigger = replacementTrigger(scope, 'Linked', `${crn} ${componentType} ${componentName}`);
  return {
    profileId,
    // trap iam/compute-resource-type-is-unchecked: the one word for Code Engine.
    crType: 'CE',
    name: componentName,
    // without the component every workload of the project could act as the profile.
    link: { crn, componentType, componentName },
    lifecycle: { replaceTriggeredBy: [trigger] },
  };
}
