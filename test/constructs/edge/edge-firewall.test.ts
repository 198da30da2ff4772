import { App, TerraformStack } from 'cdktf';
import { AccessRules } from '../../../lib/constructs/edge/access-rules';
import { EdgeFirewall, EdgeFirewallProps } from '../../../lib/constructs/edge/edge-firewall';
import { EdgeRule } from '../../../lib/constructs/edge/edge-rule';
import { CisZoneAttributes } from '../../../lib/constructs/edge/existing-zone';
import { RateLimit } from '../../../lib/constructs/edge/rate-limit';
import { Visitors } from '../../../lib/constructs/edge/visitors';
import { ICisZone } from '../../../lib/constructs/edge/zone';
import { Waiver } from '../../../lib/constructs/waiver';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { FirewallStage, OwaspSensitivity } from '../../../lib/facts/waf';
import { refusalOf } from '../../kit/refusal';
import { recorded, waiver } from '../../kit/samples';
import { pathsOf, zone } from '../../kit/samples-firewall';
import { newStack, synthesize } from '../../kit/synth';

const ENTRY = 'ibm_cis_ruleset_entrypoint_version';
const LOG = { stage: FirewallStage.LOG, waivers: { logOnly: waiver() } };
const rule = EdgeRule.block('hidden', 'http.request.uri.path contains "/.git"');
const limit = RateLimit.block('login', { requests: 5 });

type Props = Partial<EdgeFirewallProps>;
type Place = Partial<CisZoneAttributes>;

const firewall = (stack: TerraformStack, props: Props = {}, place: Place = {}) =>
  new EdgeFirewall(stack, 'firewall', { zone: zone(stack, place), ...props });
const rendered = (props: Props = {}, place: Place = {}) =>
  synthesize((stack) => void firewall(stack, props, place));
const refused = (props: Props, place: Place = {}) =>
  refusalOf(() => firewall(newStack(), props, place));

/** The rule set of a phase. */
function phaseOf({ json }: ReturnType<typeof rendered>, phase: string): any {
  const entries = Object.values<any>(json.resource[ENTRY] as object);
  return entries.find((entry) => entry.phase === phase)?.rulesets[0];
}
const managedOf = (it: ReturnType<typeof rendered>) =>
  phaseOf(it, 'http_request_firewall_managed').rules;
const customOf = (it: ReturnType<typeof rendered>) =>
  phaseOf(it, 'http_request_firewall_custom').rules;

describe('an EdgeFirewall renders its defaults', () => {
  test('as an entry point for each of two phases', () => {
    expect(rendered().types).toEqual([
      ENTRY, // the managed rules
      ENTRY, // the custom rules, of which there are none: what was there is gone
      'terraform_data', // replaces the managed rules when they change
      'terraform_data', // replaces the custom rules when they change
      'terraform_data', // replaces both with their zone
    ]);
  });

  test('managed rules that block, at medium sensitivity and paranoia', () => {
    const [cis, owasp, credentials] = managedOf(rendered());
    expect(cis).toEqual({
      action: 'execute',
      action_parameters: [{ id: 'efb7b8c949ac4650a09736fc376e9aee' }],
      description: 'CIS managed rules',
      enabled: true,
      expression: 'true',
      ref: 'cis_managed',
    });
    expect(owasp.action_parameters).toEqual([
      {
        id: '4814384a9e5d4991b9815dcfc25d2f1f',
        overrides: [
          {
            enabled: true,
            override_rules: [
              {
                rule_id: '6179ae15870a4bb7b2d480d4843b323c',
                enabled: true,
                action: 'block',
                score_threshold: 40,
              },
            ],
            categories: [
              { category: 'paranoia-level-3', enabled: false },
              { category: 'paranoia-level-4', enabled: false },
            ],
          },
        ],
      },
    ]);
    expect(credentials.action_parameters).toEqual([{ id: 'c2e184081120413c86c3ab7e14069605' }]);
  });

  test('no custom rules and no rate limits', () => {
    expect(customOf(rendered())).toEqual([]);
    expect(phaseOf(rendered(), 'http_ratelimit')).toBeUndefined();
  });

  test('the check of credentials wherever the plan has it', () => {
    expect(managedOf(rendered({}, { plan: CisPlan.STANDARD_NEXT }))).toHaveLength(3);
    expect(managedOf(rendered({}, { plan: CisPlan.TRIAL }))).toHaveLength(2);
    expect(managedOf(rendered({}, { plan: '${var.plan}' as CisPlan }))).toHaveLength(3);
  });
});

