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
import { Steering } from '../constructs/edge/steering';
import { SecureApp } from '../constructs/workloads/secure-app';
import { Problem, isA, matches, member, reject, show, withDefaults } from '../core';
import { ORIGIN_NAME } from '../facts/names';

/** Properties for `MultiRegionWebService`. */
export interface MultiRegionWebServiceProps extends WebServiceOptions {
  /** The regions by names of your own, at least two; each with a project of its own, by the provider of the region. */
  readonly regions: { readonly [name: string]: WebServiceRegion };
  /**
   * Which region gets a request.
   * @default - of two, the first one while it is well; of more it has to be said
   */
  readonly steering?: Steering;
}

/**
 * One web service in several regions behind one host: what `SecureWebService` is in one.
 *
 * Each region has its app, its copy of the certificate and the job that renews it there; a region that the health check
 * does not find well gets no requests.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-deploy-multiple-regions
 */
export class MultiRegionWebService extends Construct {
  /** The apps by the names of their regions. */
  public readonly apps: { [name: string]: SecureApp };
  /** The certificate of the host, attached to the project of each region. */
  public readonly certificate: RotatingCertificate;
  /** The firewall of the zone. */
  public readonly firewall: EdgeFirewall;
  /** What stands before the apps, and the eight steps. */
  public readonly domain: CisProtectedDomain;
  /** The alerts, where the plan of the zone has any. */
  public readonly alerts?: EdgeAlerts;
  /** The address of the service. */
  public readonly url: string;

  /** @throws an error naming every problem of the part that has one */
  constructor(scope: Construct, id: string, props: MultiRegionWebServiceProps) {
    super(scope, id);
    const config = withDefaults(props, WEB_SERVICE_DEFAULTS);
    const { regions } = props;
    reject(this, [...problemsInRegions(regions), ...webService.problemsIn(config)]);
    const apps = webService.apps(this, config, regions);
    const parts = webService.front(this, config, apps, steeringOf(props));
    this.apps = apps;
    this.certificate = parts.certificate;
    this.firewall = parts.firewall;
    this.domain = parts.domain;
    this.alerts = parts.alerts;
    this.url = parts.domain.url;
  }
}

const problemsInRegions = (regions: MultiRegionWebServiceProps['regions']): Problem[] => [
  ...severalOf(Object.keys(regions ?? {})),
  ...Object.entries(regions ?? {}).flatMap(([name, region]) => {
    const prop = member('regions', name);
    return [
      ...matches(prop, name, ORIGIN_NAME),
      ...isA(`${prop}.project`, region?.project, 'projectId', 'a CodeEngineProject'),
      ...isA(`${prop}.image`, region?.image, 'reference', 'an Image'),
    ];
  }),
];

const severalOf = (names: readonly string[]): Problem[] =>
  names.length > 1
    ? []
    : [{ prop: 'regions', got: names.map(show).join(' ') || 'none', expected: SEVERAL }];

const SEVERAL = 'at least two regions; for one there is SecureWebService';

const steeringOf = ({ steering, regions }: MultiRegionWebServiceProps): Steering | undefined => {
  if (steering !== undefined) return steering;
  const [first, second, ...more] = Object.keys(regions);
  return more.length === 0 ? Steering.failover(first, second) : undefined;
};
