/** Firewalls and access rules of a zone, minimal and full, through real Terraform; and what a change comes to. */
import { Fn, TerraformStack, TerraformVariable } from 'cdktf';
import { AccessRules, AccessRulesProps } from '../../../lib/constructs/edge/access-rules';
import { EdgeFirewall, EdgeFirewallProps } from '../../../lib/constructs/edge/edge-firewall';
import { EdgeRule } from '../../../lib/constructs/edge/edge-rule';
import { RateLimit } from '../../../lib/constructs/edge/rate-limit';
import { Visitors } from '../../../lib/constructs/edge/visitors';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { FirewallStage, OwaspSensitivity } from '../../../lib/facts/waf';
import { Defence } from '../../kit/defence';
import { Case, takesThroughLife } from '../../kit/life';
import { waiver } from '../../kit/samples';
import { zone } from '../../kit/samples-firewall';
import { describeOffline } from '../../kit/terraform';

const ENTRY = 'ibm_cis_ruleset_entrypoint_version';
const office = Visitors.ranges('192.0.2.0/24', '2001:db8::/32');
const hidden = EdgeRule.block('hidden', 'http.request.uri.path contains "/.git"');

const firewall =
  (props: Partial<EdgeFirewallProps> = {}, plan = CisPlan.ENTERPRISE_ADVANCED): Case =>
  (stack) =>
    void new EdgeFirewall(stack, 'firewall', { zone: zone(stack, { plan }), ...props });
const access =
  (props: Partial<AccessRulesProps> = {}): Case =>
  (stack) =>
    void new AccessRules(stack, 'access', { zone: zone(stack), ...props });

const everyRule = [
  EdgeRule.block('methods', '(not http.request.method in {"GET" "HEAD" "POST"})', {
    description: 'Only the methods that the app serves',
  }),
  EdgeRule.challenge('bots', 'cf.client.bot and http.user_agent contains "\\"curl\\""'),
  EdgeRule.skip('probe', 'ip.src eq 192.0.2.7'),
  EdgeRule.skipFirewall('scanner', 'ip.src in $scanners', waiver()),
];
const everyLimit = [
  RateLimit.block('login', { requests: 5, period: 300, duration: 3600 }),
  RateLimit.challenge('api', { requests: 100, countBy: ['http.request.headers["x-api-key"]'] }),
  RateLimit.log('all', { requests: 1000, condition: 'not cf.client.bot' }),
];

takesThroughLife({
  ...Object.fromEntries(
    Object.values(CisPlan).map((plan) => [
      `a minimal EdgeFirewall on plan ${plan}`,
      firewall({}, plan),
    ]),
  ),
  'a full EdgeFirewall': firewall({
    paranoiaLevel: 4,
    sensitivity: OwaspSensitivity.HIGH,
    exposedCredentials: false,
    rules: everyRule,
    rateLimits: everyLimit,
    waivers: { exposedCredentials: waiver() },
  }),
  'a full EdgeFirewall in the stage before blocking': firewall({
    stage: FirewallStage.LOG,
    rules: everyRule,
    rateLimits: everyLimit,
    waivers: { logOnly: waiver() },
  }),
  'an EdgeFirewall that retires': (stack) =>
    new EdgeFirewall(stack, 'firewall', {
      zone: zone(stack),
      rules: everyRule,
      rateLimits: everyLimit,
    }).retire(waiver()),
  'minimal AccessRules': access(),
  'full AccessRules': access({
    hosts: ['app.example.com'],
    allow: [Visitors.countries('DE', 'FR'), office],
    block: [Visitors.countries('DE').without(office)],
    challenge: [Visitors.countries('T1', 'XX')],
    lockdowns: { '/admin': [office], '/internal': [] },
  }),
});

describeOffline('a deployed firewall', () => {
  const it = new Defence();
  afterEach(() => it.close());

  // what was written last holds: destroying an entry point leaves it where it is.
  const inPhase = (phase: string): any[] =>
    it.workspace.cloud
      .list(ENTRY)
      .map(({ value }) => value as any)
      .filter((entry) => entry.phase === `http_request_firewall_${phase}`)
      .at(-1).rulesets[0].rules;
  const refs = (phase: string) => inPhase(phase).map(({ ref }: any) => ref);

  const both = (rules: EdgeRule[], props: Partial<AccessRulesProps>) => (stack: TerraformStack) => {
    const place = zone(stack);
    new EdgeFirewall(stack, 'firewall', { zone: place, rules });
    new AccessRules(stack, 'access', { zone: place, ...props });
  };

  test('shares its phase with access rules: what is taken out of the code is gone', async () => {
    await it.deploy(both([hidden], { block: [office] }));
    expect(refs('custom')).toEqual([expect.stringMatching(/^access-.*-block$/), 'hidden']);
    await it.change(both([], { block: [office] }));
    expect(refs('custom')).toEqual([expect.stringMatching(/^access-.*-block$/)]);
    await it.change(firewall({ rules: [hidden] }));
    expect(refs('custom')).toEqual(['hidden']);
    await it.converged();
  });

  test('goes from recording to blocking, and back', async () => {
    const logs = firewall({ stage: FirewallStage.LOG, waivers: { logOnly: waiver() } });
    const overrides = () =>
      inPhase('managed').map(
        ({ action_parameters: [one] }: any) => one.overrides[0]?.action || null,
      );
    await it.deploy(logs);
    expect(overrides()).toEqual(['log', null, 'log']);
    await it.change(firewall());
    expect(overrides()).toEqual([null, null, null]);
    await it.change(logs);
    expect(overrides()).toEqual(['log', null, 'log']);
    await it.converged();
  });

  const ofVariable: Case = (stack) => {
    const ranges = new TerraformVariable(stack, 'ranges', { type: 'list(string)' });
    const block = [Visitors.ranges(Fn.join(' ', ranges.listValue))];
    new AccessRules(stack, 'access', { zone: zone(stack), block });
  };

  test('follows values that only Terraform knows', async () => {
    await it.deploy(ofVariable, { variables: { ranges: ['192.0.2.7'] } });
    expect(inPhase('custom')[0].expression).toBe('ip.src in {192.0.2.7}');
    await it.converged();
    const wider = ['-var', 'ranges=["192.0.2.7", "10.0.0.0/8"]'];
    await it.workspace.must('apply', ['apply', '-no-color', '-auto-approve', ...wider]);
    expect(inPhase('custom')[0].expression).toBe('ip.src in {192.0.2.7 10.0.0.0/8}');
    const again = ['plan', '-no-color', '-detailed-exitcode', ...wider];
    await it.workspace.must('a plan without changes', again);
  });

  test('adds, changes and takes away rate limits', async () => {
    const limits = (...rateLimits: RateLimit[]) => firewall({ rateLimits });
    const [login, api, all] = everyLimit;
    const stored = () =>
      it.workspace.cloud
        .list('ibm_cis_ruleset_rule')
        .map(({ value }: any) => [
          value.rule[0].ref,
          value.rule[0].rate_limit[0].requests_per_period,
        ]);
    await it.deploy(limits(login, api));
    await it.change(limits(login, api, all));
    expect(stored()).toHaveLength(3);
    await it.change(limits(RateLimit.block('login', { requests: 7 }), all));
    expect(stored().sort()).toEqual([
      ['all', 1000],
      ['login', 7],
    ]);
    await it.change(limits());
    expect(stored()).toEqual([]);
    await it.converged();
  });
});