describe('an EdgeFirewall renders every prop', () => {
  test('the stage before blocking, with its waiver', () => {
    const synthesized = rendered({ ...LOG, rules: [rule], rateLimits: [limit] });
    const [cis, owasp] = managedOf(synthesized);
    expect(cis.action_parameters[0].overrides).toEqual([{ action: 'log' }]);
    expect(owasp.action_parameters[0].overrides[0].override_rules[0].action).toBe('log');
    expect(customOf(synthesized)[0].action).toBe('log');
    expect(synthesized.only('ibm_cis_ruleset_rule').rule.action).toBe('log');
  });

  test('waivers beside the managed rules', () => {
    const stack = newStack();
    const waivers = { logOnly: waiver(), exposedCredentials: waiver() };
    firewall(stack, { stage: FirewallStage.LOG, exposedCredentials: false, waivers });
    expect(waiversIn(stack)).toEqual([
      recorded('edge/firewall-blocks'),
      recorded('edge/exposed-credentials-checked'),
    ]);
  });

  test('paranoia and sensitivity', () => {
    const sensitivity = OwaspSensitivity.HIGH;
    const [, owasp] = managedOf(rendered({ paranoiaLevel: 4, sensitivity }));
    const [{ categories, override_rules: rules }] = owasp.action_parameters[0].overrides;
    expect([categories, rules[0].score_threshold]).toEqual([[], 25]);
  });

  test('no check of credentials', () => {
    const waivers = { exposedCredentials: waiver() };
    expect(managedOf(rendered({ exposedCredentials: false, waivers }))).toHaveLength(2);
    const place = { plan: CisPlan.TRIAL };
    expect(managedOf(rendered({ exposedCredentials: false }, place))).toHaveLength(2);
  });

  test('rules in their order, with the waivers that they carry', () => {
    const stack = newStack();
    const skip = EdgeRule.skipFirewall('probe', 'ip.src eq 192.0.2.7', waiver());
    firewall(stack, { rules: [rule, skip] });
    expect(waiversIn(stack)).toEqual([recorded('edge/firewall-covers-all')]);
    expect(customOf(rendered({ rules: [rule, skip] }))).toMatchObject([
      { ref: 'hidden', action: 'block', enabled: true },
      { ref: 'probe', action: 'skip', enabled: true },
    ]);
  });

  test('rate limits, beside an entry point of their own', () => {
    const synthesized = rendered({ rateLimits: [limit] });
    expect(phaseOf(synthesized, 'http_ratelimit').rules).toEqual([]);
    expect(synthesized.only('ibm_cis_ruleset_rule').rule.rate_limit).toMatchObject({
      requests_per_period: 5,
    });
  });

  test('a stage that only Terraform knows, with a waiver or without', () => {
    const stage = '${var.stage}' as FirewallStage;
    for (const waivers of [{}, { logOnly: waiver() }]) {
      expect(managedOf(rendered({ stage, waivers }))).toHaveLength(3);
    }
  });
});

const waiversIn = (stack: TerraformStack): unknown[] =>
  Object.values<any>((stack.toTerraform() as any).resource[ENTRY] as object).flatMap(
    (entry) => entry['//'].waivers ?? [],
  );

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => EdgeRule.block(`r${at}`, 'ssl'));

