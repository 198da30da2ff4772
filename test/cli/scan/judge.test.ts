import * as fc from 'fast-check';
import { readExemptions } from '../../../lib/cli/scan/exemptions';
import { Policy, judge } from '../../../lib/cli/scan/judge';
import { SEVERITIES, readReport } from '../../../lib/cli/scan/report';
import { Sample, report, vulnerability } from './reports';

const POLICY: Policy = {
  severity: 'high',
  unfixable: false,
  configuration: false,
  registryExemptions: false,
};
const EXEMPTION = {
  cve: 'CVE-2026-0001',
  reason: 'the parser is never called',
  owner: 'team shop',
  until: '2026-03-31',
};

interface Given {
  readonly policy?: Partial<Policy>;
  readonly exemptions?: readonly unknown[];
}

const verdict = (json: unknown, { policy, exemptions = [] }: Given = {}) =>
  judge({
    image: null,
    report: readReport(json, 'report'),
    exemptions: readExemptions(exemptions, 'exemptions'),
    policy: { ...POLICY, ...policy },
    now: Date.parse('2026-03-01T12:00:00Z'),
  });
const verdictOn = (sample: Sample, given?: Given) =>
  verdict(report([vulnerability(sample)]), given);

test('an image without findings passes', () => {
  expect(verdict(report())).toEqual({
    version: 1,
    image: null,
    status: 'OK',
    passed: true,
    findings: [],
    problems: [],
  });
});

test.each([
  ['critical', ['critical']],
  ['high', ['critical', 'high']],
  ['medium', ['critical', 'high', 'medium']],
  ['low', ['critical', 'high', 'medium', 'low']],
] as const)('at %s, %p fail, and what has no severity', (floor, failing) => {
  const fails = (severity: unknown) =>
    verdictOn({ severity }, { policy: { severity: floor } }).findings[0].fails;
  expect(SEVERITIES.filter(fails)).toEqual(failing);
  expect(fails(undefined)).toBe(true);
});

test('a finding without a fix is listed, and fails where that is asked for', () => {
  const unfixable = { fix: '', advice: '' };
  expect(verdictOn(unfixable)).toMatchObject({ passed: true, findings: [{ fails: false }] });
  expect(verdictOn(unfixable, { policy: { unfixable: true } }).passed).toBe(false);
});

test.each([
  { fix: '', advice: 'Upgrade it' },
  { fix: '3.0.2', advice: '' },
])('a fixed version or a corrective action is a fix: %p', (sample) => {
  expect(verdictOn(sample).passed).toBe(false);
});

test.each([
  ['UNSUPPORTED', 'UNSUPPORTED: the scan found no operating system'],
  ['UNSCANNED', 'UNSCANNED: the scan has not come to its end'],
  ['INCOMPLETE', 'INCOMPLETE: the scan has not come to its end'],
  ['PARTIAL', 'PARTIAL: a status that this gate does not know'],
  ['ok', 'ok: a status that this gate does not know'],
  ['FAIL', 'FAIL: the report lists nothing that explains it'],
  ['WARN', 'WARN: the report lists nothing that explains it'],
])('the status %s over an empty report fails, and says why', (status, text) => {
  const { passed, problems } = verdict(report([], status));
  expect(passed).toBe(false);
  expect(problems).toEqual([{ kind: 'status', text: expect.stringContaining(text), fails: true }]);
});

test('the findings decide, whatever the registry made of them', () => {
  const low = vulnerability({ severity: 'low' });
  expect(verdict(report([low], 'FAIL')).passed).toBe(true);
  expect(verdict(report([vulnerability()], 'OK')).passed).toBe(false);
});

test('an exemption holds, and says who answers for it', () => {
  const { passed, findings, problems } = verdictOn({}, { exemptions: [EXEMPTION] });
  const { reason, owner, until } = EXEMPTION;
  expect([passed, problems]).toEqual([true, []]);
  expect(findings[0]).toMatchObject({ exempt: { by: 'file', reason, owner, until }, fails: false });
});

test('an exemption that is over exempts nothing, and is named', () => {
  const exemptions = [{ ...EXEMPTION, until: '2026-02-28' }];
  const { passed, problems } = verdictOn({}, { exemptions });
  expect(passed).toBe(false);
  const text = 'exemption of CVE-2026-0001 ended on 2026-02-28; team shop renews or removes it';
  expect(problems).toEqual([{ kind: 'exemption', text, fails: false }]);
});

test('an exemption that is over does not stand before one that holds', () => {
  const exemptions = [{ ...EXEMPTION, until: '2026-02-28' }, EXEMPTION];
  expect(verdictOn({}, { exemptions }).passed).toBe(true);
});

test('an exemption of nothing is named, and fails nothing', () => {
  const { passed, problems } = verdict(report(), { exemptions: [EXEMPTION] });
  const text = 'exemption of CVE-2026-0001 covers nothing in this report; remove it';
  expect([passed, problems]).toEqual([true, [{ kind: 'exemption', text, fails: false }]]);
});

test("the registry's exemptions count only where that is asked for", () => {
  const { passed, problems } = verdictOn({ exempt: true });
  expect([passed, problems[0].kind]).toEqual([false, 'registry-exemption']);
  const counted = verdictOn({ exempt: true }, { policy: { registryExemptions: true } });
  expect([counted.passed, counted.problems]).toEqual([true, []]);
  expect(counted.findings[0].exempt).toEqual({ by: 'registry' });
});

test('configuration issues are listed, and fail where that is asked for', () => {
  const issue = { type: 'nginx', description: 'TLS 1.0', exempt: false };
  const json = { ...report([], 'WARN'), configuration_issues: [issue] };
  const text = 'configuration issue nginx: TLS 1.0';
  expect(verdict(json)).toMatchObject({ passed: true, problems: [{ text, fails: false }] });
  expect(verdict(json, { policy: { configuration: true } }).passed).toBe(false);
  const exempt = { ...json, configuration_issues: [{ ...issue, exempt: true }] };
  const policy = { configuration: true, registryExemptions: true };
  expect(verdict(exempt, { policy }).passed).toBe(true);
});

test('what fails comes first', () => {
  const json = report([
    vulnerability({ severity: 'low' }),
    vulnerability({ severity: 'critical' }),
  ]);
  expect(verdict(json).findings.map(({ fails }) => fails)).toEqual([true, false]);
});

test('a stricter policy never passes what a milder one fails', () => {
  const sample = fc.record({
    cve: fc.constantFrom('CVE-2026-0001', 'CVE-2026-0002'),
    severity: fc.constantFrom(...SEVERITIES, undefined, 'odd'),
    fix: fc.constantFrom('', '2'),
    advice: fc.constantFrom('', 'Upgrade it'),
    exempt: fc.boolean(),
  });
  const policies = fc.record({
    severity: fc.constantFrom(...SEVERITIES),
    unfixable: fc.boolean(),
    configuration: fc.boolean(),
    registryExemptions: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(sample, { size: 'small' }), policies, (samples, policy) => {
      const json = report(samples.map(vulnerability));
      const strictest = { severity: 'low', unfixable: true, registryExemptions: false } as const;
      const mild = verdict(json, { policy }).passed;
      expect(verdict(json, { policy: strictest }).passed && !mild).toBe(false);
      expect(verdict(json, { policy: strictest }).passed).toBe(samples.length === 0);
      const fewer = verdict(report(samples.slice(1).map(vulnerability), 'FAIL'), { policy });
      if (mild && samples.length > 1) expect(fewer.passed).toBe(true);
    }),
  );
});
