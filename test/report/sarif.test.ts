import { sarifReport } from '../../lib/report/sarif';
import { RULES, sample } from './samples';

test('a code host gets results with their places, their marks and what excuses them', () => {
  const { version, runs } = JSON.parse(sarifReport(sample(), RULES));
  expect(version).toBe('2.1.0');
  const [{ tool, results, taxonomies }] = runs;
  expect(tool.driver.rules.map(({ id }: any) => id)).toEqual(RULES.map(({ id }) => id));
  const by = (kind: string) => results.filter((it: any) => it.kind === kind);
  expect(by('fail')).toHaveLength(3);
  expect(by('open')).toHaveLength(1);
  expect(by('open')[0].level).toBe('none');
  const [broken] = by('fail').filter(
    ({ ruleId, suppressions }: any) => ruleId === RULES[0].id && !suppressions,
  );
  expect(broken.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'main.tf' },
    region: { startLine: 7 },
  });
  expect(broken.partialFingerprints['rule/address/v1']).toMatch(/^[0-9a-f]{32}$/);
  expect(results.filter((it: any) => it.suppressions)).toHaveLength(1);
  expect(taxonomies[0].taxa.length).toBeGreaterThan(0);
});

test('the mark of a finding is the same wherever its file lies', () => {
  const marks = (file: string) => {
    const report = sample();
    const findings = report.findings.map((it) => ({ ...it, file, line: undefined }));
    const { runs } = JSON.parse(sarifReport({ ...report, findings }, RULES));
    return runs[0].results.map((it: any) => it.partialFingerprints['rule/address/v1']);
  };
  expect(marks('a.tf')).toEqual(marks('b/c.tf'));
});
