import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { timeLimit } from './time-limit';
import { IamAccessGroup, IamAccessGroupConfig } from '../../.gen/providers/ibm/iam-access-group';
import {
  IamAccessGroupDynamicRule,
  IamAccessGroupDynamicRuleConfig,
} from '../../.gen/providers/ibm/iam-access-group-dynamic-rule';
import {
  IamAccessGroupMembers,
  IamAccessGroupMembersConfig,
} from '../../.gen/providers/ibm/iam-access-group-members';
import {
  IamAccessGroupPolicy,
  IamAccessGroupPolicyConfig,
} from '../../.gen/providers/ibm/iam-access-group-policy';
import {
  Problem,
  Settled,
  accountNameOf,
  between,
  given,
  isA,
  known,
  matches,
  member,
  oneOf,
  reject,
  show,
  withDefaults,
} from '../../core';
import {
  ACCESS_GROUP_ID,
  CLAIM,
  CLAIM_VALUE,
  ClaimOperator,
  IBM_ID,
  RULE_HOURS,
  SERVICE_ID,
  TRUSTED_PROFILE_ID,
} from '../../facts/identities';
import { ACCOUNT_NAME, GUID, NameRule, RESOURCE_GROUP_ID } from '../../facts/names';
import { PERSONAS, Persona, RESOURCE_GROUP_ROLES, Role } from '../../facts/personas';
import { ICodeEngineProject } from '../workloads/code-engine-project';

/** Whoever signs in with an identity provider and brings a claim: in the group for some hours. */
export interface AccessRule {
  /** The realm of the identity provider: the entity id of a SAML one, as in `https://idp.example.org/SAML2`. */
  readonly identityProvider: string;
  /** The claim that the sign-in brings. */
  readonly claim: string;
  /**
   * How the claim is compared with the value.
   * @default ClaimOperator.EQUALS
   */
  readonly operator?: ClaimOperator;
  /** What the claim is compared with, without quotes: the provider adds them. */
  readonly value: string;
  /**
   * Hours after the sign-in for which it holds, 1 to 24.
   * @default 12
   */
  readonly expirationHours?: number;
}

/** Properties for `ProjectAccess`. */
export interface ProjectAccessProps {
  /** The project to which access is given, and to no other. */
  readonly project: ICodeEngineProject;
  /** The id of the resource group that holds the project: everyone may see it, and no more. */
  readonly resourceGroupId: string;
  /** What the members are to the project: their least roles follow from it. */
  readonly persona: Persona;
  /**
   * The name of the access group, at most 100 characters.
   * @default - made of the ids from the stack on down to this construct
   */
  readonly groupName?: string;
  /**
   * An access group that exists and gets the access in place of a new one. Whoever is in it, or comes in, has the access:
   * give no members here then.
   * @default - a new group
   */
  readonly accessGroupId?: string;
  /**
   * People by their IBMids, which are e-mail addresses; they have to be in the account.
   * @default - none
   */
  readonly users?: string[];
  /**
   * Service IDs by their ids, `ServiceId-…`.
   * @default - none
   */
  readonly serviceIds?: string[];
  /**
   * Trusted profiles by their ids, `Profile-…`.
   * @default - none
   */
  readonly trustedProfiles?: string[];
  /**
   * Who is in the group by what their sign-in says, by names for the rules.
   * @default - none
   */
  readonly rules?: { readonly [name: string]: AccessRule };
  /**
   * The last day of the access, in UTC, as `2030-12-31`, or its last moment, as `2030-12-31T18:00:00Z`. From somewhere that
   * only Terraform knows it has to come as `2030-12-31T18:00:00+00:00`.
   * @default - no end, which `Persona.AUDITOR` does not have
   */
  readonly until?: string;
}

const DEFAULTS = { users: [], serviceIds: [], trustedProfiles: [], rules: {} };
type Config = Settled<ProjectAccessProps, typeof DEFAULTS>;

