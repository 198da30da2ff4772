import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { AppIdRole } from './app-id-role';
import { IAppIdTenant } from './app-id-tenant';
import { protectedApp } from './protected-app';
import { PROXY_SECRET, proxyEnvironment } from './proxy-environment';
import { SignIn } from './sign-in';
import {
  OptOut,
  Problem,
  Settled,
  addWaiver,
  between,
  given,
  isA,
  line,
  matches,
  member,
  notAbove,
  notEmpty,
  reject,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import {
  GROUP_NAME,
  OPEN_PATH,
  PROXY_PATHS,
  PROXY_PORT,
  PROXY_PREFIX,
  SESSION_LIMITS,
  UPSTREAM_PATH,
} from '../../facts/auth-proxy';
import { DOMAIN_NAME, PLAIN_HOST } from '../../facts/names';
import { Image } from '../images/image';
import { AppSecret } from '../secrets/app-secret';
import { SecretData } from '../secrets/secret-data';
import { SecretValue } from '../secrets/secret-value';
import { Waiver } from '../waiver';
import { ICodeEngineProject } from '../workloads/code-engine-project';
import { EnvValue } from '../workloads/env-value';
import { frontages } from '../workloads/frontage';
import { neighbours } from '../workloads/neighbours';
import { Probe } from '../workloads/probe';
import { ISecureApp, SecureApp, SecureAppOptions } from '../workloads/secure-app';

/** Properties for `AuthProxy`. */
export interface AuthProxyProps {
  /** The project of the apps that are protected: only from inside it they are reached. */
  readonly project: ICodeEngineProject;
  /** A stock image of OAuth2 Proxy, pinned by digest, of version 7.13 or newer. */
  readonly image: Image;
  /** The whole host name under which people come, in lower case: `shop.example.com`. */
  readonly host: string;
  /** Who vouches for them. */
  readonly signIn: SignIn;
  /** 32 random bytes by which cookies are sealed, as base64 for URLs: `openssl rand -base64 32 | tr -- '+/' '-_'`. */
  readonly cookieSecret: SecretValue;
  /**
   * Seconds after which people have to sign in again, 300 to 604800.
   * @default 28800
   */
  readonly sessionLifetime?: number;
  /**
   * Seconds after which the issuer is asked whether a session still holds, 60 to 86400 and less than a token lives.
   * @default 900
   */
  readonly sessionRefresh?: number;
  /**
   * How the proxy runs, but for its port and its own variables.
   * @default - as a `SecureApp` does, with one instance at least, so that nobody waits to sign in
   */
  readonly appOptions?: SecureAppOptions;
}

const DEFAULTS = { sessionLifetime: 28800, sessionRefresh: 900, appOptions: {} };
type Config = Settled<AuthProxyProps, typeof DEFAULTS>;

/**
 * Sign-in in front of an app that knows nothing of it: OAuth2 Proxy, which lets in whom it was told to, and nobody else.
 *
 * The app stays as it is, reached by its project alone; it finds who comes in the headers `X-Forwarded-User`,
 * `X-Forwarded-Email` and `X-Forwarded-Groups`. The proxy is reached in the same way until a `CisProtectedDomain` opens it.
 * Whatever else runs in the project can call the app without signing in, and set these headers: give such apps a project
 * of their own.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure
 * @see https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview
 */
export class AuthProxy extends Construct {
  /** The proxy, for a domain in front of it. */
  public readonly app: SecureApp;
  /** The address under which people come. */
  public readonly url: string;
  /** The address at which they sign in. */
  public readonly loginUrl: string;
  /** Where a sign-in ends: whoever vouches for people has to know it. */
  public readonly callbackUrl: string;
  private readonly signIn: SignIn;
  private readonly apps = new Map<string, ISecureApp>();
  private readonly groups = new Set<string>();
  private readonly domains = new Set<string>();
  private readonly openPaths = new Set<string>();
  private letsAnyoneIn = false;

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: AuthProxyProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(config));
    const { host, signIn } = config;
    this.app = appOf(this, config, secretOf(this, config));
    this.signIn = signIn;
    this.url = `https://${host}`;
    this.loginUrl = `${this.url}${PROXY_PATHS.signIn}`;
    this.callbackUrl = `${this.url}${PROXY_PATHS.callback}`;
    signIn._endsAt(this.callbackUrl);
    this.node.addValidation({ validate: () => this.looseEnds() });
  }

  /**
   * Puts the proxy in front of an app.
   * @param app an app of the same project that is made here and that only the project reaches
   * @param path what of the host it gets: a path with a slash at both ends; all by default
   * @throws an error naming every problem: an app that is reached otherwise, of another project, a path that is taken
   */
  public protect(app: ISecureApp, path = '/'): void {
    reject(this, [
      ...protectedApp.problemsIn('app', app, this.app),
      ...matches('path', path, UPSTREAM_PATH),
      ...(this.apps.has(path) ? [{ ...TAKEN, got: show(path) }] : []),
    ]);
    this.apps.set(path, app);
    const addresses = [...this.apps].map(([below, it]) => `${it.internalUrl}${below}`);
    this.tell(proxyEnvironment.upstreams(addresses));
  }

  /**
   * Lets people of a group in.
   * @param group what the tokens of the issuer call the group
   * @throws an error when it cannot be the name of one
   */
  public allowGroup(group: string): void {
    reject(this, matches('group', group, GROUP_NAME));
    this.groups.add(group);
    this.tellWhoMayEnter();
  }

  /**
   * Lets people in who have a role.
   * @param role a role of the tenant by which people sign in here
   * @throws an error when it is one of another tenant
   */
  public allowRole(role: AppIdRole): void {
    reject(this, [
      ...isA('role', role, 'roleName', 'an AppIdRole'),
      ...(isOfTenant(role, this.signIn._application?.tenant) ? [] : [ELSEWHERE]),
    ]);
    this.groups.add(role.roleName);
    this.tellWhoMayEnter();
  }

  /**
   * Lets people in by the domain of their e-mail address; of those in a group, where groups are let in too.
   * @param domain the domain in lower case: `example.com`
   * @throws an error when it is no domain
   */
  public allowEmailDomain(domain: string): void {
    reject(this, matches('domain', domain, DOMAIN_NAME));
    this.domains.add(domain);
    this.tellWhoMayEnter();
  }

  /**
   * Lets everybody in who signs in. Of a tenant that is made here and that no stranger enters, this is who was invited; of any
   * other issuer it may be half the world, and needs a waiver.
   * @throws an error naming every problem: a missing waiver, groups or domains beside it
   */
  public allowAnyUser(waiver?: Waiver): void {
    const optOut = this.anyoneOf(waiver);
    const told = this.groups.size + this.domains.size > 0;
    reject(this, [...(told ? [BOTH] : []), ...unwaived([optOut])]);
    this.letsAnyoneIn = true;
    this.excuse(optOut);
    this.tellWhoMayEnter();
  }

  /**
   * Lets everybody read some paths without signing in, by GET and HEAD.
   * @param paths paths as in `/about`, or with all below them as in `/public/*`
   * @param waiver why nobody has to say who they are there
   * @throws an error naming every problem: a path that would open more, a missing waiver
   */
  public allowAnonymous(paths: string[], waiver: Waiver): void {
    const optOut = openTo(paths, waiver);
    reject(this, [
      ...notEmpty('paths', paths ?? [], 'at least one path'),
      ...(paths ?? []).flatMap((it, at) => matches(member('paths', `${at}`), it, OPEN_PATH)),
      ...unwaived([optOut]),
    ]);
    for (const path of paths) this.openPaths.add(path);
    this.excuse(optOut);
    this.tell(proxyEnvironment.open([...this.openPaths]));
  }

  private anyoneOf(waiver: Waiver | undefined): OptOut {
    return {
      rule: 'auth/proxy-names-who-enters',
      prop: 'waiver',
      got: waiver === undefined ? 'nothing' : 'a waiver',
      expected: 'groups, roles or e-mail domains in place of everybody',
      taken: !this.signIn._isClosed,
      waiverProp: 'waiver',
      waiver,
    };
  }

  private excuse(optOut: OptOut): void {
    addWaiver(frontages.get(this.app)!.resource, optOut);
  }

  private tellWhoMayEnter(): void {
    if (this.letsAnyoneIn && this.groups.size + this.domains.size > 0) reject(this, [BOTH]);
    this.tell(proxyEnvironment.allowed([...this.groups], [...this.domains]));
  }

  private tell(variables: Record<string, EnvValue>): void {
    for (const [name, value] of Object.entries(variables)) this.app._setVariable(name, value);
  }

  /** What only the whole program shows: apps without a guard, a guard without apps, an app that was opened later. */
  private looseEnds(): string[] {
    const isAnyoneLetIn = this.letsAnyoneIn || this.groups.size + this.domains.size > 0;
    this.tellOfNeighbours();
    return [
      ...(this.apps.size > 0 ? [] : [NOTHING]),
      ...(isAnyoneLetIn ? [] : [NOBODY]),
      ...[...this.apps.values()].flatMap((app) => protectedApp.openedLater(app)),
    ].map(line);
  }

  private tellOfNeighbours(): void {
    const others = neighbours.of(this.app, new Set([this.app, ...this.apps.values()]));
    if (others.length === 0) return;
    const names = others.map(({ node }) => `'${node.path}'`).join(', ');
    Annotations.of(this).addWarning(
      `project: ${names} can call the protected app without signing in, because a project is one zone of trust; move what is not to do so into another project`,
    );
  }
}

