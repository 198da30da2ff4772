import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { CustomRules } from './custom-rules';
import { PhaseRule } from './entry-point';
import { expression } from './expression';
import { Visitors } from './visitors';
import { ICisZone, onZone } from './zone';
import {
  Problem,
  Settled,
  isA,
  known,
  matches,
  member,
  notEmpty,
  reject,
  shortDigest,
  show,
  withDefaults,
} from '../../core';
import { DOMAIN_NAME } from '../../facts/names';
import { LOCKED_PATH } from '../../facts/waf';

/** Properties for `AccessRules`. */
export interface AccessRulesProps {
  /** The zone to which access is limited. */
  readonly zone: ICisZone;
  /**
   * The hosts to which access is limited, each the domain of the zone or below it.
   * @default - all of the zone
   */
  readonly hosts?: string[];
  /**
   * Who is let in; everyone else is turned away. Whoever is let in still meets the firewall.
   * @default - everyone
   */
  readonly allow?: Visitors[];
  /**
   * Who is turned away, even among those who are let in.
   * @default - nobody
   */
  readonly block?: Visitors[];
  /**
   * Who has to pass a challenge first.
   * @default - nobody
   */
  readonly challenge?: Visitors[];
  /**
   * Paths, and who alone may ask for them; with an empty list nobody may. A path is locked wherever it stands in that of a
   * request, in capital letters too: `/admin` locks `/shop/Admin/users` and `/administrator`.
   * @default - none
   */
  readonly lockdowns?: { readonly [path: string]: Visitors[] };
}

const DEFAULTS = { hosts: [], block: [], challenge: [], lockdowns: {} };
type Config = Settled<AccessRulesProps, typeof DEFAULTS>;

/**
 * Who may reach a zone at all, by addresses and countries, and who its locked paths.
 *
 * They are custom rules and stand before those of an `EdgeFirewall`: no rule skips them, and to be let in by them spares
 * nobody the firewall, as IBM's older rules for addresses would. Every plan has them, rules for countries too. Taking the
 * construct out of the code makes no call where the zone has no `EdgeFirewall`: apply it once without any of its rules
 * first, and they are gone.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-custom-rules-overview
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_ruleset_entrypoint_version
 */
export class AccessRules extends Construct {
  /** What is in force once the rules are: for `dependsOn` of whatever opens the zone to the internet. */
  public readonly protections: ITerraformDependable[];

  /** @throws an error naming every problem: no zone, a host elsewhere, an allow list without anyone, no path */
  constructor(scope: Construct, id: string, props: AccessRulesProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(this, config));
    const custom = CustomRules.of(config.zone);
    custom.put(this, {
      first: barriersOf(config).map((barrier) => terraformOf(this, 'block', barrier)),
      last: gatesOf(config).map((gate) => terraformOf(this, 'managed_challenge', gate)),
    });
    this.protections = [custom.resource];
  }
}

function problemsIn(rules: AccessRules, config: Config): Problem[] {
  const lost = onZone.problemsIn(rules, config.zone);
  const wrong = [
    ...(lost.length > 0 ? lost : CustomRules.problemsIn(config.zone)),
    ...config.hosts.flatMap((host, at) => problemsInHost(member('hosts', `${at}`), host, config)),
    ...(config.allow ? notEmpty('allow', config.allow, 'at least one kind of visitors') : []),
    ...(['allow', 'block', 'challenge'] as const).flatMap((prop) =>
      areVisitors(prop, config[prop] ?? []),
    ),
    ...Object.entries(config.lockdowns).flatMap(([path, visitors]) => [
      ...matches(member('lockdowns', path), path, LOCKED_PATH),
      ...areVisitors(member('lockdowns', path), visitors),
    ]),
  ];
  return wrong.length > 0 ? wrong : problemsInLength(config);
}

const areVisitors = (prop: string, visitors: readonly Visitors[]): Problem[] =>
  visitors.flatMap((it, at) => isA(`${prop}.${at}`, it, '_condition', 'Visitors'));

function problemsInHost(prop: string, host: string, { zone }: Config): Problem[] {
  const ill = matches(prop, host, DOMAIN_NAME);
  const domain = zone?.domain;
  const judged = ill.length === 0 && known(host) && typeof domain === 'string' && known(domain);
  return judged && !`.${host}`.endsWith(`.${domain}`)
    ? [{ prop, got: show(host), expected: `${show(domain)} or a host below it` }]
    : ill;
}

const problemsInLength = (config: Config): Problem[] =>
  [...barriersOf(config), ...gatesOf(config)].flatMap(({ prop, condition }) =>
    expression
      .problemsIn(prop, condition)
      .map((problem) => ({ ...problem, remedy: 'name wider ranges, or fewer' })),
  );

/** A rule before it is rendered: the prop that it comes from, a word for its name, and when it holds. */
type Rule = { readonly prop: string; readonly word: string; readonly condition: string };

/** What turns visitors away. */
function barriersOf(config: Config): Rule[] {
  const { allow, block, lockdowns } = config;
  const prop = (path: string) => member('lockdowns', path);
  return [
    ...(block.length > 0 ? [ruleOf('block', 'block', among(block), config)] : []),
    ...(allow ? [ruleOf('allow', 'allow', `not (${among(allow)})`, config)] : []),
    ...Object.entries(lockdowns).map(([path, visitors]) =>
      ruleOf(prop(path), `lock-${shortDigest(path)}`, lockOf(path, visitors), config),
    ),
  ];
}

/** What asks visitors for more. */
const gatesOf = (config: Config): Rule[] =>
  config.challenge.length > 0
    ? [ruleOf('challenge', 'challenge', among(config.challenge), config)]
    : [];

const among = (visitors: readonly Visitors[]): string =>
  expression.any(visitors.map(({ _condition }) => _condition));

function lockOf(path: string, visitors: readonly Visitors[]): string {
  const asked = `lower(http.request.uri.path) contains "${path.toLowerCase()}"`;
  return visitors.length > 0 ? `${asked} and not (${among(visitors)})` : asked;
}

function ruleOf(prop: string, word: string, condition: string, { hosts }: Config): Rule {
  // texts are compared letter by letter, and a host may be asked for in capital letters.
  const here = expression.isOneOf('lower(http.host)', hosts);
  return { prop, word, condition: hosts.length > 0 ? `${here} and (${condition})` : condition };
}

const terraformOf = (
  rules: AccessRules,
  action: string,
  { prop, word, condition }: Rule,
): PhaseRule => ({
  action,
  description: `${rules.node.path}: ${prop}`,
  enabled: true,
  expression: condition,
  ref: `access-${shortDigest(rules.node.path)}-${word}`,
});
