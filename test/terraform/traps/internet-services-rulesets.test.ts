import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { IN_PLACE, NO_CHANGES, walk } from './trapped';

const ENTRY = 'ibm_cis_ruleset_entrypoint_version';
const LIST = 'ibm_cis_custom_list';
const RULE = 'ibm_cis_ruleset_rule';
const RULESET = 'ibm_cis_ruleset';
const VERSIONS = 'ibm_cis_ruleset_entrypoint_versions';

const cis_id = 'crn:v1:bluemix:public:internet-svcs:global:a/0:cis::';
const [domain_id, other] = ['1'.repeat(32), '2'.repeat(32)];
const phase = 'http_ratelimit';
const crash = 'the provider crashes here';

const rule = (values: object = {}) => ({ action: 'block', expression: 'true', ...values });
const on = (values: object = {}) => rule({ enabled: true, ...values });
const entry = (rules: object[], values: object = {}) => ({
  [ENTRY]: { cis_id, domain_id, phase, rulesets: [{ rules }], ...values },
});
const separate = (values: object = {}, beside: object = {}) => ({
  [RULE]: { cis_id, domain_id, ruleset_id: 'own', rule: [on(values)], ...beside },
});
const execute = (overrides: object) =>
  on({ action: 'execute', action_parameters: [{ id: 'owasp', overrides: [overrides] }] });
const rulesOf = (stored: Record<string, any>) => stored.rulesets[0].rules;
const overridesOf = (stored: Record<string, any>) => stored.action_parameters[0].overrides[0];
const lookUp = (type: string, values: object = {}) => ({
  data: { [type]: { it: { cis_id, domain_id, ...values } } },
});

