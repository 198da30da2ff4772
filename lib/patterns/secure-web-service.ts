import { Construct } from 'constructs';
import {
  WEB_SERVICE_DEFAULTS,
  WebServiceOptions,
  WebServiceRegion,
  webService,
} from './web-service';
import { RotatingCertificate } from '../constructs/certificates/rotating-certificate';
import { CisProtectedDomain } from '../constructs/edge/cis-protected-domain';
import { EdgeAlerts } from '../constructs/edge/edge-alerts';
import { EdgeFirewall } from '../constructs/edge/edge-firewall';
import { SecureApp } from '../constructs/workloads/secure-app';
import { isA, reject, withDefaults } from '../core';

/** Properties for `SecureWebService`. */
export interface SecureWebServiceProps extends WebServiceOptions, WebServiceRegion {}

/**
 * An app that serves the internet, with all that IBM's page asks of one: reached through Internet Services alone, by all
 * eight steps against Layer-7 attacks, with a certificate that renews itself, and with alerts for what goes wrong.
 *
 * The firewall and the TLS settings of the zone are made here unless the zone has them: define an `EdgeFirewall` or
 * `EdgeTls` before it to have others. A first deployment takes several applies: the registry has to be there before the
 * image is pushed, and a new zone is active only when the registrar of the domain knows its name servers.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure
 */
export class SecureWebService extends Construct {
  /** The app. */
  public readonly app: SecureApp;
  /** The certificate of the host; `attachTo` serves it in more projects. */
  public readonly certificate: RotatingCertificate;
  /** The firewall of the zone. */
  public readonly firewall: EdgeFirewall;
  /** What stands before the app, and the eight steps. */
  public readonly domain: CisProtectedDomain;
  /** The alerts, where the plan of the zone has any. */
  public readonly alerts?: EdgeAlerts;
  /** The address of the service. */
  public readonly url: string;

  /** @throws an error naming every problem of the part that has one */
  constructor(scope: Construct, id: string, props: SecureWebServiceProps) {
    super(scope, id);
    const config = withDefaults(props, WEB_SERVICE_DEFAULTS);
    const { project, image } = props;
    reject(this, [
      ...isA('project', project, 'projectId', 'a CodeEngineProject'),
      ...isA('image', image, 'reference', 'an Image'),
      ...webService.problemsIn(config),
    ]);
    const apps = webService.apps(this, config, { main: { project, image } });
    const parts = webService.front(this, config, apps);
    this.app = apps.main;
    this.certificate = parts.certificate;
    this.firewall = parts.firewall;
    this.domain = parts.domain;
    this.alerts = parts.alerts;
    this.url = parts.domain.url;
  }
}
