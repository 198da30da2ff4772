import { Construct } from 'constructs';
import {
  WEB_SERVICE_DEFAULTS,
  WebServiceOptions,
  WebServiceRegion,
  webService,
} from './web-service';
import { AuthProxy } from '../constructs/auth/auth-proxy';
import { SignIn } from '../constructs/auth/sign-in';
import { RotatingCertificate } from '../constructs/certificates/rotating-certificate';
import { CisProtectedDomain } from '../constructs/edge/cis-protected-domain';
import { EdgeAlerts } from '../constructs/edge/edge-alerts';
import { EdgeFirewall } from '../constructs/edge/edge-firewall';
import { Image } from '../constructs/images/image';
import { SecretValue } from '../constructs/secrets/secret-value';
import { SecureApp } from '../constructs/workloads/secure-app';
import { isA, reject, withDefaults } from '../core';
import { PROXY_PATHS } from '../facts/auth-proxy';

/** Properties for `AuthenticatedWebService`. */
export interface AuthenticatedWebServiceProps extends WebServiceOptions, WebServiceRegion {
  /** Who vouches for the people that come. */
  readonly signIn: SignIn;
  /** A stock image of OAuth2 Proxy, pinned by digest, of version 7.13 or newer. */
  readonly proxyImage: Image;
  /** 32 random bytes by which cookies are sealed, as base64 for URLs: `openssl rand -base64 32 | tr -- '+/' '-_'`. */
  readonly cookieSecret: SecretValue;
}

/**
 * An app that only people reach who sign in: all that `SecureWebService` is, with an `AuthProxy` between the edge and the app.
 *
 * Say who may enter by the verbs of `proxy`: until then nobody may, and the synthesis is refused. The app keeps its path for
 * readiness; the edge asks the proxy, which answers for itself.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure
 */
export class AuthenticatedWebService extends Construct {
  /** The app, which its project alone reaches. */
  public readonly app: SecureApp;
  /** The proxy between the edge and the app, and who may enter. */
  public readonly proxy: AuthProxy;
  /** The certificate of the host. */
  public readonly certificate: RotatingCertificate;
  /** The firewall of the zone. */
  public readonly firewall: EdgeFirewall;
  /** What stands before the proxy, and the eight steps. */
  public readonly domain: CisProtectedDomain;
  /** The alerts, where the plan of the zone has any. */
  public readonly alerts?: EdgeAlerts;
  /** The address of the service. */
  public readonly url: string;

  /** @throws an error naming every problem of the part that has one */
  constructor(scope: Construct, id: string, props: AuthenticatedWebServiceProps) {
    super(scope, id);
    const config = withDefaults(props, WEB_SERVICE_DEFAULTS);
    const { project, image, host, signIn, cookieSecret } = config;
    reject(this, [
      ...isA('project', project, 'projectId', 'a CodeEngineProject'),
      ...isA('image', image, 'reference', 'an Image'),
      ...isA('signIn', signIn, '_endsAt', 'a SignIn'),
      ...isA('proxyImage', config.proxyImage, 'reference', 'an Image'),
      ...webService.problemsIn(config),
    ]);
    const { main } = webService.apps(this, config, { main: { project, image } });
    const guard = { project, host, signIn, cookieSecret, image: config.proxyImage };
    this.proxy = new AuthProxy(this, 'Proxy', guard);
    this.proxy.protect(main);
    const front = { ...config, healthPath: PROXY_PATHS.alive };
    const parts = webService.front(this, front, { main: this.proxy.app });
    this.app = main;
    this.certificate = parts.certificate;
    this.firewall = parts.firewall;
    this.domain = parts.domain;
    this.alerts = parts.alerts;
    this.url = parts.domain.url;
  }
}
