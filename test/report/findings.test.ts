import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { reportOf } from '../../lib/report/findings';
import { RULES, sample } from './samples';

test('what is broken comes first, and what is kept is only counted', () => {
  const { findings, summary, unusedWaivers, version } = sample();
  expect(version).toBe(1);
  expect(findings.map(({ verdict, address }) => [verdict, address])).toEqual([
    ['crashed', 'ibm_code_engine_job.job'],
    ['breaks', 'ibm_code_engine_app.open'],
    ['unknown', 'ibm_code_engine_app.later'],
    ['waived', 'ibm_code_engine_app.excused'],
  ]);
  expect(summary).toEqual({
    ...{ checked: 6, holds: 2, breaks: 1, waived: 1, unknown: 1, manual: 0, crashed: 1 },
  });
  expect(unusedWaivers).toEqual([
    { rule: 'workloads/app-not-public', address: 'ibm_code_engine_app.tidy' },
  ]);
});

test('of several stacks each address begins with its own', () => {
  const judged = () =>
    judge(
      new Graph(blocksOfConfiguration({ resource: { ibm_code_engine_app: { web: {} } } })),
      RULES,
    );
  const { findings } = reportOf(
    new Map([
      ['a', judged()],
      ['b', judged()],
    ]),
    {
      input: 'cdktf.out',
      pack: 'baseline',
    },
  );
  expect(findings.map(({ address }) => address)).toEqual([
    'a/ibm_code_engine_app.web',
    'b/ibm_code_engine_app.web',
  ]);
});
