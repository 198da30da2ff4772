/** Each trap of rule sets that a firewall could walk into, and the firewall walking past it. */
import { TerraformStack } from 'cdktf';
import { EdgeFirewall, EdgeFirewallProps } from '../../../lib/constructs/edge/edge-firewall';
import { EdgeRule } from '../../../lib/constructs/edge/edge-rule';
import { CisZoneAttributes } from '../../../lib/constructs/edge/existing-zone';
import { RateLimit } from '../../../lib/constructs/edge/rate-limit';
import { ICisZone } from '../../../lib/constructs/edge/zone';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { PHASES } from '../../../lib/facts/waf';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { waiver } from '../../kit/samples';
import { ZONE, zone } from '../../kit/samples-firewall';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const ENTRY = 'ibm_cis_ruleset_entrypoint_version';
const RULE = 'ibm_cis_ruleset_rule';
const OTHER_ZONE = 'f'.repeat(32);
const limits = [RateLimit.block('login', { requests: 5 }), RateLimit.log('all', { requests: 500 })];
const hidden = (path = '/.git') =>
  EdgeRule.block('hidden', `http.request.uri.path contains "${path}"`);

describeOffline('a firewall walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const firewall =
    (props: Partial<EdgeFirewallProps> = {}, place: Partial<CisZoneAttributes> = {}) =>
    (stack: TerraformStack) =>
      void new EdgeFirewall(stack, 'firewall', {
        zone: zone(stack, place),
        rules: [hidden()],
        rateLimits: limits,
        ...props,
      });
  const entries = (): any[] => it.workspace.cloud.list(ENTRY).map(({ value }) => value);
  const separate = (): any[] => it.workspace.cloud.list(RULE).map(({ value }) => value);
  // what was written last holds.
  const entryOf = (phase: keyof typeof PHASES, zoneId = ZONE.zoneId) =>
    entries()
      .filter((entry) => entry.phase === PHASES[phase] && entry.domain_id === zoneId)
      .at(-1);
  const rulesOf = (phase: keyof typeof PHASES, zoneId?: string): any[] =>
    entryOf(phase, zoneId).rulesets[0].rules;
  const planned = (plan: string) => /Plan: .*/.exec(plan)?.[0];

  /** The rules of a phase after each call that writes or deletes an entry point. */
  function watched(phase: keyof typeof PHASES): string[][] {
    const seen: string[][] = [];
    const { cloud } = it.workspace;
    const look = () => seen.push(rulesOf(phase).map(({ expression }) => String(expression)));
    const put = cloud.put.bind(cloud);
    const remove = cloud.delete.bind(cloud);
    cloud.put = (type, id, value) => {
      put(type, id, value);
      if (type === ENTRY) look();
    };
    cloud.delete = (type, id) => {
      remove(type, id);
      if (type === ENTRY) look();
    };
    return seen;
  }

  test('of an entry point that never converges: it is replaced by a changed rule alone', async () => {
    expectTrap('internet-services/entry-point-never-converges');
    await it.deploy(firewall());
    await it.converged();
    const seen = watched('custom');
    const plan = await it.change(firewall({ rules: [hidden('/.env')] }));
    expect(plan).toMatch(/zone_CustomRules_\w+ will be replaced due to changes in replace_trigg/);
    expect(planned(plan)).toBe('Plan: 1 to add, 1 to change, 1 to destroy.');
    expect(rulesOf('custom')).toMatchObject([{ ref: 'hidden', enabled: true }]);
    await it.converged();
    // there was no moment without a rule: the old ones held until the new ones were written.
    const [before, after] = ['/.git', '/.env'].map((path) => [
      `http.request.uri.path contains "${path}"`,
    ]);
    expect(seen).toEqual([before, after]);
  });

  test('of rules that are off because nothing says that they are on', async () => {
    expectTrap('internet-services/entry-point-rule-without-enabled-is-off');
    expectTrap('internet-services/rule-without-enabled-is-off');
    await it.deploy(firewall());
    for (const rule of [...rulesOf('managed'), ...rulesOf('custom')]) {
      expect([rule.ref, rule.enabled]).toEqual([rule.ref, true]);
    }
    expect(separate().map(({ rule: [rule] }) => rule.enabled)).toEqual([true, true]);
  });

  test('of overrides that switch off what they change', async () => {
    expectTrap('internet-services/entry-point-override-rule-without-enabled-is-off');
    expectTrap('internet-services/entry-point-override-category-without-enabled-is-off');
    await it.deploy(firewall({ paranoiaLevel: 3 }));
    const [owasp] = rulesOf('managed')[1].action_parameters[0].overrides;
    expect(owasp.override_rules).toMatchObject([{ enabled: true, score_threshold: 40 }]);
    // off on purpose, and none that should be on.
    expect(owasp.categories).toMatchObject([{ category: 'paranoia-level-4', enabled: false }]);
  });

  test('of rules without a name in the logs', async () => {
    expectTrap('internet-services/entry-point-unset-members-are-sent-empty');
    expectTrap('internet-services/rule-unset-members-are-sent-empty');
    await it.deploy(firewall());
    const rulesets = entries().map((entry) => entry.rulesets[0]);
    const rules = [...rulesets, ...rulesets.flatMap((ruleset) => ruleset.rules)];
    expect(rules.map(({ description }) => description)).not.toContain('');
    const refs = [
      ...rulesOf('managed'),
      ...rulesOf('custom'),
      ...separate().map((it) => it.rule[0]),
    ];
    expect(refs.map(({ ref }) => ref)).toEqual([
      'cis_managed',
      'cis_owasp',
      'cis_credentials',
      'hidden',
      'login',
      'all',
    ]);
  });

  test('of an entry point without a rule set or a zone, at which the provider crashes', async () => {
    expectTrap('internet-services/entry-point-without-rulesets-crashes');
    expectTrap('internet-services/entry-point-without-zone-crashes');
    await it.deploy(firewall({ rules: [], rateLimits: [] }));
    expect(rulesOf('custom')).toEqual([]);
    const nowhere = { zone: undefined as unknown as ICisZone };
    expect(refusalOf(() => firewall(nowhere)(newStack()))).toHaveLength(1);
  });

  test('of a phase that is misspelt: all of them are known', async () => {
    expectTrap('internet-services/phase-is-unchecked');
    await it.deploy(firewall());
    expect(
      entries()
        .map(({ phase }) => String(phase))
        .sort(),
    ).toEqual(['http_ratelimit', 'http_request_firewall_custom', 'http_request_firewall_managed']);
  });

  test('of two owners of one phase: the second is refused', async () => {
    expectTrap('internet-services/two-entry-points-of-one-phase');
    const two = (stack: TerraformStack) => {
      firewall()(stack);
      new EdgeFirewall(stack, 'second', { zone: zone(stack, {}, 'again') });
    };
    expect(refusalOf(() => two(newStack()))).toEqual([
      expect.stringMatching(/^zone: got one that the EdgeFirewall 'test\/firewall' protects, /),
    ]);
    await it.deploy(firewall());
    expect(entries()).toHaveLength(3);
  });

  test('of an entry point that does not know its id, on a zone without any', async () => {
    expectTrap('internet-services/entry-point-ruleset-id-is-empty');
    expectTrap('internet-services/entry-point-data-source-fails-before-the-entry-point');
    await it.deploy(firewall());
    const { ruleset_id: id } = entryOf('rateLimit').rulesets[0];
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(separate().map((rule) => String(rule.ruleset_id))).toEqual([id, id]);
  });

  test('of a read that is put off by a standing change: there is none', async () => {
    expectTrap('internet-services/entry-point-data-source-is-deferred-by-a-pending-change');
    await it.deploy(firewall());
    const plan = await it.change(firewall({ rules: [hidden('/.env')], paranoiaLevel: 4 }));
    expect(planned(plan)).toBe('Plan: 2 to add, 2 to change, 2 to destroy.');
    expect(plan).not.toContain('will be read during apply');
    await it.converged();
  });

  test('of rate limits that go when their entry point is written', async () => {
    expectTrap('internet-services/entry-point-wipes-separate-rules');
    await it.deploy(firewall());
    const refs = () =>
      separate()
        .map(({ rule: [rule] }) => String(rule.ref))
        .sort();
    await it.change(firewall({ rules: [hidden('/.env')] }));
    expect(refs()).toEqual(['all', 'login']);
    const { resources } = it.workspace.state();
    const entry = resources.find(({ type, name }) => type === ENTRY && /RateLimits/.test(name))!;
    const replace = `-replace=${ENTRY}.${entry.name}`;
    await it.workspace.must('apply', ['apply', '-no-color', '-auto-approve', replace]);
    expect(refs()).toEqual(['all', 'login']);
    await it.converged();
  });

  test('of rate limits that take each other for their own: none is made beside another', async () => {
    expectTrap('internet-services/rule-id-is-the-last-of-the-answer');
    await it.deploy(firewall());
    expect(separate().map(({ rule: [rule] }) => String(rule.ref))).toEqual(['login', 'all']);
    const { stdout } = await it.workspace.must('graph', ['graph', '-type=apply']);
    expect(stdout).toMatch(/RateLimits_all_\w+[^\n]* -> [^\n]*RateLimits_login_\w+/);
  });

  test('of a duration of 0, which is lost on the way', async () => {
    expectTrap('internet-services/rule-mitigation-timeout-zero-is-not-sent');
    expect(refusalOf(() => RateLimit.block('a', { requests: 5, duration: 0 }))).toHaveLength(1);
    await it.deploy(firewall());
    expect(separate().map(({ rule: [rule] }) => rule.rate_limit[0].mitigation_timeout)).toEqual([
      600, 600,
    ]);
  });

  test('of a zone that changes and leaves its rules behind', async () => {
    expectTrap('internet-services/zone-change-of-rule-is-only-in-state');
    await it.deploy(firewall());
    const plan = await it.change(firewall({}, { zoneId: OTHER_ZONE }));
    expect(planned(plan)).toBe('Plan: 5 to add, 1 to change, 5 to destroy.');
    expect(rulesOf('managed', OTHER_ZONE)).toHaveLength(3);
    expect(rulesOf('custom', OTHER_ZONE)).toHaveLength(1);
    const { ruleset_id: id } = entryOf('rateLimit', OTHER_ZONE).rulesets[0];
    expect(separate().map((rule) => [rule.domain_id, rule.ruleset_id])).toEqual([
      [OTHER_ZONE, id],
      [OTHER_ZONE, id],
    ]);
    await it.converged();
  });

  test('of rules that stay in force after the firewall: it retires first', async () => {
    expectTrap('internet-services/destroyed-entry-point-keeps-its-rules');
    const place = { plan: CisPlan.STANDARD_NEXT };
    const small = { rateLimits: [] };
    await it.deploy(firewall(small, place));
    await it.change((stack) =>
      new EdgeFirewall(stack, 'firewall', { zone: zone(stack, place), rules: [hidden()] }).retire(
        waiver(),
      ),
    );
    await it.converged();
    await it.change((stack) => void zone(stack, place));
    expect([rulesOf('managed'), rulesOf('custom')]).toEqual([[], []]);
  });

  test('and where it does not retire, they stay, as its documentation says', async () => {
    await it.deploy(firewall());
    await it.change((stack) => void zone(stack));
    expect([rulesOf('managed').length, rulesOf('custom').length]).toEqual([3, 1]);
    expect(separate()).toEqual([]);
  });
});
