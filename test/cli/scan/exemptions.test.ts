import { covers, isOver, readExemptions, titleOf } from '../../../lib/cli/scan/exemptions';
import { readReport } from '../../../lib/cli/scan/report';
import { refusal } from '../recorder';
import { report, vulnerability } from './reports';

const RIGHT = {
  cve: 'CVE-2026-0001',
  reason: 'the parser is never called',
  owner: 'team shop',
  until: '2026-03-31',
};
const BY_NOTICE = { ...RIGHT, cve: undefined, notice: 'usn-7001-1' };
const read = (...json: unknown[]) => readExemptions(json, 'exemptions.json');
const [FOUND] = readReport(report([vulnerability()]), 'report').vulnerabilities;

test('reads a list', () => {
  expect(read(RIGHT)).toEqual([{ ...RIGHT, notice: null, package: null }]);
  expect(read()).toEqual([]);
});

test('covers a CVE or a notice, in every package or in one, however it is written', () => {
  const covered = (json: object) => covers(read(json)[0], FOUND);
  expect(covered(RIGHT)).toBe(true);
  expect(covered({ ...RIGHT, cve: 'cve-2026-0001' })).toBe(true);
  expect(covered({ ...RIGHT, cve: 'CVE-2026-00012' })).toBe(false);
  expect(covered({ ...RIGHT, package: 'openssl' })).toBe(true);
  expect(covered({ ...RIGHT, package: 'zlib' })).toBe(false);
  expect(covered(BY_NOTICE)).toBe(true);
  expect(covered({ ...BY_NOTICE, notice: 'USN-1' })).toBe(false);
});

test('a notice exempts nothing that has no notice', () => {
  expect(covers(read(BY_NOTICE)[0], { ...FOUND, notice: null })).toBe(false);
});

test('holds to the end of its last day', () => {
  const [it] = read(RIGHT);
  expect(isOver(it, Date.parse('2026-03-31T23:59:59Z'))).toBe(false);
  expect(isOver(it, Date.parse('2026-04-01T00:00:00Z'))).toBe(true);
});

test('has a title', () => {
  expect(titleOf(read(RIGHT)[0])).toBe('CVE-2026-0001');
  expect(titleOf(read({ ...BY_NOTICE, package: 'zlib' })[0])).toBe('usn-7001-1 in zlib');
});

test.each([
  [{ ...RIGHT, cve: undefined }, '[0]: got neither, expected either cve or notice'],
  [{ ...RIGHT, notice: 'USN-1' }, '[0]: got both, expected either cve or notice'],
  [{ ...RIGHT, cve: 7 }, '[0].cve: got 7, expected a text'],
  [
    { ...RIGHT, reason: 'because' },
    '[0].reason: got "because", expected a sentence of at least 10 characters',
  ],
  [
    { ...RIGHT, reason: undefined },
    '[0].reason: got nothing, expected a sentence of at least 10 characters',
  ],
  [
    { ...RIGHT, owner: ' ' },
    '[0].owner: got nothing, expected the person or team that answers for it',
  ],
  [
    { ...RIGHT, until: '2026-02-30' },
    '[0].until: got "2026-02-30", expected the last day on which it holds, as YYYY-MM-DD',
  ],
  [{ ...RIGHT, until: 20260331 }, '[0].until: got 20260331, expected a text'],
  [
    { ...RIGHT, packages: 'x' },
    '[0]: got a key "packages", expected cve, notice, package, reason, owner, until; did you mean \'package\'?',
  ],
  ['CVE-2026-0001', '[0]: got "CVE-2026-0001", expected an object'],
])('refuses %p', async (json, line) => {
  expect(await refusal(() => read(json))).toContain(`exemptions.json${line}`);
});

test('a wrong type is told once', async () => {
  const json = { ...RIGHT, cve: 7, reason: 7, owner: 7, until: 7 };
  expect(await refusal(() => read(json))).toHaveLength(4);
});

test('tells every problem of every exemption at once', async () => {
  const lines = await refusal(() =>
    read({ ...RIGHT, owner: '' }, RIGHT, { ...RIGHT, until: 'soon' }),
  );
  expect(lines.map((line) => line.split(':')[0])).toEqual([
    'exemptions.json[0].owner',
    'exemptions.json[2].until',
  ]);
});

test('refuses what is no list', async () => {
  const lines = await refusal(() => readExemptions({}, 'exemptions.json'));
  expect(lines).toEqual(['exemptions.json: got an object, expected a list of exemptions as JSON']);
});
