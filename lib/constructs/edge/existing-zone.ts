import { Construct } from 'constructs';
import { ICisZone, onZone } from './zone';
import {
  DataIbmCisDomain,
  DataIbmCisDomainConfig,
} from '../../.gen/providers/ibm/data-ibm-cis-domain';
import { Problem, given, known, matches, oneOf, reject, show } from '../../core';
import { CisPlan } from '../../facts/cis-plans';
import { DOMAIN_NAME, ZONE_ID, instanceCrn } from '../../facts/names';

/** Options for `CisZone.fromCrn`. */
export interface ExistingZoneOptions {
  /** The cloud resource name of the instance of Internet Services. */
  readonly crn: string;
  /** The domain that the zone manages. */
  readonly domain: string;
  /** The plan of the instance, which nothing here can look up. */
  readonly plan: CisPlan;
}

/** What is known of a zone for `CisZone.fromAttributes`. */
export interface CisZoneAttributes extends ExistingZoneOptions {
  /** The plain id of the zone, 32 hexadecimal digits. */
  readonly zoneId: string;
}

/** What every zone takes, made here or not. */
export const zoneProblems = {
  inDomain: (domain: string): Problem[] => [
    ...given('domain', domain, DOMAIN_NAME.words),
    ...matches('domain', domain ?? undefined, DOMAIN_NAME),
  ],

  inPlan: (plan: CisPlan): Problem[] => [
    ...given('plan', plan, 'a CisPlan'),
    ...oneOf('plan', plan ?? undefined, Object.values(CisPlan)),
  ],

  /** trap internet-services/instance-is-not-looked-up-at-plan: it is at least the name of an instance. */
  inCrn: (prop: string, crn: string): Problem[] => [
    ...given(prop, crn, CRN.words),
    ...matches(prop, crn ?? undefined, CRN),
  ],
};

const CRN = instanceCrn('internet-svcs');

/**
 * A zone that was not made here and of which all is told.
 * @internal
 */
export class ExistingZone extends Construct implements ICisZone {
  public readonly crn: string;
  public readonly zoneId: string;
  public readonly domain: string;
  public readonly plan: CisPlan;

  constructor(scope: Construct, id: string, attributes: CisZoneAttributes) {
    super(scope, id);
    reject(this, [...problemsIn(attributes), ...problemsInId(attributes.zoneId)]);
    this.crn = attributes.crn;
    this.zoneId = attributes.zoneId;
    this.domain = attributes.domain;
    this.plan = attributes.plan;
    onZone.anchor(this);
  }
}

/**
 * A zone that was not made here and is looked up by its domain.
 * @internal
 */
export class FoundZone extends Construct implements ICisZone {
  public readonly crn: string;
  public readonly zoneId: string;
  public readonly domain: string;
  public readonly plan: CisPlan;

  constructor(scope: Construct, id: string, options: ExistingZoneOptions) {
    super(scope, id);
    reject(this, problemsIn(options));
    const zone = new DataIbmCisDomain(this, 'Resource', lookupOf(options));
    this.crn = options.crn;
    this.zoneId = zone.domainId;
    this.domain = options.domain;
    this.plan = options.plan;
    onZone.anchor(this, zone);
  }
}

const problemsIn = ({ crn, domain, plan }: ExistingZoneOptions): Problem[] => [
  ...zoneProblems.inCrn('crn', crn),
  ...zoneProblems.inDomain(domain),
  ...zoneProblems.inPlan(plan),
];

function problemsInId(zoneId: string): Problem[] {
  const [plain, ...behind] = known(zoneId) && typeof zoneId === 'string' ? zoneId.split(':') : [];
  // the provider's own id of a zone, as a state shows it.
  return behind.length > 0 && plain !== undefined && ZONE_ID.pattern.test(plain)
    ? [
        {
          prop: 'zoneId',
          got: show(zoneId),
          expected: 'the id alone',
          remedy: `use ${show(plain)}`,
        },
      ]
    : [
        ...given('zoneId', zoneId, ZONE_ID.words),
        ...matches('zoneId', zoneId ?? undefined, ZONE_ID),
      ];
}

const lookupOf = ({ crn, domain }: ExistingZoneOptions): DataIbmCisDomainConfig => ({
  cisId: crn,
  domain,
  lifecycle: { postcondition: [onZone.isActive()] },
});
