import { Construct } from 'constructs';
import { AppIdApplication } from './app-id-application';
import { IAppIdTenant } from './app-id-tenant';
import { AppidRole, AppidRoleConfig } from '../../.gen/providers/ibm/appid-role';
import {
  Problem,
  Settled,
  isA,
  isText,
  known,
  matches,
  member,
  nameOf,
  reject,
  show,
  withDefaults,
} from '../../core';
import { ROLE_NAME } from '../../facts/app-id';

/** Properties for `AppIdRole`. */
export interface AppIdRoleProps {
  /** The application in which the role counts, and with it the tenant that gives it to people. */
  readonly application: AppIdApplication;
  /** What the role allows there: scopes of the application, at least one. */
  readonly scopes: string[];
  /**
   * The name of the role, at most 20 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly roleName?: string;
  /**
   * What the role is for.
   * @default - no description
   */
  readonly description?: string;
}

type Config = Settled<AppIdRoleProps, { roleName: string }>;

/**
 * A role that a tenant gives to people, by which a proxy lets them in or an app tells them apart.
 *
 * Who has the role is told to App ID, and no part of the code.
 * @see https://cloud.ibm.com/docs/appid?topic=appid-access-control
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/appid_role
 */
export class AppIdRole extends Construct {
  /** The name of the role, as tokens carry it. */
  public readonly roleName: string;
  /** The tenant that gives the role. */
  public readonly tenant: IAppIdTenant;

  /** @throws an error naming every problem: no application, no scope, a name that App ID does not take */
  constructor(scope: Construct, id: string, props: AppIdRoleProps) {
    super(scope, id);
    const config = withDefaults(props, { roleName: nameOf(this, ROLE_NAME) });
    reject(this, problemsIn(config));
    const role = new AppidRole(this, 'Resource', terraformOf(config));
    this.roleName = role.name;
    this.tenant = config.application.tenant;
  }
}

const problemsIn = ({ application, roleName, scopes, description }: Config): Problem[] => [
  ...isA('application', application, 'clientId', 'an AppIdApplication'),
  ...matches('roleName', roleName, ROLE_NAME),
  ...someOf(scopes),
  ...(scopes ?? []).flatMap((it, at) => matches(member('scopes', `${at}`), it, ROLE_NAME)),
  ...(description === undefined ? [] : isText('description', description)),
];

const someOf = (scopes: string[]): Problem[] =>
  known(scopes) && !(scopes?.length > 0)
    ? [
        {
          prop: 'scopes',
          got: scopes === undefined ? 'nothing' : show(scopes.length),
          expected: 'at least one scope of the application',
        },
      ]
    : [];

const terraformOf = ({ application, roleName, scopes, description }: Config): AppidRoleConfig => ({
  tenantId: application.tenant.tenantId,
  name: roleName,
  description,
  access: [{ applicationId: application.clientId, scopes: [...scopes].sort() }],
});
