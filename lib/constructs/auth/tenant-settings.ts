import { TerraformResource, TerraformResourceLifecycle } from 'cdktf';
import { Construct } from 'constructs';
import { IdentityProvider } from './identity-provider';
import { PasswordPolicyOptions, passwordPolicy } from './password-policy';
import { AppidApm } from '../../.gen/providers/ibm/appid-apm';
import { AppidAuditStatus } from '../../.gen/providers/ibm/appid-audit-status';
import { AppidIdpCloudDirectory } from '../../.gen/providers/ibm/appid-idp-cloud-directory';
import { AppidIdpFacebook } from '../../.gen/providers/ibm/appid-idp-facebook';
import { AppidIdpGoogle } from '../../.gen/providers/ibm/appid-idp-google';
import { AppidMfa } from '../../.gen/providers/ibm/appid-mfa';
import { AppidMfaChannel } from '../../.gen/providers/ibm/appid-mfa-channel';
import { AppidPasswordRegex } from '../../.gen/providers/ibm/appid-password-regex';
import { AppidTokenConfig } from '../../.gen/providers/ibm/appid-token-config';
import { ANONYMOUS_TOKEN_SECONDS, ClaimSource } from '../../facts/app-id';

/** A claim of a token, and where it comes from. */
export interface TokenClaim {
  /** Who knows it. */
  readonly source: ClaimSource;
  /**
   * What the source calls it.
   * @default - as the token does
   */
  readonly sourceClaim?: string;
}

/**
 * What a tenant is told of itself.
 * @internal
 */
export interface TenantSettings {
  readonly cloudDirectory: boolean;
  readonly selfSignUp: boolean;
  readonly selfService: boolean;
  readonly anonymousUsers: boolean;
  readonly secondFactor: boolean;
  readonly passwords: PasswordPolicyOptions;
  readonly accessTokenLifetime: number;
  readonly refreshTokens: boolean;
  readonly refreshTokenLifetime: number;
  readonly claims: { readonly [name: string]: TokenClaim };
  readonly identityProviders: readonly IdentityProvider[];
  readonly deletionProtection: boolean;
}

type Settings = Omit<TenantSettings, 'deletionProtection' | 'identityProviders'>;

/**
 * The settings of a tenant, by what each of them is for.
 * @internal
 */
export interface TenantParts {
  readonly directory: TerraformResource;
  readonly tokens: TerraformResource;
  readonly secondFactor: TerraformResource;
  /** What else would make the tenant less strict by its end. */
  readonly hardening: readonly TerraformResource[];
  /** What would not. */
  readonly rest: readonly TerraformResource[];
}

/**
 * Everything that makes a tenant strict, each of it written out.
 *
 * trap app-id/destroyed-token-config-allows-anonymous-login, trap app-id/destroyed-mfa-switches-it-off,
 * trap app-id/destroyed-cloud-directory-opens-sign-up, trap app-id/destroyed-password-management-is-off,
 * trap app-id/destroyed-password-regex-is-emptied, trap app-id/destroyed-audit-status-stops-auditing: none of them is
 * destroyed while the tenant is protected, and otherwise only after every application of the tenant.
 */
export const tenantSettings = {
  make: (scope: Construct, tenantId: string, config: TenantSettings): TenantParts => {
    const common = { tenantId, lifecycle: { preventDestroy: config.deletionProtection } };
    const { passwords } = config;
    const policy = passwordPolicy.settle(passwords);
    return {
      directory: new AppidIdpCloudDirectory(scope, 'Directory', {
        ...common,
        ...directoryOf(config),
      }),
      tokens: new AppidTokenConfig(scope, 'Tokens', { ...common, ...tokensOf(config) }),
      secondFactor: new AppidMfa(scope, 'SecondFactor', {
        ...common,
        isActive: config.secondFactor,
      }),
      hardening: [
        new AppidApm(scope, 'Passwords', { ...common, ...passwordPolicy.rulesOf(policy) }),
        new AppidPasswordRegex(scope, 'Strength', {
          ...common,
          ...passwordPolicy.strengthOf(policy),
        }),
        new AppidAuditStatus(scope, 'Audit', { ...common, isActive: true }),
        ...trialProviders(scope, tenantId, common.lifecycle),
      ],
      rest: [
        new AppidMfaChannel(scope, 'SecondFactorChannel', { ...common, active: 'email' }),
        ...config.identityProviders.map((it) => it._define(scope, tenantId, common.lifecycle)),
      ],
    };
  },
};

/** trap app-id/new-tenant-lets-trial-providers-in: with whom everyone has an account is switched off. */
function trialProviders(
  scope: Construct,
  tenantId: string,
  { preventDestroy }: TerraformResourceLifecycle,
): TerraformResource[] {
  // the credentials that come along are IBM's, and nothing to put back.
  const lifecycle = { preventDestroy, ignoreChanges: ['config'] };
  const off = { tenantId, isActive: false, lifecycle };
  return [new AppidIdpGoogle(scope, 'Google', off), new AppidIdpFacebook(scope, 'Facebook', off)];
}

/**
 * trap app-id/cloud-directory-opens-sign-up-by-default: both are always rendered.
 * trap app-id/cloud-directory-identity-fields-never-converge: so are these two.
 */
const directoryOf = ({ cloudDirectory, selfSignUp, selfService }: Settings) => ({
  isActive: cloudDirectory,
  selfServiceEnabled: selfService,
  signupEnabled: selfSignUp,
  identityField: 'email',
  identityConfirmAccessMode: 'FULL',
  identityConfirmMethods: ['email'],
  resetPasswordEnabled: true,
  resetPasswordNotificationEnabled: true,
  welcomeEnabled: true,
});

/** trap app-id/token-config-sends-what-is-unset: nothing is left unset. */
function tokensOf(config: Settings) {
  const claims = Object.entries(config.claims).map(([name, { source, sourceClaim }]) => ({
    source,
    sourceClaim: source === ClaimSource.ROLES ? undefined : (sourceClaim ?? name),
    destinationClaim: name,
  }));
  return {
    accessTokenExpiresIn: config.accessTokenLifetime,
    anonymousAccessEnabled: config.anonymousUsers,
    anonymousTokenExpiresIn: ANONYMOUS_TOKEN_SECONDS,
    refreshTokenEnabled: config.refreshTokens,
    refreshTokenExpiresIn: config.refreshTokenLifetime,
    accessTokenClaim: claims,
    idTokenClaim: claims,
  };
}
