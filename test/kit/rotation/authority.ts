/** A chain of certificate authorities, and the certificates that it issues: real ones, for tests alone. */
import 'reflect-metadata';
import { KeyObject, webcrypto } from 'crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto as never);

const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
};
export const DAY = 24 * 60 * 60 * 1000;
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

/** Someone with a name, a key and, once issued, a certificate. */
interface Holder {
  readonly name: string;
  readonly keys: webcrypto.CryptoKeyPair;
  readonly certificate: string;
}

export interface Wish {
  readonly hosts?: readonly string[];
  /** Days from now. */
  readonly from?: number;
  readonly to?: number;
  /** The moment at which it ends, in place of `to`. */
  readonly end?: number;
  readonly issuer?: keyof Authorities;
  readonly usage?: string;
  readonly ca?: boolean;
  readonly rsa?: boolean;
  /** Takes the key of another, as a renewal without `rotate_keys` does. */
  readonly like?: Issued;
}

export interface Issued {
  readonly keys: webcrypto.CryptoKeyPair;
  readonly certificate: string;
  readonly intermediate: string;
  readonly privateKey: string;
  readonly end: number;
}

export interface Authorities {
  /** Trusted by who trusts `roots`. */
  readonly root: Holder;
  readonly intermediate: Holder;
  /** Its own end has passed. */
  readonly ended: Holder;
  /** Trusted by nobody. */
  readonly strangerRoot: Holder;
  readonly stranger: Holder;
}

let made: Promise<Authorities> | undefined;

/** The authorities of this test run; their keys are made once. */
export const authorities = (): Promise<Authorities> => (made ??= makeAuthorities());

async function makeAuthorities(): Promise<Authorities> {
  const [root, strangerRoot] = await Promise.all(['Test Root', 'Stranger Root'].map(makeRoot));
  return {
    root,
    strangerRoot,
    intermediate: await makeIntermediate('Test Authority', root, 900),
    ended: await makeIntermediate('Ended Authority', root, -1),
    stranger: await makeIntermediate('Stranger Authority', strangerRoot, 900),
  };
}

const makeKeys = (rsa = false) =>
  webcrypto.subtle.generateKey(rsa ? RSA : EC, true, [
    'sign',
    'verify',
  ]) as Promise<webcrypto.CryptoKeyPair>;

async function makeRoot(name: string): Promise<Holder> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: EC,
    notBefore: new Date(Date.now() - 900 * DAY),
    notAfter: new Date(Date.now() + 900 * DAY),
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  return { name, keys, certificate: pemOf(certificate) };
}

async function makeIntermediate(name: string, issuer: Holder, to: number): Promise<Holder> {
  const keys = await makeKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: `CN=${issuer.name}`,
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: EC,
    notBefore: new Date(Date.now() - 800 * DAY),
    notAfter: new Date(Date.now() + to * DAY),
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  });
  return { name, keys, certificate: pemOf(certificate) };
}

let serials = 0x1000;

/** Issues a certificate, as Let's Encrypt does it: 90 days, one intermediate. */
export async function issue(wish: Wish = {}): Promise<Issued> {
  const { hosts = ['www.example.com'], from = -1, to = 89, issuer = 'intermediate' } = wish;
  const by = (await authorities())[issuer];
  const keys = wish.like?.keys ?? (await makeKeys(wish.rsa));
  const end = wish.end ?? Math.floor((Date.now() + to * DAY) / 1000) * 1000;
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: (serials++).toString(16),
    subject: `CN=${hosts[0] ?? 'nobody'}`,
    issuer: `CN=${by.name}`,
    publicKey: keys.publicKey,
    signingKey: by.keys.privateKey,
    signingAlgorithm: EC,
    notBefore: new Date(Math.floor((Date.now() + from * DAY) / 1000) * 1000),
    notAfter: new Date(end),
    extensions: [
      new x509.BasicConstraintsExtension(wish.ca ?? false, undefined, true),
      new x509.ExtendedKeyUsageExtension([wish.usage ?? SERVER_AUTHENTICATION]),
      new x509.SubjectAlternativeNameExtension(
        hosts.map((value) => ({ type: 'dns' as const, value })),
      ),
    ],
  });
  return {
    keys,
    certificate: pemOf(certificate),
    intermediate: by.certificate,
    privateKey: keyTextOf(keys),
    end,
  };
}

/** A certificate that vouches for itself. */
export async function selfSigned(host = 'www.example.com'): Promise<Issued> {
  const { keys, certificate } = await makeRoot(host);
  const end = Date.now() + 900 * DAY;
  return { keys, certificate, intermediate: '', privateKey: keyTextOf(keys), end };
}

const pemOf = (certificate: x509.X509Certificate) => `${certificate.toString('pem').trim()}\n`;

/** The private key in PEM; PKCS #8 unless asked for another form. */
export function keyTextOf(
  { privateKey }: webcrypto.CryptoKeyPair,
  form: 'pkcs8' | 'sec1' | 'pkcs1' | 'encrypted' = 'pkcs8',
): string {
  const key = KeyObject.from(privateKey);
  const encryption = { type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'x' };
  const options = form === 'encrypted' ? encryption : { type: form, format: 'pem' };
  return key.export(options as never) as string;
}