const RULE_DEFAULTS = { operator: ClaimOperator.EQUALS, expirationHours: 12 };

/**
 * A group of people or machines and its least roles on one project, on nothing else.
 *
 * Whoever may change a project can read the values of its secrets: that goes for developers, deployers and administrators.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-iam
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/iam_access_group_policy
 */
export class ProjectAccess extends Construct {
  /** The id of the access group. */
  public readonly accessGroupId: string;
  /** The name of the access group; nothing where it exists already. */
  public readonly groupName?: string;

  /** @throws an error naming every problem: no single project, members that the persona cannot have, a missing end */
  constructor(scope: Construct, id: string, props: ProjectAccessProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(config));
    const [group] = groupsOf(this, config);
    this.accessGroupId = group.id;
    this.groupName = group.name;
    for (const [key, policy] of policiesOf(config, group.id)) {
      new IamAccessGroupPolicy(this, key, policy);
    }
    for (const members of membersOf(config, group.id)) {
      new IamAccessGroupMembers(this, 'Members', members);
    }
    for (const rule of rulesOf(config, group.id)) {
      new IamAccessGroupDynamicRule(this, `Rule-${rule.name}`, rule);
    }
    warnOfEnd(this, config);
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...problemsInProject(config),
  ...required('resourceGroupId', config.resourceGroupId, RESOURCE_GROUP_ID),
  ...matches('groupName', config.groupName, ACCOUNT_NAME),
  ...matches('accessGroupId', config.accessGroupId, ACCESS_GROUP_ID),
  ...each('users', config.users, IBM_ID),
  ...each('serviceIds', config.serviceIds, SERVICE_ID),
  ...each('trustedProfiles', config.trustedProfiles, TRUSTED_PROFILE_ID),
  ...Object.entries(config.rules).flatMap(([name, rule]) => problemsInRule(name, rule)),
  ...problemsInPersona(config),
  ...(config.accessGroupId === undefined ? [] : notItsOwn(config)),
];

const required = (prop: string, value: string | undefined, rule: NameRule): Problem[] => [
  ...given(prop, value, rule.words),
  ...matches(prop, value ?? undefined, rule),
];

/** trap iam/policy-without-resources-covers-all-services: one project by its id, or no policy. */
function problemsInProject({ project }: Config): Problem[] {
  const none = isA('project', project, 'projectId', 'a CodeEngineProject');
  return none.length > 0 ? none : required('project.projectId', project.projectId, GUID);
}

const each = (prop: string, list: readonly string[], rule: NameRule): Problem[] =>
  known(list) ? list.flatMap((it, at) => matches(member(prop, `${at}`), it, rule)) : [];

function problemsInRule(name: string, rule: AccessRule): Problem[] {
  const at = member('rules', name);
  return [
    ...matches(at, name, ACCOUNT_NAME),
    ...required(`${at}.identityProvider`, rule.identityProvider, CLAIM),
    ...required(`${at}.claim`, rule.claim, CLAIM),
    ...oneOf(`${at}.operator`, rule.operator, Object.values(ClaimOperator)),
    ...required(`${at}.value`, rule.value, CLAIM_VALUE),
    ...between(`${at}.expirationHours`, rule.expirationHours, RULE_HOURS),
  ];
}

function problemsInPersona(config: Config): Problem[] {
  const { persona, users, serviceIds, rules, until } = config;
  const personas = Object.values(Persona);
  if (!personas.includes(persona)) {
    const expected = `one of ${personas.map(show).join(', ')}`;
    return [{ prop: 'persona', got: show(persona), expected }];
  }
  const { people, machines, ends } = PERSONAS[persona];
  const machine = 'none, because a deployer is a machine';
  const person = 'none, because a developer is a person';
  return [
    ...(people ? [] : noneIn({ users, rules }, machine, 'choose Persona.DEVELOPER for people')),
    ...(machines ? [] : noneIn({ serviceIds }, person, 'choose Persona.DEPLOYER for machines')),
    ...timeLimit.problemsIn('until', until, ends),
  ];
}

