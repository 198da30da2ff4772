import { Construct } from 'constructs';
import { domainSettings } from './domain-settings';
import {
  CisZoneAttributes,
  ExistingZone,
  ExistingZoneOptions,
  FoundZone,
  zoneProblems,
} from './existing-zone';
import { ICisZone, onZone } from './zone';
import { Cis, CisConfig } from '../../.gen/providers/ibm/cis';
import { CisDomain, CisDomainConfig } from '../../.gen/providers/ibm/cis-domain';
import {
  OptOut,
  Problem,
  Settled,
  accountNameOf,
  given,
  matches,
  recordWaivers,
  reject,
  replacementTrigger,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import { CisPlan } from '../../facts/cis-plans';
import { RESOURCE_GROUP_ID } from '../../facts/names';
import { INSTANCE_NAME } from '../../facts/service-instances';
import { Waiver } from '../waiver';

/** Waivers for `CisZone`. */
export interface CisZoneWaivers {
  /**
   * Excuses `deletionProtection: false`.
   * @default - none
   */
  readonly deletionProtection?: Waiver;
  /**
   * Excuses `dnssec: false`.
   * @default - none
   */
  readonly dnssec?: Waiver;
}

/** Properties for `CisZone`. */
export interface CisZoneProps {
  /** The domain that the zone manages, in lower case: `example.com`; to change it is to replace the zone. */
  readonly domain: string;
  /** The plan of the instance, new or not; `CisPlan.TRIAL` ends after 30 days, and the zone with it. */
  readonly plan: CisPlan;
  /**
   * The id of the resource group of a new instance, 32 characters.
   * @default - the instance exists: see `instanceCrn`
   */
  readonly resourceGroupId?: string;
  /**
   * The name of a new instance, at most 180 characters.
   * @default - made of the ids from the stack on down to this construct
   */
  readonly instanceName?: string;
  /**
   * The cloud resource name of an instance that exists, for a new zone in it.
   * @default - a new instance, in the group `resourceGroupId`
   */
  readonly instanceCrn?: string;
  /**
   * Whether the zone is signed. It takes effect once the registrar of the domain has the DS record, which the console of
   * Internet Services shows.
   * @default true
   */
  readonly dnssec?: boolean;
  /**
   * Whether Terraform refuses to destroy the instance and the zone, and with it every record of the domain.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: CisZoneWaivers;
}

const DEFAULTS = { dnssec: true, deletionProtection: true, waivers: {} };
type Config = Settled<CisZoneProps, typeof DEFAULTS>;

/**
 * A domain that IBM Cloud Internet Services manages: before it stands whatever protects an app from the internet.
 *
 * The first apply of a new zone stops with the name servers in its message. Set them at the registrar of the domain,
 * wait until the zone is active, and apply again: only then is anything made that needs the zone.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_domain
 */
export class CisZone extends Construct implements ICisZone {
  /**
   * A zone that exists, by all that there is to know of it; the plan reads nothing.
   * @throws an error naming every problem: no instance of Internet Services, no plain id, no domain, no plan
   */
  public static fromAttributes(
    scope: Construct,
    id: string,
    attributes: CisZoneAttributes,
  ): ICisZone {
    return new ExistingZone(scope, id, attributes);
  }

  /**
   * A zone that exists, by its instance and its domain; the plan reads it, which takes an account, and stops while the
   * zone is not active.
   * @throws an error naming every problem: no instance of Internet Services, no domain, no plan
   */
  public static fromCrn(scope: Construct, id: string, options: ExistingZoneOptions): ICisZone {
    return new FoundZone(scope, id, options);
  }

  /** The cloud resource name of the instance that holds the zone. */
  public readonly crn: string;
  /** The plain id of the zone. */
  public readonly zoneId: string;
  /** The domain that the zone manages. */
  public readonly domain: string;
  /** The plan of the instance. */
  public readonly plan: CisPlan;
  /** The name servers to which the registrar has to delegate the domain. */
  public readonly nameServers: string[];
  /** Whether the zone is `active`, or `pending` until its name servers are set. */
  public readonly status: string;

  /** @throws an error naming every problem: no domain, no plan, a group beside an instance, a missing waiver */
  constructor(scope: Construct, id: string, props: CisZoneProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(config));
    this.crn = instanceIn(this, config);
    const zone = new CisDomain(this, 'Resource', terraformOf(this, config));
    recordWaivers(zone, protectionIn(config));
    this.zoneId = zone.domainId;
    this.domain = config.domain;
    this.plan = config.plan;
    this.nameServers = zone.nameServers;
    this.status = zone.status;
    onZone.anchor(this, zone);
    domainSettings.sign(this, config.dnssec, signatureIn(config));
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...zoneProblems.inDomain(config.domain),
  ...zoneProblems.inPlan(config.plan),
  ...(config.instanceCrn === undefined ? problemsInNew(config) : problemsInExisting(config)),
  ...unwaived(optOutsIn(config)),
];

const problemsInNew = ({ resourceGroupId, instanceName }: Config): Problem[] => [
  ...given('resourceGroupId', resourceGroupId, `${RESOURCE_GROUP_ID.words}, or an instanceCrn`),
  ...matches('resourceGroupId', resourceGroupId ?? undefined, RESOURCE_GROUP_ID),
  ...matches('instanceName', instanceName, INSTANCE_NAME),
];

const problemsInExisting = ({ instanceCrn, resourceGroupId, instanceName }: Config): Problem[] => [
  ...zoneProblems.inCrn('instanceCrn', instanceCrn!),
  ...Object.entries({ resourceGroupId, instanceName })
    .filter(([, value]) => value !== undefined)
    .map(([prop, value]) => ({ prop, got: show(value), expected: 'none beside instanceCrn' })),
];

const optOutsIn = (config: Config): OptOut[] => [...protectionIn(config), ...signatureIn(config)];

const protectionIn = ({ deletionProtection, waivers }: Config): OptOut[] => [
  {
    rule: 'edge/zone-protected',
    prop: 'deletionProtection',
    got: 'false',
    expected: 'true',
    taken: !deletionProtection,
    waiverProp: 'waivers.deletionProtection',
    waiver: waivers.deletionProtection,
  },
];

const signatureIn = ({ dnssec, waivers }: Config): OptOut[] => [
  {
    rule: 'edge/zone-signed',
    prop: 'dnssec',
    got: 'false',
    expected: 'true',
    taken: !dnssec,
    waiverProp: 'waivers.dnssec',
    waiver: waivers.dnssec,
  },
];

/** The instance that exists, or a new one. */
function instanceIn(zone: CisZone, config: Config): string {
  if (config.instanceCrn !== undefined) return config.instanceCrn;
  const instance = new Cis(zone, 'Instance', instanceOf(zone, config));
  recordWaivers(instance, protectionIn(config));
  return instance.resourceCrn;
}

const instanceOf = (zone: CisZone, config: Config): CisConfig => ({
  name: config.instanceName ?? accountNameOf(zone, INSTANCE_NAME),
  plan: config.plan,
  location: 'global',
  resourceGroupId: config.resourceGroupId,
  lifecycle: { preventDestroy: config.deletionProtection },
});

function terraformOf(zone: CisZone, { domain, deletionProtection }: Config): CisDomainConfig {
  // trap internet-services/domain-change-does-nothing: a new name is a new zone, and refused as long as that is protected.
  const named = replacementTrigger(zone, 'Named', `${zone.crn} ${domain}`);
  return {
    cisId: zone.crn,
    domain,
    type: 'full',
    lifecycle: {
      preventDestroy: deletionProtection,
      replaceTriggeredBy: [named],
      postcondition: [onZone.isActive()],
    },
  };
}
