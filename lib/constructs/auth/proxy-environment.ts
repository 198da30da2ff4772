import { SignIn } from './sign-in';
import { PROXY_PATHS, PROXY_PORT, PROXY_VARIABLES } from '../../facts/auth-proxy';
import { IAppSecret } from '../secrets/app-secret';
import { EnvValue } from '../workloads/env-value';

/** What a proxy is told when it is defined. */
interface ProxySettings {
  readonly host: string;
  readonly signIn: SignIn;
  readonly secret: IAppSecret;
  readonly sessionLifetime: number;
  readonly sessionRefresh: number;
  readonly requestTimeout: number;
}

/** Keys of the secret that a proxy reads. */
export const PROXY_SECRET = { client: 'CLIENT_SECRET', cookie: 'COOKIE_SECRET' } as const;

/** Environment variables by their names. */
type Variables = Record<string, EnvValue>;

/** How OAuth2 Proxy is told what to do: every setting that concerns security is written out, also where it is the default. */
export const proxyEnvironment = {
  /** What does not change any more. */
  of: (settings: ProxySettings): Variables => ({
    ...literals({
      ...listening(settings),
      ...issuer(settings),
      ...session(settings),
      ...UPWARDS,
      ...PRUDENCE,
    }),
    OAUTH2_PROXY_CLIENT_SECRET: EnvValue.fromSecret(settings.secret, PROXY_SECRET.client),
    OAUTH2_PROXY_COOKIE_SECRET: EnvValue.fromSecret(settings.secret, PROXY_SECRET.cookie),
  }),

  /** Which app gets what; only signed-in people get there. */
  upstreams: (addresses: readonly string[]): Variables =>
    literals({ [PROXY_VARIABLES.upstreams]: addresses.join(',') }),

  /** Who may enter: one of the groups, and of one of the domains, where there are any. */
  allowed: (groups: readonly string[], domains: readonly string[]): Variables =>
    literals({
      [PROXY_VARIABLES.emailDomains]: domains.length > 0 ? domains.join(',') : '*',
      ...(groups.length > 0 ? { [PROXY_VARIABLES.allowedGroups]: groups.join(',') } : {}),
    }),

  /** What everybody may read. */
  open: (paths: readonly string[]): Variables =>
    literals({
      [PROXY_VARIABLES.skippedRoutes]: paths
        .flatMap((path) => ['GET', 'HEAD'].map((method) => `${method}=${expressionOf(path)}`))
        .join(','),
    }),
};

const literals = (texts: Readonly<Record<string, string>>): Variables =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, EnvValue.literal(text)]));

const listening = ({ requestTimeout }: ProxySettings) => ({
  OAUTH2_PROXY_HTTP_ADDRESS: `0.0.0.0:${PROXY_PORT}`,
  OAUTH2_PROXY_UPSTREAM_TIMEOUT: `${requestTimeout}s`,
  // Code Engine ends TLS and sends to HTTPS itself; headers that anyone can send decide nothing.
  OAUTH2_PROXY_REVERSE_PROXY: 'false',
  OAUTH2_PROXY_PING_PATH: PROXY_PATHS.alive,
  OAUTH2_PROXY_READY_PATH: PROXY_PATHS.ready,
  OAUTH2_PROXY_PROXY_PREFIX: PROXY_PATHS.own,
  OAUTH2_PROXY_SILENCE_PING_LOGGING: 'true',
});

const issuer = ({ host, signIn: { _config: it } }: ProxySettings) => ({
  OAUTH2_PROXY_PROVIDER: 'oidc',
  [PROXY_VARIABLES.issuerUrl]: it.issuerUrl,
  OAUTH2_PROXY_CLIENT_ID: it.clientId,
  OAUTH2_PROXY_REDIRECT_URL: `https://${host}${PROXY_PATHS.callback}`,
  OAUTH2_PROXY_SCOPE: it.scopes.join(' '),
  OAUTH2_PROXY_OIDC_GROUPS_CLAIM: it.groupsClaim,
  OAUTH2_PROXY_CODE_CHALLENGE_METHOD: 'S256',
  OAUTH2_PROXY_INSECURE_OIDC_SKIP_NONCE: 'false',
  OAUTH2_PROXY_INSECURE_OIDC_SKIP_ISSUER_VERIFICATION: 'false',
  OAUTH2_PROXY_INSECURE_OIDC_ALLOW_UNVERIFIED_EMAIL: 'false',
  OAUTH2_PROXY_SSL_INSECURE_SKIP_VERIFY: 'false',
  // nobody is asked to press a button that leads where they have to go anyway.
  OAUTH2_PROXY_SKIP_PROVIDER_BUTTON: 'true',
});

/** A name that browsers take only with HTTPS, for one host and all of its paths. */
const COOKIE = '__Host-session';

const session = ({ sessionLifetime, sessionRefresh }: ProxySettings) => ({
  OAUTH2_PROXY_COOKIE_NAME: COOKIE,
  OAUTH2_PROXY_COOKIE_PATH: '/',
  OAUTH2_PROXY_COOKIE_SECURE: 'true',
  OAUTH2_PROXY_COOKIE_HTTPONLY: 'true',
  OAUTH2_PROXY_COOKIE_SAMESITE: 'lax',
  OAUTH2_PROXY_COOKIE_EXPIRE: `${sessionLifetime}s`,
  OAUTH2_PROXY_COOKIE_REFRESH: `${sessionRefresh}s`,
  OAUTH2_PROXY_SESSION_STORE_TYPE: 'cookie',
});

/** What the app behind learns: who somebody is, and no token. */
const UPWARDS = {
  // Code Engine finds an app by its host: the public one would lead back here.
  OAUTH2_PROXY_PASS_HOST_HEADER: 'false',
  OAUTH2_PROXY_PASS_USER_HEADERS: 'true',
  OAUTH2_PROXY_PASS_ACCESS_TOKEN: 'false',
  OAUTH2_PROXY_PASS_AUTHORIZATION_HEADER: 'false',
  OAUTH2_PROXY_PASS_BASIC_AUTH: 'false',
  OAUTH2_PROXY_SKIP_AUTH_STRIP_HEADERS: 'true',
};

const PRUDENCE = {
  OAUTH2_PROXY_SKIP_AUTH_PREFLIGHT: 'false',
  OAUTH2_PROXY_SKIP_JWT_BEARER_TOKENS: 'false',
  OAUTH2_PROXY_SHOW_DEBUG_ON_ERROR: 'false',
  OAUTH2_PROXY_FOOTER: '-',
};

/** Exactly that path, or what lies below it; a segment that leads upwards matches nothing. */
function expressionOf(path: string): string {
  const [fixed] = path.split('/*');
  const plain = fixed.replace(/\./g, '\\.');
  return path.endsWith('/*') ? `^${plain}(/[\\w-]+(\\.[\\w-]+)*)*/?$` : `^${plain}$`;
}
