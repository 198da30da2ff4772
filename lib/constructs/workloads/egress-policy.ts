import { Construct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import { gate } from './gate';
import { OutboundDestination } from './outbound-destination';
import {
  CodeEngineAllowedOutboundDestination as Destination,
  CodeEngineAllowedOutboundDestinationConfig,
} from '../../.gen/providers/ibm/code-engine-allowed-outbound-destination';
import {
  DataIbmCodeEngineAllowedOutboundDestination,
  DataIbmCodeEngineAllowedOutboundDestinationConfig,
} from '../../.gen/providers/ibm/data-ibm-code-engine-allowed-outbound-destination';
import {
  OptOut,
  Problem,
  Settled,
  importedFrom,
  isA,
  matches,
  member,
  notEmpty,
  oneOf,
  placeOf,
  recordWaivers,
  reject,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import { ALLOW_ALL, WIDEST_MASK } from '../../facts/egress';
import { WORKLOAD_NAME } from '../../facts/names';
import { Waiver } from '../waiver';

/** Waivers for `EgressPolicy`. */
export interface EgressPolicyWaivers {
  /**
   * Excuses ranges that are wider than any private one: `0.0.0.0/0`.
   * @default - none
   */
  readonly wideRanges?: Waiver;
}

/** Properties for `EgressPolicy`. */
export interface EgressPolicyProps {
  /** The project whose connections are limited. */
  readonly project: ICodeEngineProject;
  /** Where to it may open connections, by names of your choice: lower case letters, digits and hyphens; at least one. */
  readonly destinations: { readonly [name: string]: OutboundDestination };
  /**
   * The name of the destination that takes the place of `allow-all`, with which every project is born and beside which
   * Code Engine takes no narrower one. The first apply imports `allow-all`, deletes it, makes this destination and then
   * all others; for some seconds nothing outside is reachable. Afterwards the prop does nothing and may stay or go.
   *
   * The id of the project has to be known when Terraform plans: a project of the same stack is applied first, without
   * this policy. Where `allow-all` is gone already, leave the prop out; there is nothing to import, and the plan says so.
   * @default - `allow-all` is left alone, and has to be gone
   */
  readonly takesPlaceOfAllowAll?: string;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: EgressPolicyWaivers;
}

const DEFAULTS = { waivers: {} };
type Config = Settled<EgressPolicyProps, typeof DEFAULTS>;

/**
 * The only destinations outside to which a project may open connections; all else is closed to it.
 *
 * It holds for all that runs in the project, builds among it, which load packages from the internet. The private endpoints of
 * IBM Cloud's own services stay reachable. A destination that Code Engine cannot set up fails the apply. Who takes the
 * policy away closes the project: `allow-all` does not come back. Terraform 1.6 or later.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-outbound-allow-list
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_allowed_outbound_destination
 */
export class EgressPolicy extends Construct {
  /** The names of the destinations, as the project has them. */
  public readonly destinationNames: string[];

  /** @throws an error naming every problem: no destination, one inside another, a missing waiver */
  constructor(scope: Construct, id: string, props: EgressPolicyProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(config));
    const { first, others } = inOrder(config);
    const heirs = first.map((name) => heirOf(config, allow(this, config, name, [])));
    const rest = others.map((name) => allow(this, config, name, heirs));
    this.destinationNames = [...heirs, ...rest].map(({ name }) => name);
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'projectId', 'a CodeEngineProject'),
  ...notEmpty('destinations', config.destinations, 'at least one name with its destination'),
  ...Object.entries(config.destinations).flatMap(([name, destination]) => [
    ...matches(member('destinations', name), name, WORKLOAD_NAME),
    ...isA(member('destinations', name), destination, '_toTerraform', 'an OutboundDestination'),
    ...notTheBuiltIn(name),
  ]),
  ...redundant(right(config)),
  ...oneOf('takesPlaceOfAllowAll', config.takesPlaceOfAllowAll, Object.keys(config.destinations)),
  ...unwaived(optOutsIn(config)),
];

/** The destinations that are some, whatever code without types passes beside them. */
const right = ({ destinations }: Config): [string, OutboundDestination][] =>
  Object.entries(destinations).filter(([, it]) => isA('', it, '_toTerraform', '').length === 0);

const notTheBuiltIn = (name: string): Problem[] =>
  name === ALLOW_ALL
    ? [
        {
          prop: member('destinations', name),
          got: show(name),
          expected: 'another name, because the project has a destination of this one',
        },
      ]
    : [];

/** Code Engine takes no destination that another one covers. */
const redundant = (destinations: readonly [string, OutboundDestination][]): Problem[] =>
  destinations.flatMap(([name, inner], index) => {
    const outer = destinations.find(
      ([, it], at) => it._covers(inner) && (at < index || (at > index && !inner._covers(it))),
    );
    return outer
      ? [
          {
            prop: member('destinations', name),
            got: show(inner._range),
            expected: `a range outside ${member('destinations', outer[0])}, which is ${show(outer[1]._range)}`,
          },
        ]
      : [];
  });

function optOutsIn(config: Config): OptOut[] {
  const destinations = right(config);
  const wide = destinations.find(([, it]) => it._isWide());
  const late = destinations.some(([, it]) => it._isWide() === undefined);
  return [
    {
      rule: 'workloads/egress-limited',
      prop: wide ? member('destinations', wide[0]) : 'destinations',
      got: show(wide?.[1]._range),
      expected: `ranges with a mask of ${WIDEST_MASK} bits or more`,
      taken: wide ? true : late ? undefined : false,
      waiverProp: 'waivers.wideRanges',
      waiver: config.waivers.wideRanges,
    },
  ];
}

/** The name that takes the place of `allow-all`, if there is one, and all others. */
const inOrder = ({ destinations, takesPlaceOfAllowAll }: Config) => {
  const names = Object.keys(destinations);
  return {
    first: names.filter((name) => name === takesPlaceOfAllowAll),
    others: names.filter((name) => name !== takesPlaceOfAllowAll),
  };
};

/** One destination, and a read that waits for each change of it. */
function allow(
  policy: EgressPolicy,
  config: Config,
  name: string,
  heirs: Destination[],
): Destination {
  const scope = new Construct(policy, name);
  const destination = new Destination(scope, 'Resource', terraformOf(config, name, heirs));
  const isWide = config.destinations[name]._isWide() !== false;
  recordWaivers(destination, isWide ? optOutsIn(config) : []);
  new DataIbmCodeEngineAllowedOutboundDestination(scope, 'Gate', gateOf(config, destination));
  return destination;
}

/**
 * trap code-engine/imported-outbound-destination-is-replaced: here that is what is wanted, since it deletes `allow-all`.
 * trap code-engine/removing-imported-allow-all-deletes-it: by then it is gone; what is removed later was made here.
 */
function heirOf({ project }: Config, destination: Destination): Destination {
  importedFrom(destination, `${project.projectId}/${ALLOW_ALL}`);
  return destination;
}

const terraformOf = (
  { project, destinations }: Config,
  name: string,
  heirs: Destination[],
): CodeEngineAllowedOutboundDestinationConfig => ({
  ...placeOf(project),
  name,
  ...destinations[name]._toTerraform(),
  // trap code-engine/outbound-destination-is-refused-beside-allow-all: not before that is gone.
  dependsOn: heirs.length > 0 ? heirs : undefined,
});

const gateOf = (
  { project }: Config,
  destination: Destination,
): DataIbmCodeEngineAllowedOutboundDestinationConfig => ({
  ...placeOf(project),
  name: destination.name,
  dependsOn: [destination],
  lifecycle: { postcondition: [gate.notFailed('outbound destination')] },
});
