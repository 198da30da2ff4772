import { Construct } from 'constructs';
import { Inbound } from './inbound';
import { INetworkZone } from './network-zone';
import { CbrRule, CbrRuleConfig } from '../../.gen/providers/ibm/cbr-rule';
import {
  OptOut,
  Problem,
  Settled,
  isA,
  line,
  oneOf,
  partsOfCrn,
  recordWaivers,
  reject,
  withDefaults,
} from '../../core';
import {
  API_TYPES,
  ProjectSelector,
  SecondFactorLevel,
} from '../../facts/context-based-restrictions';
import { Visibility } from '../../facts/visibility';
import { Waiver } from '../waiver';
import { ICodeEngineProject } from '../workloads/code-engine-project';
import { frontages } from '../workloads/frontage';
import { neighbours } from '../workloads/neighbours';

/** Who may manage a project: its apps, jobs, secrets and builds. */
export interface ManagementAccess {
  /**
   * From where Terraform runs. It is let in without a second factor, which service IDs and trusted profiles do not have; left
   * out of an enforced rule, the next plan would be the first to be refused.
   */
  readonly deployer: INetworkZone;
  /**
   * From where services call that act for the account, without a second factor too: `codeengine` for the rotator of a
   * certificate, `event-notifications` for a schedule.
   * @default - from nowhere
   */
  readonly services?: INetworkZone[];
  /**
   * From where people manage, each of them signed in with a second factor.
   * @default - from nowhere
   */
  readonly people?: INetworkZone[];
  /**
   * How strongly they have to have signed in.
   * @default SecondFactorLevel.LEVEL2
   */
  readonly secondFactor?: SecondFactorLevel;
}

/** Waivers for `NetworkPerimeter`. */
export interface NetworkPerimeterWaivers {
  /**
   * Excuses rules that are only reported, until `enforce` is called.
   * @default - none
   */
  readonly reportOnly?: Waiver;
}

/** Properties for `NetworkPerimeter`. */
export interface NetworkPerimeterProps {
  /** The project that the rules are for; there is no perimeter of an account. */
  readonly project: ICodeEngineProject;
  /**
   * Who may manage the project, and from where.
   * @default - whoever IAM lets, from anywhere
   */
  readonly management?: ManagementAccess;
  /**
   * Who reaches its apps and functions.
   * @default - whom their visibility lets
   */
  readonly inbound?: Inbound;
  /**
   * Under which name the rules find the project: IBM's page and IBM's Terraform module differ in it.
   * @default ProjectSelector.PROJECT_ID
   */
  readonly projectSelector?: ProjectSelector;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: NetworkPerimeterWaivers;
}

const DEFAULTS = { projectSelector: ProjectSelector.PROJECT_ID, waivers: {} };
type Config = Settled<NetworkPerimeterProps, typeof DEFAULTS>;

/**
 * From where a project may be managed and its workloads reached: context-based restrictions, beside what IAM asks.
 *
 * The rules begin by reporting what they would refuse, in the account's audit log; `enforce` makes them refuse it. Rules take
 * about ten minutes until they hold everywhere. Who is locked out can still take the rules back, since they belong to a service
 * of their own. A host behind Internet Services and private inbound traffic exclude each other: the edge comes from the
 * internet.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-cbr-inbound
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cbr_rule
 */
export class NetworkPerimeter extends Construct {
  private readonly rules: CbrRule[];

  /** @throws an error naming every problem: neither management nor inbound traffic, no zone from which Terraform runs */
  constructor(scope: Construct, id: string, props: NetworkPerimeterProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(config));
    this.rules = [...managementRule(this, config), ...inboundRule(this, config)];
    for (const rule of this.rules) recordWaivers(rule, optOutsIn(config));
    this.node.addValidation({ validate: () => contradictions(this, config).map(line) });
  }

  /** Makes the rules refuse what they only reported: first look into the audit log, whether it is what is meant. */
  public enforce(): void {
    for (const rule of this.rules) rule.enforcementMode = 'enabled';
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'crn', 'a CodeEngineProject'),
  ...(config.management ? problemsInManagement(config.management) : []),
  ...(config.inbound ? isA('inbound', config.inbound, '_contexts', 'an Inbound') : []),
  ...((config.management ?? config.inbound) ? [] : [NOTHING]),
  ...oneOf('projectSelector', config.projectSelector, Object.values(ProjectSelector)),
];