test.each<[string, Props, Place?]>([
  ['zone', { zone: undefined }],
  ['zone', { zone: { ...zone(newStack()) } as ICisZone }],
  ['zone', { zone: zone(new TerraformStack(new App(), 'other')) }],
  ['stage', { stage: 'nothing' as FirewallStage }],
  ['stage', { stage: FirewallStage.LOG }],
  ['stage', { ...LOG, rules: [rule] }, { plan: CisPlan.STANDARD_NEXT }],
  ['paranoiaLevel', { paranoiaLevel: 0 }],
  ['paranoiaLevel', { paranoiaLevel: 5 }],
  ['sensitivity', { sensitivity: 50 as OwaspSensitivity }],
  ['exposedCredentials', { exposedCredentials: false }],
  ['exposedCredentials', { exposedCredentials: true }, { plan: CisPlan.TRIAL }],
  ['rules', { rules: many(101) }, { plan: CisPlan.STANDARD_NEXT }],
  ['rules', { rules: many(1001) }],
  ['rules.0', { rules: ['true' as unknown as EdgeRule] }],
  ['rules.1', { rules: [rule, rule] }],
  ['rules.0', { rules: [EdgeRule.log('a', 'ssl')] }, { plan: CisPlan.TRIAL }],
  ['rules.0', { rules: [EdgeRule.block('a', 'http.host ~ "b"')] }, { plan: CisPlan.STANDARD_NEXT }],
  ['rateLimits.0', { rateLimits: [5 as unknown as RateLimit] }],
  ['rateLimits.1', { rateLimits: [limit, limit] }],
  ['rateLimits', { rateLimits: [limit] }, { plan: CisPlan.ENTERPRISE_ESSENTIAL }],
  ['waivers.logOnly', { waivers: { logOnly: waiver() } }],
  ['waivers.exposedCredentials', { waivers: { exposedCredentials: waiver() } }],
])('an EdgeFirewall is refused for its %s', (prop, props, place = {}) => {
  expect(refused(props, place)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('an EdgeFirewall names the plan that has what is asked for', () => {
  expect(refused({ rateLimits: [limit] }, { plan: CisPlan.STANDARD_NEXT })).toEqual([
    'rateLimits: got a zone of plan "standard-next", expected one of plan "enterprise-advanced" or "enterprise-premier" or "enterprise-usage", which has rate limits',
  ]);
});

describe('a zone has one firewall', () => {
  const second = (first: TerraformStack, other: TerraformStack) => {
    firewall(first);
    const place = zone(other, {}, 'again');
    return refusalOf(() => new EdgeFirewall(other, 'second', { zone: place }));
  };

  test('though the second one names it by another construct', () => {
    const stack = newStack();
    expect(second(stack, stack)).toEqual([
      "zone: got one that the EdgeFirewall 'test/firewall' protects, expected a zone without one, because only the last to write would hold; define it before what asks for the firewall of the zone",
    ]);
  });

  test('or stands in another stack, where its custom rules cannot be either', () => {
    const app = new App();
    const [first, other] = ['first', 'other'].map((id) => new TerraformStack(app, id));
    expect(second(first, other)).toEqual([
      expect.stringMatching(/^zone: got one that the EdgeFirewall 'first\/firewall' protects, /),
      expect.stringMatching(/^zone: got one with custom rules below 'first\/zone', /),
    ]);
  });

  test('in an app of its own', () => {
    firewall(newStack());
    firewall(newStack());
  });

  test('which is made when it is first asked for', () => {
    const stack = newStack();
    const place = zone(stack);
    const made = EdgeFirewall.of(place);
    expect(made.node.path).toBe('test/zone/Firewall');
    expect(EdgeFirewall.of(zone(stack, {}, 'again'))).toBe(made);
    const own = new EdgeFirewall(stack, 'own', {
      zone: zone(stack, { domain: 'example.net' }, 'z'),
    });
    expect(EdgeFirewall.of(zone(stack, { domain: 'example.net' }, 'z2'))).toBe(own);
    const none = {} as ICisZone;
    expect(refusalOf(() => EdgeFirewall.of(none))).toEqual([expect.stringMatching(/^zone: got /)]);
  });

  test('and one that was refused has not taken it', () => {
    const stack = newStack();
    const place = zone(stack);
    refusalOf(() => new EdgeFirewall(stack, 'wrong', { zone: place, paranoiaLevel: 9 }));
    new EdgeFirewall(stack, 'right', { zone: place });
  });
});

describe('an EdgeFirewall that retires', () => {
  const retired = (stack: TerraformStack) =>
    firewall(stack, { rules: [rule], rateLimits: [limit] }).retire(waiver());

  test('leaves no rule, but its rate limits until it goes', () => {
    const synthesized = synthesize(retired);
    expect(managedOf(synthesized)).toEqual([]);
    expect(customOf(synthesized)).toEqual([]);
    expect(synthesized.types).toContain('ibm_cis_ruleset_rule');
  });

  test('says who answers for that', () => {
    const stack = newStack();
    retired(stack);
    expect(waiversIn(stack)).toEqual([recorded('edge/firewall-in-force')]);
  });

  test('is refused without', () => {
    const refusal = refusalOf(() => firewall(newStack()).retire(undefined as unknown as Waiver));
    expect(refusal).toEqual([expect.stringMatching(/^waiver: got nothing, expected a Waiver/)]);
  });

  test('leaves what others have in its phases', () => {
    const synthesized = synthesize((stack) => {
      const place = zone(stack);
      new EdgeFirewall(stack, 'firewall', { zone: place, rules: [rule] }).retire(waiver());
      new AccessRules(stack, 'access', { zone: place, block: [Visitors.countries('DE')] });
    });
    expect(customOf(synthesized)).toHaveLength(1);
  });
});

test('an EdgeFirewall hands out what has to be in force before the zone is open', () => {
  const { protections } = firewall(newStack(), { rateLimits: [limit] });
  expect(pathsOf(protections)).toEqual([
    'test/firewall/Managed/Resource',
    'test/zone/CustomRules/Resource',
    'test/firewall/RateLimits/login',
  ]);
});