const notItsOwn = ({ groupName, users, serviceIds, trustedProfiles, rules }: Config): Problem[] => [
  ...(groupName === undefined
    ? []
    : [{ prop: 'groupName', got: show(groupName), expected: 'none beside accessGroupId' }]),
  ...noneIn(
    { users, serviceIds, trustedProfiles, rules },
    'none beside accessGroupId',
    'add members where the group is made',
  ),
];

const noneIn = (lists: Record<string, object>, expected: string, remedy: string): Problem[] =>
  Object.entries(lists)
    .filter(([, list]) => Object.keys(list).length > 0)
    .map(([prop, list]) => ({
      prop,
      got: `${Object.keys(list).length} entries`,
      expected,
      remedy,
    }));

/** The group that is made, or the one that exists. */
const groupsOf = (access: ProjectAccess, config: Config): { id: string; name?: string }[] =>
  config.accessGroupId === undefined
    ? [new IamAccessGroup(access, 'Resource', terraformOf(access, config))]
    : [{ id: config.accessGroupId }];

const terraformOf = (access: ProjectAccess, config: Config): IamAccessGroupConfig => ({
  name: config.groupName ?? accountNameOf(access, ACCOUNT_NAME),
  description: `Least access as ${config.persona} to one Code Engine project`,
});

/**
 * trap iam/account-management-covers-all-platform-services: the attribute is never rendered.
 * trap iam/empty-roles-pass-validate, trap iam/reordered-roles-are-an-update, trap iam/role-names-are-checked-only-at-apply:
 * the roles are those of the persona, spelt and sorted once.
 */
function policiesOf(config: Config, accessGroupId: string): [string, IamAccessGroupPolicyConfig][] {
  const policy = (
    roles: readonly Role[],
    resources: IamAccessGroupPolicyConfig['resources'],
  ): IamAccessGroupPolicyConfig => ({
    accessGroupId,
    roles: [...roles],
    resources,
    ...timeLimit.terraformOf(config.until),
  });
  const { project, resourceGroupId, persona } = config;
  const one = { service: 'codeengine', resourceInstanceId: project.projectId };
  const around = { resourceType: 'resource-group', resource: resourceGroupId };
  return [
    ['ProjectPolicy', policy(PERSONAS[persona].roles, one)],
    ['ResourceGroupPolicy', policy(RESOURCE_GROUP_ROLES, around)],
  ];
}

/** trap iam/access-group-members-without-a-member-fail: none, where nobody is named. */
function membersOf(config: Config, accessGroupId: string): IamAccessGroupMembersConfig[] {
  const sorted = (list: readonly string[]) => (list.length > 0 ? [...list].sort() : undefined);
  const ibmIds = sorted(config.users);
  const iamServiceIds = sorted(config.serviceIds);
  const iamProfileIds = sorted(config.trustedProfiles);
  return [ibmIds, iamServiceIds, iamProfileIds].some((list) => list !== undefined)
    ? [{ accessGroupId, ibmIds, iamServiceIds, iamProfileIds }]
    : [];
}

/** trap iam/dynamic-rule-name-change-is-not-sent: the name is part of the address, so that another name is another rule. */
const rulesOf = (config: Config, accessGroupId: string): IamAccessGroupDynamicRuleConfig[] =>
  Object.entries(config.rules).map(([name, rule]) => {
    const { identityProvider, claim, value, operator, expirationHours } = withDefaults(
      rule,
      RULE_DEFAULTS,
    );
    return {
      accessGroupId,
      name,
      identityProvider,
      expiration: expirationHours,
      conditions: [{ claim, operator, value }],
    };
  });

function warnOfEnd(access: ProjectAccess, { until }: Config): void {
  if (!timeLimit.isOver(until)) return;
  Annotations.of(access).addWarning(
    `until: got ${show(until)}, expected a moment to come; take out the access that has ended`,
  );
}
