import { App, TerraformStack } from 'cdktf';
import { AccessRules, AccessRulesProps } from '../../../lib/constructs/edge/access-rules';
import { EdgeFirewall } from '../../../lib/constructs/edge/edge-firewall';
import { EdgeRule } from '../../../lib/constructs/edge/edge-rule';
import { Visitors } from '../../../lib/constructs/edge/visitors';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { refusalOf } from '../../kit/refusal';
import { ZONE, pathsOf, zone } from '../../kit/samples-firewall';
import { newStack, synthesize } from '../../kit/synth';

const ENTRY = 'ibm_cis_ruleset_entrypoint_version';
const office = Visitors.ranges('192.0.2.0/24', '2001:db8::/32');
const germany = Visitors.countries('DE');

type Props = Partial<AccessRulesProps>;

const access = (stack: TerraformStack, props: Props = {}) =>
  new AccessRules(stack, 'access', { zone: zone(stack), ...props });
const refused = (props: Props) => refusalOf(() => access(newStack(), props));
const entryOf = (props: Props) => synthesize((stack) => void access(stack, props)).only(ENTRY);
const rulesOf = (props: Props): any[] => entryOf(props).rulesets[0].rules;

describe('AccessRules render their defaults', () => {
  test('as custom rules, of which there are none', () => {
    const { types, only } = synthesize((stack) => void access(stack));
    expect(types).toEqual([
      ENTRY, // the custom rules of the zone
      'terraform_data', // replaces them when they change
      'terraform_data', // replaces them with their zone
    ]);
    expect(only(ENTRY)).toMatchObject({
      phase: 'http_request_firewall_custom',
      rulesets: [{ rules: [] }],
    });
  });
});

describe('AccessRules render every prop', () => {
  test('who is turned away', () => {
    expect(rulesOf({ block: [office, germany] })).toEqual([
      {
        action: 'block',
        description: 'test/access: block',
        enabled: true,
        expression: '(ip.src in {192.0.2.0/24 2001:db8::/32}) or (ip.geoip.country in {"DE"})',
        ref: expect.stringMatching(/^access-[0-9a-f]{8}-block$/),
      },
    ]);
  });

  test('who alone is let in', () => {
    const [{ action, expression }] = rulesOf({ allow: [germany] });
    expect([action, expression]).toEqual(['block', 'not (ip.geoip.country in {"DE"})']);
  });

  test('who is challenged, after all that blocks', () => {
    const rules = rulesOf({ challenge: [germany], block: [office] });
    expect(rules.map(({ action }) => action)).toEqual(['block', 'managed_challenge']);
    expect(rules[1].expression).toBe('ip.geoip.country in {"DE"}');
  });

  test('paths that are locked, in capital letters too', () => {
    const [admin, internal] = rulesOf({ lockdowns: { '/Admin': [office], '/internal': [] } });
    expect(admin.expression).toBe(
      'lower(http.request.uri.path) contains "/admin" and not (ip.src in {192.0.2.0/24 2001:db8::/32})',
    );
    expect(internal.expression).toBe('lower(http.request.uri.path) contains "/internal"');
    expect(admin.ref).not.toBe(internal.ref);
    expect(admin.description).toBe('test/access: lockdowns./Admin');
  });

  test('hosts, in whatever letters they are asked for', () => {
    const [{ expression }] = rulesOf({
      hosts: ['app.example.com', 'example.com'],
      allow: [germany],
    });
    expect(expression).toBe(
      'lower(http.host) in {"app.example.com" "example.com"} and (not (ip.geoip.country in {"DE"}))',
    );
  });

  test('on every plan', () => {
    synthesize((stack) => access(stack, { zone: zone(stack, { plan: CisPlan.TRIAL }, 'trial') }));
  });
});

test.each<[string, Props]>([
  ['zone', { zone: undefined }],
  ['zone', { zone: zone(new TerraformStack(new App(), 'other')) }],
  ['hosts.0', { hosts: ['Example.com'] }],
  ['hosts.0', { hosts: ['example.org'] }],
  ['hosts.0', { hosts: ['badexample.com'] }],
  ['allow', { allow: [] }],
  ['allow.0', { allow: ['DE' as unknown as Visitors] }],
  ['block.1', { block: [office, 7 as unknown as Visitors] }],
  ['challenge.0', { challenge: [undefined as unknown as Visitors] }],
  ['lockdowns./', { lockdowns: { '/': [office] } }],
  ['lockdowns\\["admin area"\\]', { lockdowns: { 'admin area': [office] } }],
  ['lockdowns./admin.0', { lockdowns: { '/admin': ['x' as unknown as Visitors] } }],
  ['block', { block: [Visitors.ranges(...Array<string>(400).fill('192.0.2.0/24'))] }],
])('AccessRules are refused for their %s', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('AccessRules of one zone stand in one stack', () => {
  const app = new App();
  const [here, there] = ['here', 'there'].map((id) => new TerraformStack(app, id));
  access(here);
  expect(refusalOf(() => access(there))).toEqual([
    expect.stringMatching(
      /^zone: got one with custom rules below 'here\/zone', expected one whose /,
    ),
  ]);
});

test('AccessRules stand around the rules of a firewall, whichever is defined first', () => {
  const rule = EdgeRule.skip('probe', 'ip.src eq 192.0.2.7');
  const props = { block: [office], challenge: [germany] };
  const definitions = [
    (stack: TerraformStack, place = zone(stack)) => {
      new EdgeFirewall(stack, 'firewall', { zone: place, rules: [rule] });
      new AccessRules(stack, 'access', { zone: place, ...props });
    },
    (stack: TerraformStack, place = zone(stack)) => {
      new AccessRules(stack, 'access', { zone: place, ...props });
      new EdgeFirewall(stack, 'firewall', { zone: place, rules: [rule] });
    },
  ];
  const [one, other] = definitions.map((define) => {
    const { json } = synthesize((stack) => define(stack));
    const entries = Object.values<any>(json.resource[ENTRY] as object);
    return entries.find(({ phase }) => phase === 'http_request_firewall_custom').rulesets[0].rules;
  });
  expect(one.map(({ action }: any) => action)).toEqual(['block', 'skip', 'managed_challenge']);
  expect(other).toEqual(one);
});

test('two AccessRules of one zone both hold, by names of their own', () => {
  const rules = synthesize((stack) => {
    const place = zone(stack);
    for (const id of ['one', 'other']) {
      new AccessRules(stack, id, { zone: place, block: [office], hosts: [`${id}.${ZONE.domain}`] });
    }
  }).only(ENTRY).rulesets[0].rules;
  expect(new Set(rules.map(({ ref }: any) => ref)).size).toBe(2);
});

test('AccessRules hand out what has to be in force before the zone is open', () => {
  const { protections } = access(newStack());
  expect(pathsOf(protections)).toEqual(['test/zone/CustomRules/Resource']);
});
