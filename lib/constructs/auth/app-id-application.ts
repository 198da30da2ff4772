import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { AppIdTenant, IAppIdTenant } from './app-id-tenant';
import {
  AppidApplication,
  AppidApplicationConfig,
} from '../../.gen/providers/ibm/appid-application';
import { AppidApplicationScopes } from '../../.gen/providers/ibm/appid-application-scopes';
import {
  Problem,
  Settled,
  accountNameOf,
  isA,
  matches,
  member,
  reject,
  withDefaults,
} from '../../core';
import { APPLICATION_NAME, ROLE_NAME } from '../../facts/app-id';
import { SecretValue } from '../secrets/secret-value';

/** Properties for `AppIdApplication`. */
export interface AppIdApplicationProps {
  /** The tenant whose people sign in. */
  readonly tenant: IAppIdTenant;
  /**
   * The name of the application, at most 50 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly applicationName?: string;
  /**
   * What can be allowed in the application, for roles to give: `orders.read`.
   * @default - nothing
   */
  readonly scopes?: string[];
  /**
   * Whether Terraform refuses to destroy the application, and with it its client id and secret.
   * @default false
   */
  readonly deletionProtection?: boolean;
}

const DEFAULTS = { scopes: [] as string[], deletionProtection: false };
type Config = Settled<AppIdApplicationProps, typeof DEFAULTS & { applicationName: string }>;

/**
 * An application that people of a tenant sign in to: a web application with a secret of its own.
 *
 * It is there only after what makes the tenant strict, and goes before that does.
 * @see https://cloud.ibm.com/docs/appid?topic=appid-app
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/appid_application
 */
export class AppIdApplication extends Construct {
  /** The tenant whose people sign in. */
  public readonly tenant: IAppIdTenant;
  /** By what the application is known to the tenant. */
  public readonly clientId: string;
  /** By what the application proves itself to the tenant. */
  public readonly clientSecret: SecretValue;
  /** The address of the tenant for OpenID Connect. */
  public readonly issuerUrl: string;

  /** @throws an error naming every problem: no tenant, a name or scope that App ID does not take */
  constructor(scope: Construct, id: string, props: AppIdApplicationProps) {
    super(scope, id);
    const applicationName = accountNameOf(this, APPLICATION_NAME);
    const config = withDefaults(props, { ...DEFAULTS, applicationName });
    reject(this, problemsIn(config));
    const application = new AppidApplication(this, 'Resource', terraformOf(config));
    this.tenant = config.tenant;
    this.clientId = application.clientId;
    this.clientSecret = SecretValue.fromReference(application.secret);
    this.issuerUrl = application.oauthServerUrl;
    scopesOf(this, config);
  }
}

const problemsIn = ({ tenant, applicationName, scopes }: Config): Problem[] => [
  ...isA('tenant', tenant, 'tenantId', 'an AppIdTenant'),
  ...matches('applicationName', applicationName, APPLICATION_NAME),
  ...scopes.flatMap((it, at) => matches(member('scopes', `${at}`), it, ROLE_NAME)),
];

/** trap app-id/application-type-change-replaces: there is one type here, and it never changes. */
const terraformOf = (config: Config): AppidApplicationConfig => ({
  tenantId: config.tenant.tenantId,
  name: config.applicationName,
  type: 'regularwebapp',
  dependsOn: settingsOf(config.tenant),
  lifecycle: { preventDestroy: config.deletionProtection },
});

const settingsOf = (tenant: Partial<AppIdTenant>): ITerraformDependable[] | undefined =>
  tenant._settings;

function scopesOf(application: AppIdApplication, { tenant, scopes }: Config): void {
  if (scopes.length === 0) return;
  const { clientId } = application;
  new AppidApplicationScopes(application, 'Scopes', {
    ...{ tenantId: tenant.tenantId, clientId },
    scopes: [...scopes].sort(),
  });
}
