import { textOf } from '../../../lib/cli/scan/format';
import { Finding, Verdict } from '../../../lib/cli/scan/judge';

const FINDING: Finding = {
  id: 'CVE-2026-0001',
  severity: null,
  notice: 'USN-7001-1',
  package: 'openssl',
  installed: '3.0.1',
  fixed: '3.0.2',
  advice: 'Upgrade it',
  exempt: null,
  fails: true,
};
const NOTHING = { notice: null, package: null, installed: null, fixed: null, advice: null };
const FILE = { by: 'file', reason: 'never called', owner: 'shop', until: '2026-03-31' } as const;
const VERDICT: Verdict = {
  version: 1,
  image: 'us.icr.io/shop/web:1',
  status: 'FAIL',
  passed: false,
  findings: [
    FINDING,
    { ...FINDING, severity: 'low', fixed: null, fails: false },
    { ...FINDING, exempt: FILE, fails: false },
    { ...FINDING, ...NOTHING, exempt: { by: 'registry' }, fails: false },
  ],
  problems: [
    { kind: 'status', text: 'ODD: a status', fails: true },
    { kind: 'exemption', text: 'it ended', fails: false },
  ],
};

test('says for each finding what it is and what became of it', () => {
  expect(textOf(VERDICT, { colour: false }).split('\n')).toEqual([
    'image us.icr.io/shop/web:1, status FAIL',
    '  fails    CVE-2026-0001 · no severity · openssl 3.0.1 · fixed in 3.0.2 · USN-7001-1',
    '  listed   CVE-2026-0001 · low · openssl 3.0.1 · Upgrade it · USN-7001-1',
    '  exempt   CVE-2026-0001 · no severity · openssl 3.0.1 · fixed in 3.0.2 · USN-7001-1 · exempt until 2026-03-31, shop: never called',
    '  exempt   CVE-2026-0001 · no severity · no package named · no fix · exempt in the registry',
    '  fails    ODD: a status',
    '  warning  it ended',
    'the gate fails: 1 of 4 findings fails',
    '',
  ]);
});

test('says that all is well', () => {
  const passed = {
    ...VERDICT,
    image: null,
    status: 'OK',
    passed: true,
    findings: [],
    problems: [],
  };
  expect(textOf(passed, { colour: false })).toBe(
    'image of the report, status OK\nthe gate passes: 0 of 0 findings fail\n',
  );
});

test('colours words of its own and nothing else', () => {
  const text = textOf(VERDICT, { colour: true });
  expect(text).toContain('\u001b[31mfails  \u001b[0m  CVE');
  // eslint-disable-next-line no-control-regex
  expect(text.replace(/\u001b\[\d+m/g, '')).toBe(textOf(VERDICT, { colour: false }));
});

test('what comes from outside stays in its line and steers no terminal', () => {
  const evil = 'x\u001b]0;y\u0007\n\u009b2J';
  const all = { id: evil, notice: evil, package: evil, installed: evil, fixed: evil };
  const exempt = { ...FILE, reason: evil, owner: evil };
  const hostile: Verdict = {
    ...VERDICT,
    image: evil,
    status: evil,
    findings: [{ ...FINDING, ...all, exempt }],
    problems: [{ kind: 'status', text: evil, fails: true }],
  };
  const lines = textOf(hostile, { colour: false }).split('\n');
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(line).toMatch(/^\P{Cc}*$/u);
});
