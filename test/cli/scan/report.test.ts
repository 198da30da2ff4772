import { readReport } from '../../../lib/cli/scan/report';
import { refusal } from '../recorder';
import { report, vulnerability } from './reports';

const read = (json: unknown) => readReport(json, 'report.json');

test('reads what the API answers, and the list of one that the command line prints', () => {
  const json = report([vulnerability({ severity: 'High' })]);
  const expected = {
    status: 'FAIL',
    configuration: [],
    vulnerabilities: [
      {
        id: 'CVE-2026-0001',
        severity: 'high',
        notice: 'USN-7001-1',
        package: 'openssl',
        installed: '3.0.1',
        fixed: '3.0.2',
        advice: 'Upgrade openssl to >= 3.0.2',
        exemptInRegistry: false,
      },
    ],
  };
  expect(read(json)).toEqual(expected);
  expect(read([json])).toEqual(expected);
});

test('one finding for each package of each notice', () => {
  const cve = vulnerability();
  const [notice] = cve.security_notices;
  const [libssl] = vulnerability({ package: 'libssl3' }).security_notices[0].vulnerable_packages;
  notice.vulnerable_packages.push(libssl);
  cve.security_notices.push(vulnerability({ notice: 'USN-7002-1' }).security_notices[0]);
  const found = read(report([cve])).vulnerabilities;
  expect(found.map((it) => `${it.notice} ${it.package}`)).toEqual([
    'USN-7001-1 openssl',
    'USN-7001-1 libssl3',
    'USN-7002-1 openssl',
  ]);
});

test.each([
  ['no notice', { security_notices: [] }],
  ['null for the notices', { security_notices: null }],
  [
    'a notice without packages',
    { security_notices: [{ notice_id: 'N', vulnerable_packages: [] }] },
  ],
])('a vulnerability with %s is still one', (_, part) => {
  const [found] = read(report([{ ...vulnerability(), ...part }])).vulnerabilities;
  expect(found).toMatchObject({ id: 'CVE-2026-0001', package: null, fixed: null, advice: null });
});

test.each([undefined, null, '', 'Important', 'unknown'])('the severity %p is none', (severity) => {
  expect(read(report([vulnerability({ severity })])).vulnerabilities[0].severity).toBeNull();
});

test('an exemption of the CVE or of its notice is one', () => {
  const byNotice = vulnerability();
  byNotice.security_notices[0].notice_exempt = true;
  const found = read(report([vulnerability({ exempt: true }), byNotice, vulnerability()]));
  expect(found.vulnerabilities.map((it) => it.exemptInRegistry)).toEqual([true, true, false]);
});

test('reads configuration issues', () => {
  const issue = { type: 'application_configuration:nginx', description: 'TLS', exempt: true };
  const json = { ...report(), configuration_issues: [issue, {}] };
  expect(read(json).configuration).toEqual([
    { type: issue.type, description: 'TLS', exemptInRegistry: true },
    { type: 'nothing', description: null, exemptInRegistry: false },
  ]);
});

test('what is no object is told once, without its fields', async () => {
  expect(await refusal(() => read(report([7])))).toHaveLength(1);
  expect(await refusal(() => read('OK'))).toHaveLength(1);
});

test('what was not scanned needs no lists, and Go writes empty ones as null', () => {
  expect(read({ status: 'UNSCANNED' }).vulnerabilities).toEqual([]);
  const json = { status: 'OK', vulnerabilities: null, configuration_issues: null };
  expect(read(json).vulnerabilities).toEqual([]);
});

test.each([
  ['a text', '"OK"', 'report.json: got "\\"OK\\"", expected an object'],
  [
    'an empty list',
    [],
    'report.json: got 0 reports, expected one; run the gate once for each image',
  ],
  [
    'two reports',
    [report(), report()],
    'report.json: got 2 reports, expected one; run the gate once for each image',
  ],
  [
    'an error of the API',
    { code: 'X', message: 'no' },
    'report.json.status: got nothing, expected a text',
  ],
  [
    'no list of vulnerabilities',
    { status: 'OK' },
    'report.json.vulnerabilities: got nothing, expected a list',
  ],
  [
    'a number for the status',
    { ...report(), status: 0 },
    'report.json.status: got 0, expected a text',
  ],
  [
    'text for a vulnerability',
    report(['x']),
    'report.json.vulnerabilities[0]: got "x", expected an object',
  ],
  [
    'a number for the severity',
    report([vulnerability({ severity: 9 })]),
    'report.json.vulnerabilities[0].severity: got 9, expected a text',
  ],
  [
    '"true" for an exemption',
    report([{ ...vulnerability(), cve_exempt: 'true' }]),
    'report.json.vulnerabilities[0].cve_exempt: got "true", expected true or false',
  ],
  [
    'no CVE',
    report([{ ...vulnerability(), cve_id: '' }]),
    'report.json.vulnerabilities[0].cve_id: got "", expected a text',
  ],
])('refuses %s', async (_, json, line) => {
  expect(await refusal(() => read(json))).toContain(line);
});
