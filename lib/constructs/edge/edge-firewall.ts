import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { CustomRules } from './custom-rules';
import { EdgeRule } from './edge-rule';
import { EntryPoint } from './entry-point';
import { managedRules } from './managed-rules';
import { isOnPlan, planLacks } from './plan-lacks';
import { RateLimit } from './rate-limit';
import { rateRules } from './rate-rules';
import { ICisZone, onZone } from './zone';
import {
  OptOut,
  Problem,
  Settled,
  atMost,
  between,
  departs,
  isA,
  member,
  oneOf,
  reject,
  rejectValue,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import {
  ALL_RULE_ACTIONS_PLANS,
  CUSTOM_RULES,
  EXPOSED_CREDENTIALS_PLANS,
  FirewallStage,
  OwaspSensitivity,
  PARANOIA_LEVELS,
} from '../../facts/waf';
import { Waiver } from '../waiver';

/** Waivers for `EdgeFirewall`; a rule that skips the firewall carries its own. */
export interface EdgeFirewallWaivers {
  /**
   * Excuses `stage: FirewallStage.LOG`.
   * @default - none
   */
  readonly logOnly?: Waiver;
  /**
   * Excuses `exposedCredentials: false`.
   * @default - none
   */
  readonly exposedCredentials?: Waiver;
}

/** Properties for `EdgeFirewall`. */
export interface EdgeFirewallProps {
  /** The zone that it protects; one has one firewall. */
  readonly zone: ICisZone;
  /**
   * Whether it blocks, or only records what it would have blocked; `FirewallStage.LOG` needs a waiver.
   * @default FirewallStage.BLOCK
   */
  readonly stage?: FirewallStage;
  /**
   * How much the OWASP core rules suspect, 1 to 4; from 3 on, much that is harmless too.
   * @default 2
   */
  readonly paranoiaLevel?: number;
  /**
   * From which score on the OWASP core rules block.
   * @default OwaspSensitivity.MEDIUM
   */
  readonly sensitivity?: OwaspSensitivity;
  /**
   * Whether credentials that someone signs in with are looked up among those that were stolen elsewhere.
   * @default - they are, on each plan that has it
   */
  readonly exposedCredentials?: boolean;
  /**
   * Rules of your own, in the order in which they are asked; on a plan of `CisPlan.ENTERPRISE_ESSENTIAL` or more up to
   * 1000, otherwise up to 100.
   * @default - none
   */
  readonly rules?: EdgeRule[];
  /**
   * How many requests one sender may make; the plans from `CisPlan.ENTERPRISE_ADVANCED` on have it.
   * @default - none
   */
  readonly rateLimits?: RateLimit[];
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: EdgeFirewallWaivers;
}

const DEFAULTS = {
  stage: FirewallStage.BLOCK,
  paranoiaLevel: 2,
  sensitivity: OwaspSensitivity.MEDIUM,
  rules: [],
  rateLimits: [],
  waivers: {},
};
type Config = Settled<EdgeFirewallProps, typeof DEFAULTS & { exposedCredentials: boolean }>;

/** The firewall of each zone that has one: there is never a second. */
const made = new WeakMap<object, EdgeFirewall>();

/**
 * The web application firewall of a zone: IBM's managed rules, rules of one's own and rate limits.
 *
 * It owns its phases: custom and managed rules that were made elsewhere, by hand too, are gone with the next apply that
 * changes a rule, and what is changed by hand in between goes unnoticed. Taking the construct out of the code makes no
 * call: its managed and custom rules stay in force as long as the zone lives. `retire` empties them first.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-managed-rules-overview
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_ruleset_entrypoint_version
 */
export class EdgeFirewall extends Construct {
  /**
   * The firewall of a zone; it is made with its defaults when it is first asked for.
   * @throws an error when it is no zone
   */
  public static of(zone: ICisZone): EdgeFirewall {
    rejectValue('EdgeFirewall', onZone.isZone('zone', zone));
    const parent = onZone.construct(zone);
    return made.get(onZone.identity(zone)) ?? new EdgeFirewall(parent, 'Firewall', { zone });
  }

  /**
   * The firewall of a zone, if it has one.
   * @internal
   */
  public static _madeFor(zone: ICisZone): EdgeFirewall | undefined {
    return made.get(onZone.identity(zone));
  }

  /** What is in force once the firewall is: for `dependsOn` of whatever opens the zone to the internet. */
  public readonly protections: ITerraformDependable[];
  private readonly managed: EntryPoint;
  private readonly custom: CustomRules;
  private readonly optOuts: readonly OptOut[];

  /** @throws an error naming every problem: a second firewall, what the plan lacks, a missing waiver */
  constructor(scope: Construct, id: string, props: EdgeFirewallProps) {
    super(scope, id);
    const config = settle(props);
    reject(this, problemsIn(this, config));
    const { zone, stage, rules, rateLimits } = config;
    const limits = rateRules.make(this, zone, rateLimits, stage);
    this.optOuts = optOutsIn(config);
    this.managed = new EntryPoint(new Construct(this, 'Managed'), { zone, ...MANAGED });
    this.managed.write(managedRules.terraformOf(config), this.optOuts);
    this.custom = CustomRules.of(zone);
    this.custom.put(this, {
      middle: rules.map((rule) => rule._toTerraform(stage)),
      optOuts: rules.flatMap((rule, at) => rule._optOuts(member('rules', `${at}`))),
    });
    made.set(onZone.identity(zone), this);
    this.protections = [this.managed.resource, this.custom.resource, ...limits];
  }

  /**
   * Takes its managed and custom rules out of the zone, before the construct leaves the code: apply once with this, then
   * remove both. Rate limits need no such step. A zone that is destroyed too takes its rules along.
   * @param waiver who answers for a zone without a firewall
   * @throws an error when the waiver is missing
   */
  public retire(waiver: Waiver): void {
    reject(
      this,
      isA('waiver', waiver, 'reason', 'a Waiver, because the zone has no firewall then'),
    );
    const got = 'a firewall without rules';
    const taken: OptOut = {
      ...{ rule: 'edge/firewall-in-force', prop: 'retire', got, expected: 'one with its rules' },
      ...{ taken: true, waiverProp: 'waiver', waiver },
    };
    // trap internet-services/destroyed-entry-point-keeps-its-rules: unless there are none.
    this.managed.write([], [...this.optOuts, taken]);
    this.custom.put(this, {});
  }
}

const MANAGED = {
  phase: 'managed',
  name: 'managed',
  description: 'Managed web application firewall',
} as const;

const settle = (props: EdgeFirewallProps): Config =>
  withDefaults(props, {
    ...DEFAULTS,
    exposedCredentials: isOnPlan(props.zone, EXPOSED_CREDENTIALS_PLANS),
  });

function problemsIn(firewall: EdgeFirewall, config: Config): Problem[] {
  const lost = onZone.problemsIn(firewall, config.zone);
  return [
    ...(lost.length > 0 ? lost : problemsOnZone(config)),
    ...oneOf('stage', config.stage, Object.values(FirewallStage)),
    ...between('paranoiaLevel', config.paranoiaLevel, PARANOIA_LEVELS),
    ...oneOf('sensitivity', config.sensitivity, SENSITIVITIES),
    ...config.rules.flatMap((it, at) => isA(`rules.${at}`, it, '_asksFor', 'an EdgeRule')),
    ...config.rateLimits.flatMap((it, at) => isA(`rateLimits.${at}`, it, '_name', 'a RateLimit')),
    ...twice('rules', config.rules),
    ...twice('rateLimits', config.rateLimits),
    ...unwaived(optOutsIn(config)),
  ];
}

const SENSITIVITIES = [OwaspSensitivity.LOW, OwaspSensitivity.MEDIUM, OwaspSensitivity.HIGH];

function problemsOnZone({ zone, stage, rules, rateLimits, exposedCredentials }: Config): Problem[] {
  const onAll = (prop: string, words: readonly string[]) =>
    words.flatMap((it) => planLacks(zone, prop, ALL_RULE_ACTIONS_PLANS, it));
  const logged = stage === FirewallStage.LOG && rules.length > 0 ? ['rules that only log'] : [];
  const most = isOnPlan(zone, ALL_RULE_ACTIONS_PLANS) ? CUSTOM_RULES.most : CUSTOM_RULES.small;
  return [
    ...second(made.get(onZone.identity(zone))),
    ...CustomRules.problemsIn(zone),
    ...atMost('rules', rules, most),
    ...onAll('stage', logged),
    ...rules.flatMap((rule, at) => onAll(member('rules', `${at}`), rule?._asksFor?.() ?? [])),
    ...(rateLimits.length > 0 ? onZone.requireCapability(zone, 'rateLimiting', 'rateLimits') : []),
    ...(exposedCredentials
      ? planLacks(zone, 'exposedCredentials', EXPOSED_CREDENTIALS_PLANS, 'the check of credentials')
      : []),
  ];
}

/** trap internet-services/two-entry-points-of-one-phase: the one that writes last would hold, and nobody would know. */
const second = (first: EdgeFirewall | undefined): Problem[] =>
  first
    ? [
        {
          prop: 'zone',
          got: `one that the EdgeFirewall '${first.node.path}' protects`,
          expected: 'a zone without one, because only the last to write would hold',
          remedy: 'define it before what asks for the firewall of the zone',
        },
      ]
    : [];

/** Internet Services tells rules apart by their names. */
function twice(prop: string, named: readonly { readonly _name: string }[]): Problem[] {
  const names = named.map((it) => it?._name);
  return names.flatMap((name, at) =>
    name !== undefined && names.indexOf(name) < at
      ? [{ prop: member(prop, `${at}`), got: show(name), expected: 'a name that no other has' }]
      : [],
  );
}

const optOutsIn = (config: Config): OptOut[] => [
  {
    rule: 'edge/firewall-blocks',
    prop: 'stage',
    got: 'FirewallStage.LOG',
    expected: 'FirewallStage.BLOCK',
    taken: departs(config.stage, config.stage === FirewallStage.LOG),
    waiverProp: 'waivers.logOnly',
    waiver: config.waivers.logOnly,
  },
  {
    rule: 'edge/exposed-credentials-checked',
    prop: 'exposedCredentials',
    got: 'false',
    expected: 'true',
    taken: !config.exposedCredentials && isOnPlan(config.zone, EXPOSED_CREDENTIALS_PLANS),
    waiverProp: 'waivers.exposedCredentials',
    waiver: config.waivers.exposedCredentials,
  },
];
