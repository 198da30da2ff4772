import { baselineOf, since } from '../../../lib/cli/check/baseline';
import { sample } from '../../report/samples';

test('what an earlier report has does not count again', () => {
  const report = sample();
  const known = baselineOf(JSON.parse(JSON.stringify(report)), 'before.json');
  expect(since(report, known).findings).toEqual([]);
  expect(since(report, known).summary.breaks).toBe(0);
  expect(since(report, new Set()).findings).toEqual(report.findings);
});

test.each([[5], [{}], [{ findings: 'x' }], [{ findings: [5] }]])(
  '%p is no earlier report',
  (json) => {
    expect(() => baselineOf(json, 'before.json')).toThrow(/^before\.json/);
  },
);
