import { Problem, given, known, matches, notEmpty, show } from '../../core';
import { GUID } from '../../facts/names';
import { ROLES_BY_SERVICE, SERVICES_WITHOUT_INSTANCES } from '../../facts/roles';

/** What an identity may do, and to what. */
export interface AccessOptions {
  /** The service, by its name in IAM: `secrets-manager`. */
  readonly service: string;
  /** The names of the roles, as IAM has them: `Reader`; at least one. */
  readonly roles: string[];
  /**
   * The id of the one instance of the service, a GUID.
   * @default - none, for a service that an account has once, such as `iam-identity`
   */
  readonly instanceId?: string;
  /**
   * The type of the one resource inside the instance: `secret-group`.
   * @default - everything in the instance
   */
  readonly resourceType?: string;
  /**
   * The one resource of that type, by its id.
   * @default - everything in the instance
   */
  readonly resource?: string;
}

/** Where a policy holds, as constructs say it to each other: a namespace of a registry has no instance. */
export type Scope = {
  readonly service: string;
  readonly roles: readonly string[];
  readonly instanceId?: string;
  readonly region?: string;
  readonly resourceType?: string;
  readonly resource?: string;
};

/** Roles and scopes of policies, for people, workloads and services alike: problems and Terraform. */
export const access = {
  /** trap iam/role-names-are-checked-only-at-apply, trap iam/empty-roles-pass-validate */
  problemsInRoles: (service: string, roles: readonly string[]): Problem[] => [
    ...given('roles', roles, 'at least one role'),
    ...notEmpty('roles', roles ?? ['?'], 'at least one role'),
    ...(roles ?? []).flatMap((role, index) => problemsInRole(`roles.${index}`, service, role)),
  ],

  /** trap iam/policy-without-resources-covers-all-services: one instance is named, by its id and no star. */
  problemsInInstance: (prop: string, service: string, instanceId: string | undefined): Problem[] =>
    SERVICES_WITHOUT_INSTANCES.includes(service)
      ? none(prop, service, instanceId)
      : [
          ...given(prop, instanceId, `the id of one instance of ${service}`),
          ...matches(prop, instanceId ?? undefined, GUID),
        ],

  /** trap iam/reordered-roles-are-an-update: sorted, and each once. */
  rolesOf: (roles: readonly string[]): string[] => [...new Set(roles)].sort(),

  /**
   * What every policy has in common.
   *
   * trap iam/account-management-covers-all-platform-services: `account_management` is never rendered.
   */
  policyOf: (scope: Scope) => ({
    roles: access.rolesOf(scope.roles),
    resources: {
      service: scope.service,
      region: scope.region,
      resourceInstanceId: scope.instanceId,
      resourceType: scope.resourceType,
      resource: scope.resource,
    },
  }),
};

/** What would narrow nothing is not taken: who gives it believes that it does. */
const none = (prop: string, service: string, instanceId: string | undefined): Problem[] =>
  instanceId === undefined
    ? []
    : [{ prop, got: show(instanceId), expected: `none, because an account has ${service} once` }];

function problemsInRole(prop: string, service: string, role: string): Problem[] {
  const roles = ROLES_BY_SERVICE[service];
  if (!known(role) || !roles || roles.includes(role)) return [];
  const meant = roles.find((it) => it.toLowerCase() === String(role).toLowerCase());
  const remedy = meant && `did you mean ${show(meant)}?`;
  return [{ prop, got: show(role), expected: `one of ${roles.join(', ')}`, remedy }];
}
