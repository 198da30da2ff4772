import { AppIdApplication } from './app-id-application';
import { AppIdTenant } from './app-id-tenant';
import {
  Problem,
  Settled,
  given,
  isA,
  matches,
  member,
  rejectValue,
  withDefaults,
} from '../../core';
import { CLAIM_NAME, HTTPS_ADDRESS } from '../../facts/app-id';
import { SCOPE } from '../../facts/auth-proxy';
import { SecretValue } from '../secrets/secret-value';

/** Options for `SignIn.oidc`. */
export interface OidcSignInOptions {
  /** The address of the issuer, with https, below which `/.well-known/openid-configuration` lies. */
  readonly issuerUrl: string;
  /** By what the issuer knows the proxy. */
  readonly clientId: string;
  /** By what the proxy proves itself to the issuer. */
  readonly clientSecret: SecretValue;
  /**
   * The claim that carries the groups of a person.
   * @default 'groups'
   */
  readonly groupsClaim?: string;
  /**
   * What a sign-in asks the issuer for, `openid` among it.
   * @default - `openid`, `email` and `profile`
   */
  readonly scopes?: string[];
}

const DEFAULTS = { groupsClaim: 'groups', scopes: ['openid', 'email', 'profile'] };
type Config = Settled<OidcSignInOptions, typeof DEFAULTS>;

/**
 * Who vouches for the people that come: App ID, or any issuer that speaks OpenID Connect.
 * @see https://openid.net/specs/openid-connect-discovery-1_0.html
 */
export class SignIn {
  /**
   * People of a tenant of App ID; their roles are what a proxy lets in by.
   * @param application the application that they sign in to, one for each proxy
   * @throws an error when it is none
   */
  public static appId(application: AppIdApplication): SignIn {
    rejectValue('SignIn', isA('application', application, 'clientId', 'an AppIdApplication'));
    const { issuerUrl, clientId, clientSecret } = application;
    const config = { ...DEFAULTS, issuerUrl, clientId, clientSecret, groupsClaim: 'roles' };
    return new SignIn(config, application);
  }

  /**
   * People whom another issuer vouches for.
   * @throws an error naming every problem: an address without https, no client, a literal secret
   */
  public static oidc(options: OidcSignInOptions): SignIn {
    const config = withDefaults(options, DEFAULTS);
    rejectValue('SignIn', problemsIn(config));
    return new SignIn(config);
  }

  private constructor(
    /** @internal */
    public readonly _config: Config,
    /** @internal */
    public readonly _application?: AppIdApplication,
  ) {}

  /**
   * Whether no stranger can become one of the people that it vouches for, as far as it is known here.
   * @internal
   */
  public get _isClosed(): boolean {
    const tenant = this._application?.tenant as Partial<AppIdTenant> | undefined;
    return tenant?._isClosed ?? false;
  }

  /**
   * Tells who vouches where a sign-in ends; an issuer that is somebody else's has to be told by hand.
   * @internal
   */
  public _endsAt(url: string): void {
    const tenant = this._application?.tenant as Partial<AppIdTenant> | undefined;
    tenant?.addRedirectUrl?.(url);
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...given('issuerUrl', config.issuerUrl, HTTPS_ADDRESS.words),
  ...matches('issuerUrl', config.issuerUrl ?? undefined, HTTPS_ADDRESS),
  ...given('clientId', config.clientId, 'the id of a client'),
  ...isA('clientSecret', config.clientSecret, '_reference', 'a SecretValue'),
  ...matches('groupsClaim', config.groupsClaim, CLAIM_NAME),
  ...config.scopes.flatMap((it, at) => matches(member('scopes', `${at}`), it, SCOPE)),
  ...(config.scopes.includes('openid') ? [] : [NO_IDENTITY]),
];

const NO_IDENTITY: Problem = {
  prop: 'scopes',
  got: 'none that tells who comes',
  expected: 'openid among them',
};
