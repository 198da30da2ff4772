/** A certificate with its chain and its key, read from PEM. */
import { KeyObject, X509Certificate, createPrivateKey } from 'crypto';
import { Problem } from './failure';

export interface Pair {
  /** The certificate itself, then what issued it, and so on. */
  readonly chain: readonly X509Certificate[];
  readonly key: KeyObject;
  /** The key's PEM, without what stood around it. */
  readonly keyText: string;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g;
const PRIVATE_KEY = /^[^-]*(-----BEGIN ((?:RSA |EC )?PRIVATE KEY)-----\s[^-]+-----END \2-----)\s*$/;
// OpenSSL writes the curve before the key, where it stands once more.
const CURVE = /-----BEGIN EC PARAMETERS-----[^-]+-----END EC PARAMETERS-----/;
const MOST_CERTIFICATES = 10;

/** The pair in two texts; where it cannot be read, what stands in the way. */
export function readPair(
  certificates: string,
  privateKey: string,
): { readonly pair?: Pair; readonly problems: readonly Problem[] } {
  const { chain, problem } = readCertificates(certificates);
  const { key, keyText, problem: keyProblem } = readKey(privateKey);
  const problems = [problem, keyProblem].filter((it) => it !== undefined);
  if (!chain || !key || problems.length > 0) return { problems };
  return { pair: { chain, key, keyText }, problems };
}

/** The certificates in a text in their order, each once. */
export function readCertificates(text: string): {
  readonly chain?: readonly X509Certificate[];
  readonly problem?: Problem;
} {
  const wrong = (got: string) => ({
    problem: { at: 'certificate', got, expected: 'certificates in PEM' },
  });
  const blocks = text.match(CERTIFICATE) ?? [];
  if (text.trim() === '') return wrong('nothing');
  if (text.replace(CERTIFICATE, '').includes('-----')) return wrong('PEM of something else');
  if (blocks.length === 0) return wrong(`another text of ${text.length} characters`);
  if (blocks.length > MOST_CERTIFICATES) return wrong(`${blocks.length} certificates`);
  try {
    const all = blocks.map((block) => new X509Certificate(block));
    const seen = new Set<string>();
    return { chain: all.filter(({ fingerprint256: it }) => !seen.has(it) && seen.add(it)) };
  } catch {
    return wrong('PEM that holds no certificate');
  }
}

function readKey(text: string): {
  readonly key?: KeyObject;
  readonly keyText: string;
  readonly problem?: Problem;
} {
  const wrong = (got: string) => ({
    keyText: '',
    problem: { at: 'private key', got, expected: 'one private key in PEM without a password' },
  });
  if (text.trim() === '') return wrong('nothing');
  if (/ENCRYPTED/.test(text)) return wrong('an encrypted key');
  const found = PRIVATE_KEY.exec(text.replace(CURVE, ''));
  if (!found) return wrong(`another text of ${text.length} characters`);
  try {
    return { key: createPrivateKey(found[1]), keyText: `${found[1]}\n` };
  } catch {
    return wrong('PEM that holds no private key');
  }
}

/** Whether two pairs are the same, however they are written down. */
export function isSamePair(one: Pair, other: Pair): boolean {
  return (
    one.chain.length === other.chain.length &&
    one.chain.every((it, i) => it.fingerprint256 === other.chain[i].fingerprint256) &&
    one.key.equals(other.key)
  );
}

/** Whether the key is that of the certificate. */
export const hasOwnKey = ({ chain: [leaf], key }: Pair): boolean => leaf.checkPrivateKey(key);

/** The pair as a TLS secret holds it: the chain leaf first, then the key. */
export const textsOf = ({ chain, keyText }: Pair) => ({
  certificate: chain.map((it) => `${it.toString().trim()}\n`).join(''),
  privateKey: keyText,
});