const TAKEN = { prop: 'path', expected: 'a path that no other app has' };

const NOTHING: Problem = { prop: 'protect', got: 'no app', expected: 'at least one call' };

const NOBODY: Problem = {
  prop: 'allow',
  got: 'nobody',
  expected: 'a call of allowGroup, allowRole, allowEmailDomain or allowAnyUser',
};

const BOTH: Problem = {
  prop: 'allowAnyUser',
  got: 'groups or domains beside it',
  expected: 'one of both, because everybody is everybody',
};

const ELSEWHERE: Problem = {
  prop: 'role',
  got: 'a role of another tenant',
  expected: 'one of the tenant by which people sign in here',
};

const isOfTenant = (role: AppIdRole | undefined, tenant: IAppIdTenant | undefined): boolean =>
  role?.tenant !== undefined && role.tenant === tenant;

const openTo = (paths: string[], waiver: Waiver | undefined): OptOut => ({
  rule: 'auth/proxy-asks-everyone',
  prop: 'paths',
  got: (paths ?? []).map(show).join(', ') || 'none',
  expected: 'sign-in for all paths',
  taken: true,
  waiverProp: 'waiver',
  waiver,
});

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'projectId', 'a CodeEngineProject'),
  ...isA('image', config.image, 'reference', 'an Image'),
  ...given('host', config.host, PLAIN_HOST.words),
  ...matches('host', config.host ?? undefined, PLAIN_HOST),
  ...isA('signIn', config.signIn, '_endsAt', 'a SignIn'),
  ...isA('cookieSecret', config.cookieSecret, '_reference', 'a SecretValue'),
  ...between('sessionLifetime', config.sessionLifetime, SESSION_LIMITS.lifetime),
  ...between('sessionRefresh', config.sessionRefresh, SESSION_LIMITS.refresh),
  ...notAbove('sessionRefresh', config.sessionRefresh, 'sessionLifetime', config.sessionLifetime),
  ...problemsInOptions(config.appOptions),
];