const problemsInManagement = (access: ManagementAccess) => [
  ...isA('management.deployer', access.deployer, 'networkZoneId', 'the zone of the deployer'),
  ...(access.services ?? []).flatMap((it, at) =>
    isA(`management.services.${at}`, it, 'networkZoneId', 'a NetworkZone'),
  ),
  ...(access.people ?? []).flatMap((it, at) =>
    isA(`management.people.${at}`, it, 'networkZoneId', 'a NetworkZone'),
  ),
  ...oneOf('management.secondFactor', access.secondFactor, Object.values(SecondFactorLevel)),
];

const NOTHING: Problem = {
  prop: 'inbound',
  got: 'nothing, and no management either',
  expected: 'one of both',
};

/** A waiver is as right as none: whether the rules are enforced is said later. */
const optOutsIn = ({ waivers }: Config): OptOut[] => [
  {
    rule: 'access/restriction-enforced',
    prop: 'enforce',
    got: 'no call',
    expected: 'a call of enforce',
    taken: undefined,
    waiverProp: 'waivers.reportOnly',
    waiver: waivers.reportOnly,
  },
];

/** What is open to the internet and closed to all of it at once. */
function contradictions(perimeter: Construct, { project, inbound }: Config): Problem[] {
  if (!inbound) return [];
  return neighbours.in(perimeter, project).flatMap((workload) => {
    const { visibility, hosts = [] } = frontages.get(workload) ?? {};
    const isPublic = visibility === Visibility.PUBLIC;
    const got = isPublic ? 'a public endpoint' : hosts[0] && `the host ${hosts[0]}`;
    return got ? [{ prop: workload.node.path, got, expected: CLOSED }] : [];
  });
}

const CLOSED = 'neither a public endpoint nor a host, because the perimeter closes both';

function managementRule(scope: Construct, config: Config): CbrRule[] {
  if (!config.management) return [];
  const { deployer, services = [], people = [], secondFactor } = config.management;
  const mfa = { name: 'mfa', value: secondFactor ?? SecondFactorLevel.LEVEL2 };
  const contexts = [
    ...[deployer, ...services].map((it) => [zoneOf(it)]),
    // trap context-based-restrictions/rule-context-order-is-a-change: always in this order.
    ...people.map((it) => [zoneOf(it), mfa]),
  ];
  const rule = terraformOf(config, 'Management', API_TYPES.management, contexts);
  return [new CbrRule(scope, 'Management', rule)];
}

const zoneOf = ({ networkZoneId }: INetworkZone) => ({
  name: 'networkZoneId',
  value: networkZoneId,
});

function inboundRule(scope: Construct, config: Config): CbrRule[] {
  if (!config.inbound) return [];
  const contexts = config.inbound._contexts.map((attributes) => [...attributes]);
  const rule = terraformOf(config, 'Inbound traffic', API_TYPES.inbound, contexts);
  return [new CbrRule(scope, 'Inbound', rule)];
}

/**
 * trap context-based-restrictions/unset-mode-and-operations-hide-drift, trap context-based-restrictions/removed-operations-stay:
 * both are always rendered.
 * trap context-based-restrictions/api-type-is-unchecked: from a fixed set.
 */
const terraformOf = (
  { project, projectSelector }: Config,
  what: string,
  apiType: string,
  contexts: { readonly name: string; readonly value: string }[][],
): CbrRuleConfig => ({
  description: `${what} of one Code Engine project`,
  enforcementMode: 'report',
  contexts: contexts.map((attributes) => ({ attributes })),
  operations: { apiTypes: [{ apiTypeId: apiType }] },
  resources: [{ attributes: resourceOf(project, projectSelector) }],
});

/** trap context-based-restrictions/rule-operator-may-never-converge: always rendered. */
const resourceOf = ({ projectId, crn }: ICodeEngineProject, selector: ProjectSelector) =>
  Object.entries({
    accountId: partsOfCrn(crn).accountId,
    serviceName: 'codeengine',
    // never without it: a rule that names no project is for all of the account.
    [selector]: projectId,
  }).map(([name, value]) => ({ name, value, operator: 'stringEquals' }));