describeOffline('the traps of entry points', () => {
  const it = walk();
  const idOf = `\${data.${VERSIONS}.it.rulesets[0].ruleset_id}`;
  const phaseData = lookUp(VERSIONS, { phase, depends_on: [`${ENTRY}.it`] });
  const storedRule = () => rulesOf(it.stored(ENTRY))[0];

  test('internet-services/entry-point-never-converges: ids, versions and dates go', async () => {
    await it.apply(entry([on()]));
    expect(await it.plan()).toContain(IN_PLACE);
    await it.apply(entry([on()]));
    expect(it.stored(ENTRY).rulesets[0].version).toBe('2');
    expect(await it.plan()).toContain(IN_PLACE);
  });

  test('internet-services/entry-point-rule-ids-change-at-each-put: of the same rule', async () => {
    await it.apply(entry([on({ id: 'mine' })]));
    const { id } = storedRule();
    expect(id).not.toBe('mine');
    await it.apply(entry([on({ id: 'mine' })]));
    expect(storedRule().id).not.toBe(id);
  });

  test('internet-services/entry-point-ruleset-id-is-empty: to what is wired to it', async () => {
    const ruleset_id = `\${one(${ENTRY}.it.rulesets).ruleset_id}`;
    const wired = { ...entry([]), ...separate({}, { ruleset_id }) };
    expect(await it.failure(wired)).toContain('creating the zone Rule null');
  });

  test('internet-services/entry-point-wipes-separate-rules: and nobody notices', async () => {
    const both = { ...entry([]), ...separate({}, { ruleset_id: idOf }) };
    const ignoring = {
      ...separate({}, { ruleset_id: idOf, lifecycle: { ignore_changes: 'all' } }),
    };
    await it.apply(both, phaseData);
    expect(it.stored(RULE).ruleset_id).toBe(it.stored(ENTRY).rulesets[0].ruleset_id);
    await it.apply({ ...both, ...ignoring }, phaseData);
    expect(it.workspace.cloud.list(RULE)).toEqual([]);
    expect(it.state(RULE).id).toMatch(/./);
  });

  test('internet-services/entry-point-data-source-fails-before-the-entry-point: 404', async () => {
    const text = await it.failure(separate(), lookUp(VERSIONS, { phase }));
    expect(text).toContain('404 Not Found');
  });

  test('internet-services/position-with-two-anchors-wipes-the-phase: without a word', async () => {
    const at = (position: object) => entry([on(), on({ position: [position] })]);
    await it.apply(at({ index: 1 }));
    expect(rulesOf(it.stored(ENTRY))).toHaveLength(2);
    for (const position of [{ after: 'a', index: 1 }, { index: 0 }]) {
      await it.apply(at(position));
      expect(rulesOf(it.stored(ENTRY))).toEqual([]);
    }
  });

  test('internet-services/entry-point-rule-without-enabled-is-off: silently', async () => {
    await it.apply(entry([rule()]));
    expect(storedRule().enabled).toBe(false);
  });

  test('internet-services/entry-point-unset-members-are-sent-empty: ref and texts', async () => {
    await it.apply(entry([on()]));
    expect(it.stored(ENTRY).rulesets[0]).toMatchObject({ name: '', description: '' });
    expect(storedRule()).toMatchObject({ ref: '', description: '', position: [] });
  });

  test('internet-services/entry-point-override-rule-without-enabled-is-off: it too', async () => {
    await it.apply(entry([execute({ override_rules: [{ rule_id: 'x', score_threshold: 40 }] })]));
    expect(overridesOf(storedRule()).override_rules[0].enabled).toBe(false);
  });

  test('internet-services/entry-point-override-category-without-enabled-is-off: all', async () => {
    await it.apply(entry([execute({ categories: [{ category: 'x', action: 'block' }] })]));
    expect(overridesOf(storedRule()).categories[0].enabled).toBe(false);
  });

  test('internet-services/entry-point-override-sensitivity-is-never-sent: at all', async () => {
    const override_rules = [{ rule_id: 'x', enabled: true, sensitivity_level: 'low' }];
    await it.apply(entry([execute({ override_rules })]));
    expect(overridesOf(storedRule()).override_rules[0].sensitivity_level).toBeNull();
  });

  test('internet-services/entry-point-overrides-disabled-is-never-sent: it stays on', async () => {
    await it.apply(entry([execute({ enabled: false })]));
    expect(overridesOf(storedRule()).enabled).toBeNull();
  });

  test('internet-services/entry-point-rule-categories-are-never-sent: at all', async () => {
    await it.apply(entry([on({ categories: ['x'] })]));
    expect(storedRule().categories).toBeNull();
  });

  test('internet-services/entry-point-action-rulesets-crash: at apply', async () => {
    const rules = [on({ action_parameters: [{ rulesets: ['x'] }] })];
    expect(await it.failure(entry(rules))).toContain(crash);
  });

  test('internet-services/entry-point-rule-logging-crashes-plan: already', async () => {
    const text = await it.failure(entry([on({ logging: { enabled: true } })]));
    expect(text).toContain(crash);
    expect(it.workspace.cloud.list(ENTRY)).toEqual([]);
  });

  test('internet-services/entry-point-without-rulesets-crashes: at apply', async () => {
    expect(await it.failure({ [ENTRY]: { cis_id, domain_id, phase } })).toContain(crash);
  });

  test('internet-services/entry-point-without-zone-crashes: at apply', async () => {
    expect(await it.failure(entry([], { domain_id: undefined }))).toContain(crash);
  });

  test('internet-services/destroyed-entry-point-keeps-its-rules: in force', async () => {
    await it.apply(entry([on()]));
    await it.destroy();
    expect(rulesOf(it.stored(ENTRY))).toHaveLength(1);
  });

  test('internet-services/zone-change-leaves-the-old-entry-point: in both zones', async () => {
    await it.apply(entry([on()]));
    await it.apply(entry([on()], { domain_id: other }));
    const zones = it.workspace.cloud.list(ENTRY).map(({ value }) => value.domain_id);
    expect(zones.sort()).toEqual([domain_id, other]);
  });

  test('internet-services/list-in-a-left-behind-rule-cannot-be-deleted: in use', async () => {
    const list = { [LIST]: { cis_id, name: 'guests', kind: 'ip' } };
    await it.apply({ ...list, ...entry([on({ expression: '(ip.src in $guests)' })]) });
    await expect(it.destroy()).rejects.toThrow('the list is used by a filter');
    expect(it.stored(LIST).name).toBe('guests');
  });
});

