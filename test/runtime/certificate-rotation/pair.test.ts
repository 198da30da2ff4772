import {
  hasOwnKey,
  isSamePair,
  readCertificates,
  readPair,
  textsOf,
} from '../../../lib/runtime/certificate-rotation/pair';
import { Issued, issue, keyTextOf } from '../../kit/rotation/authority';

let [one, other]: Issued[] = [];
beforeAll(async () => {
  [one, other] = [await issue(), await issue()];
});

const chainOf = ({ certificate, intermediate }: Issued) => certificate + intermediate;
const pairOf = (issued: Issued) => readPair(chainOf(issued), issued.privateKey).pair!;

test('a pair is read, and written as Terraform writes it', () => {
  expect(textsOf(pairOf(one))).toEqual({
    certificate: chainOf(one),
    privateKey: one.privateKey,
  });
});

test('a certificate that stands twice counts once', () => {
  const pair = readPair(chainOf(one) + one.intermediate, one.privateKey).pair!;
  expect(pair.chain).toHaveLength(2);
  expect(isSamePair(pair, pairOf(one))).toBe(true);
});

test('pairs are compared by what they say, not by how it is written', () => {
  const sec1 = readPair(chainOf(one).replace(/\n/g, '\r\n'), keyTextOf(one.keys, 'sec1')).pair!;
  expect(isSamePair(pairOf(one), sec1)).toBe(true);
  expect(isSamePair(pairOf(one), pairOf(other))).toBe(false);
  const leaf = readPair(one.certificate, one.privateKey).pair!;
  expect(isSamePair(pairOf(one), leaf)).toBe(false);
  const mixed = readPair(chainOf(one), other.privateKey).pair!;
  expect(isSamePair(pairOf(one), mixed)).toBe(false);
  expect([hasOwnKey(pairOf(one)), hasOwnKey(mixed)]).toEqual([true, false]);
});

test('what stands around a key is left behind', () => {
  const { pair } = readPair(chainOf(one), `Bag Attributes: none\n${one.privateKey}\n\n`);
  expect(pair?.keyText).toBe(one.privateKey);
});

test('both texts are told about at once, and never quoted', () => {
  const { pair, problems } = readPair('my certificate', 'my key');
  expect(pair).toBeUndefined();
  expect(problems.map(({ at, got }) => `${at}: ${got}`)).toEqual([
    'certificate: another text of 14 characters',
    'private key: another text of 6 characters',
  ]);
});

test.each([
  ['nothing', () => ' \n', 'nothing'],
  ['a key', () => one.privateKey, 'PEM of something else'],
  ['a key beside', () => one.certificate + one.privateKey, 'PEM of something else'],
  ['half', () => one.certificate.slice(0, 200), 'PEM of something else'],
  ['words', () => 'words', 'another text of 5 characters'],
  ['many', () => one.intermediate.repeat(11), '11 certificates'],
  [
    'noise',
    () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
    'PEM that holds no certificate',
  ],
])('%s in place of certificates', (_, text, got) => {
  expect(readCertificates(text()).problem?.got).toBe(got);
});

test.each([
  ['nothing', () => '', 'nothing'],
  ['an encrypted key', () => keyTextOf(one.keys, 'encrypted'), 'an encrypted key'],
  ['two keys', () => one.privateKey + one.privateKey, /^another text/],
  [
    'noise',
    () => '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
    'PEM that holds no private key',
  ],
])('%s in place of a key', (_, text, got) => {
  expect(readPair(chainOf(one), text()).problems[0].got).toEqual(
    typeof got === 'string' ? got : expect.stringMatching(got),
  );
});