/** The proxy decides itself where it listens and what it is told. */
function problemsInOptions({ port, environment = {} }: SecureAppOptions): Problem[] {
  const ours = Object.keys(environment).filter((name) => name.startsWith(PROXY_PREFIX));
  const listening = `nothing, because the proxy listens on ${PROXY_PORT}`;
  return [
    ...(port ? [{ prop: 'appOptions.port', got: show(port), expected: listening }] : []),
    ...ours.map((name) => ({
      prop: member('appOptions.environment', name),
      got: 'a value',
      expected: 'nothing, because the proxy is told by props and verbs of AuthProxy',
    })),
  ];
}

const secretOf = (scope: Construct, { project, signIn, cookieSecret }: Config): AppSecret =>
  new AppSecret(scope, 'Secret', {
    project,
    data: SecretData.generic({
      [PROXY_SECRET.client]: signIn._config.clientSecret,
      [PROXY_SECRET.cookie]: cookieSecret,
    }),
  });

function appOf(scope: Construct, config: Config, secret: AppSecret): SecureApp {
  const { project, image, appOptions } = config;
  const { requestTimeout = 60 } = appOptions;
  const environment = proxyEnvironment.of({ ...config, secret, requestTimeout });
  const app = new SecureApp(scope, 'App', {
    minInstances: 1,
    readiness: Probe.http(PROXY_PATHS.ready),
    liveness: Probe.http(PROXY_PATHS.alive),
    ...appOptions,
    ...{ project, image, port: PROXY_PORT },
    environment: { ...appOptions.environment, ...environment },
  });
  neighbours.runsOurCode(app);
  return app;
}
