import { ITerraformDependable } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { IdentityProvider } from './identity-provider';
import { PasswordPolicyOptions, passwordPolicy } from './password-policy';
import { RedirectUrls, redirectUrls } from './redirect-urls';
import { TenantParts, TokenClaim, tenantSettings } from './tenant-settings';
import {
  OptOut,
  Problem,
  Settled,
  accountNameOf,
  between,
  departs,
  given,
  isA,
  known,
  matches,
  member,
  oneOf,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { APP_ID_LIMITS, CLAIM_NAME, ClaimSource } from '../../facts/app-id';
import { GUID } from '../../facts/names';
import { INSTANCE_NAME } from '../../facts/service-instances';
import { Waiver } from '../waiver';
import { serviceInstance } from '../workloads/service-instance';

/** A tenant of App ID: the people that may sign in, made here or elsewhere. */
export interface IAppIdTenant extends IConstruct {
  /** The id of the tenant, which is the GUID of its instance. */
  readonly tenantId: string;
}

/** Options for `AppIdTenant.fromTenantId`. */
export interface ExistingTenantOptions {
  /** The GUID of the instance. */
  readonly tenantId: string;
}

/** Waivers for `AppIdTenant`. */
export interface AppIdTenantWaivers {
  /**
   * Excuses `selfSignUp: true`.
   * @default - none
   */
  readonly selfSignUp?: Waiver;
  /**
   * Excuses `selfService: true`.
   * @default - none
   */
  readonly selfService?: Waiver;
  /**
   * Excuses `anonymousUsers: true`.
   * @default - none
   */
  readonly anonymousUsers?: Waiver;
  /**
   * Excuses `secondFactor: false`.
   * @default - none
   */
  readonly secondFactor?: Waiver;
  /**
   * Excuses an `accessTokenLifetime` above 3600 and a `refreshTokenLifetime` above 2592000.
   * @default - none
   */
  readonly longTokens?: Waiver;
  /**
   * Excuses `deletionProtection: false`.
   * @default - none
   */
  readonly deletionProtection?: Waiver;
}

/** Properties for `AppIdTenant`. */
export interface AppIdTenantProps {
  /**
   * The GUID of an instance that there is: its settings become those of this construct.
   * @default - an instance is made, for which `resourceGroupId` and `region` are needed
   */
  readonly tenantId?: string;
  /**
   * The id of the resource group of an instance that is made, 32 characters.
   * @default - none, of an instance that there is
   */
  readonly resourceGroupId?: string;
  /**
   * The region of an instance that is made: `us-south`.
   * @default - none, of an instance that there is
   */
  readonly region?: string;
  /**
   * The name of an instance that is made, at most 180 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly instanceName?: string;
  /**
   * Addresses at which a sign-in may end, each exact and with https; an `AuthProxy` adds its own. Nobody else may write this
   * list: whoever writes it last wins.
   * @default - those of the proxies alone
   */
  readonly redirectUrls?: string[];
  /**
   * Whether people of the tenant's own directory may sign in.
   * @default true
   */
  readonly cloudDirectory?: boolean;
  /**
   * Who else knows the people that sign in.
   * @default - nobody
   */
  readonly identityProviders?: IdentityProvider[];
  /**
   * Whether strangers can make themselves a user.
   * @default false
   */
  readonly selfSignUp?: boolean;
  /**
   * Whether users can change their own details and passwords.
   * @default false
   */
  readonly selfService?: boolean;
  /**
   * Whether tokens are given to people who do not sign in.
   * @default false
   */
  readonly anonymousUsers?: boolean;
  /**
   * Whether users of the directory are asked for a code that is mailed to them.
   * @default true
   */
  readonly secondFactor?: boolean;
  /**
   * What passwords have to be.
   * @default - 12 characters of four kinds, changed after 90 days, locked out for half an hour after 5 wrong ones
   */
  readonly passwords?: PasswordPolicyOptions;
  /**
   * Seconds that a token lives, 300 to 86400; more than 3600 need a waiver.
   * @default 3600
   */
  readonly accessTokenLifetime?: number;
  /**
   * Whether a session is renewed without signing in again.
   * @default true
   */
  readonly refreshTokens?: boolean;
  /**
   * Seconds for which it can be renewed, 86400 to 7776000; more than 2592000 need a waiver.
   * @default 86400
   */
  readonly refreshTokenLifetime?: number;
  /**
   * Claims that tokens carry, by their names, beside the roles of a user in `roles`.
   * @default - none
   */
  readonly claims?: { readonly [name: string]: TokenClaim };
  /**
   * Whether Terraform refuses to destroy the instance, its users and what makes it strict.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: AppIdTenantWaivers;
}

const DEFAULTS = {
  redirectUrls: [] as string[],
  cloudDirectory: true,
  identityProviders: [] as IdentityProvider[],
  selfSignUp: false,
  selfService: false,
  anonymousUsers: false,
  secondFactor: true,
  passwords: {},
  accessTokenLifetime: 3600,
  refreshTokens: true,
  refreshTokenLifetime: 86400,
  claims: {},
  deletionProtection: true,
  waivers: {},
};
type Config = Settled<AppIdTenantProps, typeof DEFAULTS & { instanceName: string }>;

/**
 * The people that may sign in: a tenant of App ID that no stranger enters, with a second factor.
 *
 * Google and Facebook, with which a new tenant lets anyone in, are switched off. What makes the tenant strict is there
 * before its applications are, and goes only after them; protected, it does not go at all. App ID has the second factor,
 * the rules for passwords and the records of sign-ins in its plan `graduated-tier`, which is the one that is made.
 * @see https://cloud.ibm.com/docs/appid?topic=appid-getting-started
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/appid_token_config
 */
export class AppIdTenant extends Construct implements IAppIdTenant {
  /**
   * A tenant whose settings are somebody else's; its redirect addresses are too.
   * @throws an error when the id is no GUID
   */
  public static fromTenantId(
    scope: Construct,
    id: string,
    options: ExistingTenantOptions,
  ): IAppIdTenant {
    return new ExistingTenant(scope, id, options);
  }

  /** The id of the tenant, which is the GUID of its instance. */
  public readonly tenantId: string;
  /**
   * What makes the tenant strict: applications come after it.
   * @internal
   */
  public readonly _settings: ITerraformDependable[];
  /**
   * Whether no stranger can become one of its people.
   * @internal
   */
  public readonly _isClosed: boolean;
  private readonly redirects: RedirectUrls;

  /** @throws an error naming every problem: an address that is not exact, a number out of range, a missing waiver */
  constructor(scope: Construct, id: string, props: AppIdTenantProps) {
    super(scope, id);
    const instanceName = accountNameOf(this, INSTANCE_NAME);
    const config = withDefaults(props, { ...DEFAULTS, instanceName });
    reject(this, problemsIn(config));
    this.tenantId = tenantIdOf(this, config);
    const parts = tenantSettings.make(this, this.tenantId, settingsOf(config));
    excuse(parts, config);
    this._settings = Object.values(parts as object).flat() as ITerraformDependable[];
    this._isClosed = !config.selfSignUp;
    this.redirects = new RedirectUrls(this, 'RedirectUrls', this, config);
    this.redirects.excuse(protection(config));
  }

  /**
   * Lets a sign-in end at one more address.
   * @param url the exact address, with https
   * @throws an error when it is none
   */
  public addRedirectUrl(url: string): void {
    reject(this, redirectUrls.problemsIn('url', url));
    this.redirects.add(url);
  }
}

const settingsOf = (config: Config) => ({
  ...config,
  claims: { ...config.claims, [ROLES_CLAIM]: { source: ClaimSource.ROLES } },
});

/** Under which tokens carry the roles of a user. */
const ROLES_CLAIM = 'roles';

/** The one that was named, or that of an instance which is made. */
function tenantIdOf(tenant: Construct, config: Config): string {
  if (config.tenantId !== undefined) return config.tenantId;
  const instance = serviceInstance.define(tenant, 'appid', instanceOf(config), {});
  recordWaivers(instance, protection(config));
  return instance.guid;
}

/** What a second factor, rules for passwords and records of sign-ins take. */
const PLAN = 'graduated-tier';

const instanceOf = ({ resourceGroupId, region, ...config }: Config) => ({
  ...{ ...config, plan: PLAN },
  ...{ resourceGroupId: resourceGroupId!, region: region! },
});

function problemsIn(config: Config): Problem[] {
  const { identityProviders, cloudDirectory } = config;
  const kinds = identityProviders.map((it) => it?._kind);
  return [
    ...problemsInInstance(config),
    ...config.redirectUrls.flatMap((url, at) =>
      redirectUrls.problemsIn(member('redirectUrls', `${at}`), url),
    ),
    ...identityProviders.flatMap((it, at) =>
      isA(`identityProviders.${at}`, it, '_define', 'an IdentityProvider'),
    ),
    ...kinds.flatMap((kind, at) =>
      kind !== undefined && kinds.indexOf(kind) < at ? [twice(at)] : [],
    ),
    ...(cloudDirectory || identityProviders.length > 0 ? [] : [NOBODY]),
    ...passwordPolicy.problemsIn(passwordPolicy.settle(config.passwords)),
    ...(['accessTokenLifetime', 'refreshTokenLifetime'] as const).flatMap((name) =>
      between(name, config[name], APP_ID_LIMITS[name]),
    ),
    ...Object.entries(config.claims).flatMap(([name, claim]) => [
      ...matches(member('claims', name), name, CLAIM_NAME),
      ...oneOf(`${member('claims', name)}.source`, claim?.source, Object.values(ClaimSource)),
      ...(name === ROLES_CLAIM ? [OWN_ROLES] : []),
    ]),
    ...unwaived(Object.values(optOutsIn(config))),
  ];
}

function problemsInInstance(config: Config): Problem[] {
  const { tenantId, resourceGroupId, region } = config;
  if (tenantId === undefined) return serviceInstance.problemsIn('appid', instanceOf(config));
  const made = Object.entries({ resourceGroupId, region }).filter(([, it]) => it !== undefined);
  return [
    ...matches('tenantId', tenantId, GUID),
    ...made.map(([prop]) => ({
      prop,
      got: 'a value',
      expected: 'nothing, because tenantId names an instance that there is',
    })),
  ];
}

const twice = (at: number): Problem => ({
  prop: `identityProviders.${at}`,
  got: 'a second provider of its kind',
  expected: 'one of each kind, because a tenant has no more',
});

const OWN_ROLES: Problem = {
  prop: `claims.${ROLES_CLAIM}`,
  got: 'a claim of that name',
  expected: 'another name, because tokens carry the roles of a user under this one',
};

const NOBODY: Problem = {
  prop: 'cloudDirectory',
  got: 'false',
  expected: 'true where there are no identityProviders, or nobody could sign in',
};

const SHORT = { access: 3600, refresh: 30 * 86400 };

const optOutsIn = (config: Config): Record<keyof AppIdTenantWaivers, OptOut> => ({
  selfSignUp: flag(config, 'selfSignUp', 'auth/no-self-sign-up', false),
  selfService: flag(config, 'selfService', 'auth/no-self-service', false),
  anonymousUsers: flag(config, 'anonymousUsers', 'auth/no-anonymous', false),
  secondFactor: flag(config, 'secondFactor', 'auth/second-factor', true),
  longTokens: longTokensIn(config),
  deletionProtection: flag(config, 'deletionProtection', 'auth/tenant-protected', true),
});

const flag = (
  config: Config,
  prop: Exclude<keyof AppIdTenantWaivers, 'longTokens'>,
  rule: string,
  secure: boolean,
): OptOut => ({
  rule,
  prop,
  got: `${!secure}`,
  expected: `${secure}`,
  taken: departs(config[prop], config[prop] !== secure),
  waiverProp: `waivers.${prop}`,
  waiver: config.waivers[prop],
});

function longTokensIn(config: Config): OptOut {
  const { accessTokenLifetime: access, refreshTokenLifetime: refresh } = config;
  const isLong = known(access) && access > SHORT.access;
  return {
    rule: 'auth/tokens-short-lived',
    prop: isLong ? 'accessTokenLifetime' : 'refreshTokenLifetime',
    got: `${isLong ? access : refresh} seconds`,
    expected: `at most ${isLong ? SHORT.access : SHORT.refresh}`,
    taken: [access, refresh].every(known) ? isLong || refresh > SHORT.refresh : undefined,
    waiverProp: 'waivers.longTokens',
    waiver: config.waivers.longTokens,
  };
}

const protection = (config: Config): OptOut[] => [optOutsIn(config).deletionProtection];

/** Writes each waiver beside the setting that it excuses. */
function excuse({ directory, tokens, secondFactor, hardening }: TenantParts, config: Config): void {
  const optOuts = optOutsIn(config);
  const kept = protection(config);
  recordWaivers(directory, [optOuts.selfSignUp, optOuts.selfService, ...kept]);
  recordWaivers(tokens, [optOuts.anonymousUsers, optOuts.longTokens, ...kept]);
  recordWaivers(secondFactor, [optOuts.secondFactor, ...kept]);
  for (const setting of hardening) recordWaivers(setting, kept);
}

/** A tenant that was not made here. */
class ExistingTenant extends Construct implements IAppIdTenant {
  public readonly tenantId: string;

  constructor(scope: Construct, id: string, { tenantId }: ExistingTenantOptions) {
    super(scope, id);
    reject(this, [
      ...given('tenantId', tenantId, GUID.words),
      ...matches('tenantId', tenantId ?? undefined, GUID),
    ]);
    this.tenantId = tenantId;
  }
}
