import { ITerraformDependable, Postcondition, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { Problem, isA, known, replacementTrigger, show } from '../../core';
import {
  CIS_CAPABILITIES,
  CIS_CAPABILITY_WORDS,
  CisCapabilities,
  CisPlan,
} from '../../facts/cis-plans';

/** A zone of Internet Services, made here or elsewhere. */
export interface ICisZone {
  /** The cloud resource name of the instance of Internet Services that holds the zone. */
  readonly crn: string;
  /** The plain id of the zone, without the instance behind it. */
  readonly zoneId: string;
  /** The domain that the zone manages, as it was given. */
  readonly domain: string;
  /** The plan of the instance: what it lacks is refused. */
  readonly plan: CisPlan;
}

/** What a zone tells to what hangs on it. */
interface Anchor {
  readonly construct: Construct;
  /** The same object for all constructs that stand for one zone. */
  readonly identity: object;
  /** The address of what changes when the zone is replaced. */
  readonly replacement: string;
  /** What is not done before the zone is active. */
  readonly gate?: ITerraformDependable;
}

const anchors = new WeakMap<object, Anchor>();
const identities = new WeakMap<object, Map<string, object>>();

/** What everything that hangs on a zone has in common. */
export const onZone = {
  /** Makes the one trigger of a zone, by which everything on it is replaced with it. */
  anchor: (zone: ICisZone & Construct, gate?: ITerraformDependable): void => {
    const replacement = replacementTrigger(zone, 'Zone', `${zone.crn} ${zone.zoneId}`);
    anchors.set(zone, { construct: zone, identity: identityOf(zone), replacement, gate });
  },

  /** Problems of what should be a zone. */
  isZone: (prop: string, zone: ICisZone): Problem[] => {
    const wrong = isA(prop, zone, 'zoneId', 'a CisZone');
    return wrong.length > 0 || anchors.has(zone) ? wrong : [{ prop, ...FOREIGN }];
  },

  /** Problems of a zone on which a construct wants to hang something. */
  problemsIn: (scope: Construct, zone: ICisZone, prop = 'zone'): Problem[] => {
    const wrong = onZone.isZone(prop, zone);
    return wrong.length > 0 || onZone.isInStackOf(zone, scope) ? wrong : [{ prop, ...ELSEWHERE }];
  },

  /** Whether Terraform can name one from the other. */
  isInStackOf: (zone: ICisZone, other: Construct): boolean =>
    stackOf(onZone.construct(zone)) === stackOf(other),

  /** A problem where the plan of a zone lacks what a prop asks for. */
  requireCapability: (
    zone: ICisZone,
    capability: keyof CisCapabilities,
    prop: string,
  ): Problem[] => {
    const { plan } = zone;
    if (!known(plan) || CIS_CAPABILITIES[plan][capability]) return [];
    const plans = Object.values(CisPlan).filter((it) => CIS_CAPABILITIES[it][capability]);
    const words = CIS_CAPABILITY_WORDS[capability];
    return [
      {
        prop,
        got: `a zone of plan ${show(plan)}`,
        expected: `one of plan ${plans.map(show).join(' or ')}, which has ${words}`,
      },
    ];
  },

  /**
   * Where something stands: of each type that has a zone.
   *
   * trap internet-services/zone-change-leaves-the-new-zone-unprotected,
   * trap internet-services/zone-change-of-advanced-certificate-is-only-in-state: no update goes along with the zone.
   * trap internet-services/composite-zone-id-is-refused-at-apply: the plain id, which every type takes.
   */
  terraformOf: (zone: ICisZone) => ({
    cisId: zone.crn,
    domainId: zone.zoneId,
    lifecycle: { replaceTriggeredBy: [onZone.replacement(zone)] },
  }),

  /** The address for `replaceTriggeredBy` of everything on a zone. */
  replacement: (zone: ICisZone): string => anchors.get(zone)!.replacement,

  /** The zone as the parent of what there is once on each. */
  construct: (zone: ICisZone): Construct => anchors.get(zone)!.construct,

  /** What a zone is, whichever construct stands for it: the key of what there is once on each. */
  identity: (zone: ICisZone): object => anchors.get(zone)!.identity,

  /** For `dependsOn` of what names the domain but not the zone, such as a certificate. */
  gate: (zone: ICisZone): ITerraformDependable[] => {
    const gate = anchors.get(zone)?.gate;
    return gate ? [gate] : [];
  },

  /**
   * trap internet-services/zone-gate-stops-every-plan: on purpose, since nothing on a zone works before it is active.
   */
  isActive: (): Postcondition => ({
    condition: '${self.status == "active"}',
    errorMessage:
      'The zone ${self.domain} is ${self.status}. At the registrar of the domain, set its name servers to ${join(" and ", self.name_servers)}; wait until the zone is active; then apply again.',
  }),
};

/** Within an app: two constructs with the same instance and domain stand for the same zone. */
function identityOf(zone: ICisZone & Construct): object {
  if (!known(zone.crn) || !known(zone.domain)) return zone;
  const { root } = zone.node;
  const ofApp = identities.get(root) ?? new Map<string, object>();
  identities.set(root, ofApp);
  const key = `${zone.crn} ${zone.domain}`;
  const identity = ofApp.get(key) ?? zone;
  ofApp.set(key, identity);
  return identity;
}

const stackOf = (construct: Construct): string => TerraformStack.of(construct).node.path;

const FOREIGN = {
  got: 'an object of another making',
  expected: 'a CisZone',
  remedy: 'use CisZone.fromAttributes',
};

const ELSEWHERE = {
  got: 'a zone of another stack',
  expected: 'one of the same stack, which replaces what hangs on a zone with it',
  remedy: 'use CisZone.fromAttributes',
};
