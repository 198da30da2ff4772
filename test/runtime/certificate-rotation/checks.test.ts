import { X509Certificate } from 'crypto';
import { rootCertificates } from 'tls';
import { covers, problemsOf } from '../../../lib/runtime/certificate-rotation/checks';
import { line } from '../../../lib/runtime/certificate-rotation/failure';
import { readPair } from '../../../lib/runtime/certificate-rotation/pair';
import { DAY, Issued, authorities, issue } from '../../kit/rotation/authority';

let root: X509Certificate;
beforeAll(async () => {
  root = new X509Certificate((await authorities()).root.certificate);
});

function problems(issued: Issued, change: object = {}): string[] {
  const { pair } = readPair(issued.certificate + issued.intermediate, issued.privateKey);
  const around = { hosts: ['www.example.com'], now: Date.now(), skew: 300_000, roots: [root] };
  return problemsOf(pair!, { ...around, ...change }).map(line);
}

test('a sound pair has no problem', async () => {
  expect(problems(await issue())).toEqual([]);
});

test('all that is wrong is told at once', async () => {
  const wrong = { ...(await issue({ hosts: ['a.org'], to: -0.5, usage: '1.3.6.1.5.5.7.3.2' })) };
  const found = problems({ ...wrong, intermediate: '', privateKey: (await issue()).privateKey });
  expect(found.map((it) => it.replace(/\d{4}-.*Z/, 'TIME'))).toEqual([
    'private key: got that of another certificate, expected its own',
    'hosts: got a.org, expected www.example.com among them',
    'certificate: got another use, expected authentication of servers',
    'chain: got an end at Test Authority, expected all certificates up to a root that is trusted',
    'validity: got an end at TIME, expected one that lies ahead',
  ]);
});

test('a chain goes from each to its issuer', async () => {
  const issued = await issue();
  const turned = { ...issued, certificate: issued.intermediate, intermediate: issued.certificate };
  expect(problems(turned)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^certificate: got the certificate of an authority/),
      expect.stringMatching(/^chain: got place 2 is not the issuer of place 1/),
    ]),
  );
});

test('a chain may end with its root, if that is trusted', async () => {
  const issued = await issue();
  const whole = { ...issued, intermediate: issued.intermediate + root.toString() };
  expect(problems(whole)).toEqual([]);
  expect(problems(whole, { roots: [] })).toEqual([
    expect.stringMatching(/^chain: got an end at Test Root/),
  ]);
});

test('the roots that Node brings are trusted', async () => {
  const known = new X509Certificate(rootCertificates[0]);
  const { key } = readPair((await issue()).certificate, (await issue()).privateKey).pair!;
  const found = problemsOf(
    { chain: [known], key, keyText: '' },
    { hosts: [], now: Date.now(), skew: 0, roots: [] },
  );
  expect(found.filter(({ at }) => at === 'chain')).toEqual([]);
});

test('clocks may differ, by so much and no more', async () => {
  const young = await issue({ from: 1, to: 90 });
  const now = Date.now() + DAY;
  expect(problems(young, { now: now - 200_000 })).toEqual([]);
  expect(problems(young, { now: now - 400_000 })).toHaveLength(1);
  const end = young.end;
  expect(problems(young, { now: end - 400_000 })).toEqual([]);
  expect(problems(young, { now: end - 200_000 })).toHaveLength(1);
  expect(problems(young, { now: end + 200_000 })).toHaveLength(1);
});

test('an intermediate has an end, too', async () => {
  expect(problems(await issue({ issuer: 'ended' }))).toEqual([
    expect.stringMatching(/^validity of place 2: got an end at/),
  ]);
});

test.each([
  [['www.example.com'], 'www.example.com', true],
  [['WWW.Example.com'], 'www.example.com', true],
  [['*.example.com'], 'www.example.com', true],
  [['*.example.com'], 'a.www.example.com', false],
  [['*.example.com'], 'example.com', false],
  [['*.example.com'], '*.example.com', true],
  [['www.example.com'], '*.example.com', false],
  [['other.example.com'], 'www.example.com', false],
])('a certificate for %p covers %s: %p', async (hosts, host, expected) => {
  expect(covers(new X509Certificate((await issue({ hosts })).certificate), host)).toBe(expected);
});
