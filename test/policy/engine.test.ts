import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Resource } from '../../lib/policy/resource';
import { Rule, breaks, holds } from '../../lib/policy/rule';
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

describe('of resources that say the same where a rule reads', () => {
  const LOUD = { name: 'loud', managed_domain_mappings: 'local_public' };
  const apps = (...bodies: object[]) =>
    new Graph(blocksOfConfiguration({ resource: { ibm_code_engine_app: { ...bodies } } }));
  const asking = (judgeOne: (it: Resource) => string | undefined) => {
    const judged = jest.fn((it: Resource) => {
      const fact = judgeOne(it);
      return fact === undefined ? holds : breaks(fact);
    });
    const factsOf = (graph: Graph) =>
      judge(graph, [{ ...appNotPublic, judge: judged }]).findings.map(({ fact }) => fact);
    return { judged, factsOf };
  };

  test('it is asked once, and each has its own finding', () => {
    const { judged, factsOf } = asking((it) => it.text('managed_domain_mappings'));
    const others = [{ ...LOUD, name: 'a' }, { name: 'b' }, { managed_domain_mappings: 'local' }];
    expect(factsOf(apps(LOUD, ...others))).toEqual([
      ...['local_public', 'local_public', 'local_public', 'local'],
    ]);
    // what a default says is not said.
    expect(judged).toHaveBeenCalledTimes(3);
  });

  test('a waiver is of one of them', () => {
    const [, free] = judge(apps(LOUD, { ...LOUD, ...waived('2099-01-01') }), [
      appNotPublic,
    ]).findings;
    expect(free.outcome).toBe('waived');
  });

  test.each<[string, (it: Resource) => unknown]>([
    ['its address', (it) => it.address],
    ['who refers to it', (it) => it.users('ibm_code_engine_app').length],
    ['what belongs to it', (it) => it.owned('ibm_code_engine_job', 'project_id').length],
    ['all that it says', (it) => it.leaves()],
    ['whether it holds a text', (it) => it.holdsText((text) => text === 'b')],
    ['all that it refers to', (it) => it.addresses()],
    ['a block that differs', (it) => it.blocks('probe_liveness').map((probe) => probe.get('port'))],
    ['what another says of it', (it) => it.follow('image_secret').map(({ address }) => address)],
  ])('it is asked of each where it wants to know %s', (_, wanted) => {
    const { judged, factsOf } = asking((it) => JSON.stringify(wanted(it)));
    const graph = apps(
      { name: 'a', probe_liveness: { port: 1 }, image_secret: '${ibm_code_engine_app.1.name}' },
      { name: 'b', probe_liveness: { port: 2 }, image_secret: '${ibm_code_engine_app.0.name}' },
    );
    const [one, other] = Resource.all('ibm_code_engine_app', graph);
    expect(factsOf(graph)).toEqual([one, other].map((it) => JSON.stringify(wanted(it))));
    expect(judged).toHaveBeenCalledTimes(2);
  });

  test('what is worked out once for all is nothing of the first', () => {
    const named = (any: Resource) => any.others('ibm_code_engine_app').map((it) => it.address);
    const { judged, factsOf } = asking((it) => `${it.overall(named).length}`);
    expect(factsOf(apps(LOUD, LOUD))).toEqual(['2', '2']);
    expect(judged).toHaveBeenCalledTimes(1);
  });
});
