/** What a certificate has to be before it is served. */
import { X509Certificate } from 'crypto';
import { rootCertificates } from 'tls';
import { Problem } from './failure';
import { Pair, hasOwnKey } from './pair';

export interface Circumstances {
  /** The hosts that it has to cover. */
  readonly hosts: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds by which clocks may differ. */
  readonly skew: number;
  /** Roots that are trusted besides those of Node. */
  readonly roots: readonly X509Certificate[];
}

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';

/** All that is wrong with a pair. */
export function problemsOf(pair: Pair, around: Circumstances): Problem[] {
  return [
    ...ofKey(pair),
    ...ofLeaf(pair, around),
    ...ofChain(pair, around),
    ...pair.chain.flatMap((it, i) => ofDates(it, i, around)),
  ];
}

function ofKey(pair: Pair): Problem[] {
  if (hasOwnKey(pair)) return [];
  return [{ at: 'private key', got: 'that of another certificate', expected: 'its own' }];
}

function ofLeaf({ chain: [leaf] }: Pair, { hosts }: Circumstances): Problem[] {
  const problems = hosts
    .filter((host) => !covers(leaf, host))
    .map((host) => ({
      at: 'hosts',
      got: namesOf(leaf).slice(0, 5).join(', ') || 'no name',
      expected: `${host} among them`,
    }));
  if (leaf.ca) {
    const got = 'the certificate of an authority';
    problems.unshift({ at: 'certificate', got, expected: 'that of a server first' });
  }
  // Node calls the extended usage by this name; a certificate without one is for everything.
  const usage = leaf.keyUsage as readonly string[] | undefined;
  if (usage && !usage.includes(SERVER_AUTHENTICATION)) {
    problems.push({ at: 'certificate', got: 'another use', expected: 'authentication of servers' });
  }
  return problems;
}

function ofChain({ chain }: Pair, { roots }: Circumstances): Problem[] {
  const last = chain[chain.length - 1];
  const broken = chain.findIndex((it, i) => i > 0 && !isIssuedBy(chain[i - 1], it));
  if (broken > 0) {
    const got = `place ${broken + 1} is not the issuer of place ${broken}`;
    return [{ at: 'chain', got, expected: 'each certificate followed by its issuer' }];
  }
  if (isRooted(last, roots)) return [];
  const got = `an end at ${commonNameIn(last.issuer)}`;
  return [{ at: 'chain', got, expected: 'all certificates up to a root that is trusted' }];
}

function ofDates(it: X509Certificate, place: number, { now, skew }: Circumstances): Problem[] {
  const at = place === 0 ? 'validity' : `validity of place ${place + 1}`;
  const problems: Problem[] = [];
  // ended by our clock is ended; about to end by any clock is not worth serving either.
  if (endOf(it) <= now + skew) {
    problems.push({ at, got: `an end at ${dateOf(endOf(it))}`, expected: 'one that lies ahead' });
  }
  if (beginOf(it) > now + skew) {
    const got = `a beginning at ${dateOf(beginOf(it))}`;
    problems.push({ at, got, expected: 'one that has passed' });
  }
  return problems;
}

/** Whether a browser that asks for the host takes the certificate. */
export function covers(leaf: X509Certificate, host: string): boolean {
  // a host with a wildcard is a name of its own here.
  if (host.startsWith('*.')) return namesOf(leaf).includes(host.toLowerCase());
  return leaf.checkHost(host, { subject: 'never' }) !== undefined;
}

const namesOf = (leaf: X509Certificate): string[] =>
  [...(leaf.subjectAltName ?? '').matchAll(/(?:^|, )DNS:([\w.*-]+)/g)].map(([, name]) =>
    name.toLowerCase(),
  );

const isIssuedBy = (it: X509Certificate, issuer: X509Certificate) =>
  issuer.ca && it.checkIssued(issuer) && it.verify(issuer.publicKey);

/** Whether the certificate is a trusted root, or was issued by one. */
function isRooted(last: X509Certificate, roots: readonly X509Certificate[]): boolean {
  const isEnd = (root: X509Certificate) =>
    root.fingerprint256 === last.fingerprint256 || isIssuedBy(last, root);
  return roots.some(isEnd) || rootCertificates.some((pem) => isEnd(new X509Certificate(pem)));
}

/** The common name in a name as Node writes it. */
const commonNameIn = (name: string) => /^CN=(.*)$/m.exec(name)?.[1] ?? 'an issuer without a name';

export const endOf = (it: X509Certificate): number => Date.parse(it.validTo);
export const beginOf = (it: X509Certificate): number => Date.parse(it.validFrom);

/** A moment as log lines show it. */
export const dateOf = (time: number): string => new Date(time).toISOString();