describeOffline('the traps of separate rules', () => {
  const it = walk();
  const stored = () => it.stored(RULE).rule[0];
  const limit = (mitigation_timeout: number) => [{ period: 60, mitigation_timeout }];

  test('internet-services/rule-is-never-read: no plan shows what is done elsewhere', async () => {
    await it.apply(separate());
    it.meddle(RULE, { rule: [rule({ enabled: false })] });
    expect(await it.plan()).toContain(NO_CHANGES);
    it.workspace.cloud.delete(RULE, it.state(RULE).id);
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/rule-deleted-elsewhere-breaks-destroy: 404', async () => {
    await it.apply(separate());
    it.workspace.cloud.delete(RULE, it.state(RULE).id);
    await expect(it.destroy()).rejects.toThrow('404 Not Found');
  });

  test('internet-services/rule-without-enabled-is-off: silently', async () => {
    await it.apply({ [RULE]: { cis_id, domain_id, ruleset_id: 'own', rule: [rule()] } });
    expect(stored().enabled).toBe(false);
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('internet-services/rule-unset-members-are-sent-empty: ref and description', async () => {
    await it.apply(separate());
    expect(stored()).toMatchObject({ ref: '', description: '' });
  });

  test('internet-services/rule-override-rule-without-enabled-is-off: it too', async () => {
    await it.apply(separate(execute({ override_rules: [{ rule_id: 'x', score_threshold: 40 }] })));
    expect(overridesOf(stored()).override_rules[0].enabled).toBe(false);
  });

  test('internet-services/rule-override-category-without-enabled-is-off: all of it', async () => {
    await it.apply(separate(execute({ categories: [{ category: 'x', action: 'block' }] })));
    expect(overridesOf(stored()).categories[0].enabled).toBe(false);
  });

  test('internet-services/rule-override-sensitivity-is-never-sent: at all', async () => {
    const override_rules = [{ rule_id: 'x', enabled: true, sensitivity_level: 'low' }];
    await it.apply(separate(execute({ override_rules })));
    expect(overridesOf(stored()).override_rules[0].sensitivity_level).toBeNull();
  });

  test('internet-services/rule-overrides-disabled-is-never-sent: it stays on', async () => {
    await it.apply(separate(execute({ enabled: false })));
    expect(overridesOf(stored()).enabled).toBeNull();
  });

  test('internet-services/rule-categories-are-never-sent: at all', async () => {
    await it.apply(separate({ categories: ['x'] }));
    expect(stored().categories).toBeNull();
  });

  test('internet-services/rule-logging-is-never-sent: though nothing fails', async () => {
    await it.apply(separate({ logging: { enabled: true } }));
    expect(stored().logging).toBeNull();
  });

  test('internet-services/rule-mitigation-timeout-zero-is-not-sent: at all', async () => {
    await it.apply(separate({ rate_limit: limit(0) }));
    expect(stored().rate_limit[0].mitigation_timeout).toBeNull();
    await it.apply(separate({ rate_limit: limit(60) }));
    expect(stored().rate_limit[0].mitigation_timeout).toBe(60);
  });

  test('internet-services/rule-action-rulesets-crash: at apply', async () => {
    const rulesets = separate({ action_parameters: [{ rulesets: ['x'] }] });
    expect(await it.failure(rulesets)).toContain(crash);
  });

  test('internet-services/rule-without-rule-block-crashes: at apply', async () => {
    expect(await it.failure(separate({}, { rule: [] }))).toContain(crash);
  });

  test('internet-services/zone-change-of-rule-is-only-in-state: the plan stays clean', async () => {
    await it.apply(separate());
    expect(await it.apply(separate({}, { domain_id: other }))).toContain(IN_PLACE);
    expect(it.stored(RULE).domain_id).toBe(domain_id);
    expect(it.state(RULE).domain_id).toBe(other);
    expect(await it.plan()).toContain(NO_CHANGES);
  });
});

describeOffline('the traps of rule sets', () => {
  const it = walk();
  const ruleset = {
    [RULESET]: specimen(RULESET, { cis_id, domain_id, rulesets: [{ rules: [on()] }] }),
  };
  const importIt = async () => {
    const rulesets = [{ version: '1', rules: [on()] }];
    it.workspace.cloud.put(RULESET, 'there', { id: 'there', cis_id, domain_id, rulesets });
    await it.import(RULESET, 'there', ruleset);
    await it.apply(ruleset);
  };

  test('internet-services/ruleset-cannot-be-created: ever', async () => {
    expect(await it.failure(ruleset)).toContain('Get Instance ruleset failed');
  });

  test('internet-services/imported-ruleset-never-converges: every plan is an update', async () => {
    await importIt();
    expect(await it.plan()).toContain(IN_PLACE);
    await it.apply(ruleset);
    expect(await it.plan()).toContain(IN_PLACE);
  });

  test('internet-services/imported-ruleset-is-deleted-on-destroy: with its rules', async () => {
    await importIt();
    await it.destroy();
    expect(it.workspace.cloud.list(RULESET)).toEqual([]);
  });

  test('internet-services/rulesets-data-source-hides-other-phases: but the managed', async () => {
    const of = `data.ibm_cis_rulesets.it.rulesets_list`;
    const beside = {
      ...lookUp('ibm_cis_rulesets', { depends_on: [`${ENTRY}.it`] }),
      output: { phases: { value: `\${join(" ", ${of}[*].phase)}` } },
    };
    expect(await it.apply(entry([on()]), beside)).toContain('phases = ""');
    const managed = 'http_request_firewall_managed';
    expect(await it.apply(entry([on()], { phase: managed }), beside)).toContain(managed);
  });
});
