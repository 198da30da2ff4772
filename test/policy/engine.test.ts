import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Rule, breaks } from '../../lib/policy/rule';
import { appNotPublic } from '../../lib/policy/rules/workloads/app-not-public';

const waived = (until: string, rule = appNotPublic.id) => ({
  '//': { waivers: [{ rule, reason: 'a page for everyone', owner: 'team', until }] },
});
const app = (body: object = {}) =>
  new Graph(blocksOfConfiguration({ resource: { ibm_code_engine_app: { web: body } } }));
const today = new Date('2026-06-30T12:00:00Z');
const found = (body: object) => judge(app(body), [appNotPublic], today).findings[0];

test('a broken rule says what was seen', () => {
  expect(found({})).toMatchObject({
    outcome: 'breaks',
    severity: 'high',
    fact: "`managed_domain_mappings` is 'local_public'",
  });
  expect(found({ managed_domain_mappings: '${var.x}' })).toMatchObject({
    outcome: 'unknown',
    fact: '`managed_domain_mappings` is known only to Terraform',
  });
});

test('a waiver excuses until its last day, and is told of in any case', () => {
  expect(found(waived('2026-06-30')).outcome).toBe('waived');
  expect(found(waived('2026-06-29'))).toMatchObject({
    outcome: 'breaks',
    note: 'the waiver ended on 2026-06-29',
  });
});

test('of several waivers for one rule one that holds is enough, and none of them is left over', () => {
  const [old] = waived('2026-01-01')['//'].waivers;
  const [renewed] = waived('2026-12-31')['//'].waivers;
  const { findings, unused } = judge(
    app({ '//': { waivers: [old, renewed] } }),
    [appNotPublic],
    today,
  );
  expect(findings[0]).toMatchObject({ outcome: 'waived', waiver: { until: '2026-12-31' } });
  expect(unused).toEqual([]);
});

test('a waiver that excuses nothing is told', () => {
  const closed = { ...waived('2099-01-01'), managed_domain_mappings: 'local' };
  const { unused } = judge(app(closed), [appNotPublic], today);
  expect(unused.map(({ waiver }) => waiver.rule)).toEqual([appNotPublic.id]);
  const foreign = { ...waived('2099-01-01', 'edge/other'), managed_domain_mappings: 'local' };
  expect(judge(app(foreign), [appNotPublic], today).unused).toEqual([]);
});

test('a rule that crashes is no rule that is kept', () => {
  const crashing: Rule = {
    ...appNotPublic,
    judge: () => {
      throw new TypeError('no such thing');
    },
  };
  expect(judge(app(), [crashing]).findings[0]).toMatchObject({
    outcome: 'crashed',
    fact: 'no such thing',
  });
});

test('what was looked at is counted', () => {
  const nothing: Rule = { ...appNotPublic, types: ['ibm_cis'], judge: () => breaks('never') };
  expect(judge(app(), [nothing]).checked).toBe(0);
  expect(judge(app(), [appNotPublic, appNotPublic]).checked).toBe(1);
});
