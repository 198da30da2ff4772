/** What is to be done about one TLS secret: a pure judgement over what was read. */
import { Circumstances, beginOf, covers, dateOf, endOf, problemsOf } from './checks';
import { FailureKind } from './contract';
import { Problem } from './failure';
import { Pair, hasOwnKey, isSamePair, readPair } from './pair';
import { SourceSecret, TargetSecret } from './ports';

export type Decision =
  | { readonly action: 'keep'; readonly pair: Pair }
  | { readonly action: 'write'; readonly pair: Pair; readonly served: Pair | undefined }
  | {
      readonly action: 'refuse';
      readonly kind: FailureKind;
      readonly problems: readonly Problem[];
    };

const TYPES = ['public_cert', 'imported_cert'];

/** Judges; nothing is ever written but what passes every check and is newer than what is served. */
export function decide(
  source: SourceSecret,
  target: TargetSecret,
  around: Circumstances,
): Decision {
  if (target.format !== 'tls') {
    const got = 'another format';
    return refuse('targetRefused', { at: 'TLS secret', got, expected: 'the format tls' });
  }
  const { pair, problems } = fitPair(source, around);
  if (!pair || problems.length > 0) return refuse('sourceUnfit', ...problems);
  const served = servedPair(target, around.hosts);
  if (!served) return { action: 'write', pair, served };
  if (isSamePair(pair, served)) return { action: 'keep', pair };
  const isSameLeaf = pair.chain[0].fingerprint256 === served.chain[0].fingerprint256;
  // the same certificate again, and this time with its chain.
  if (isSameLeaf || isNewer(pair, served)) return { action: 'write', pair, served };
  return refuse('sourceOlder', {
    at: 'Secrets Manager',
    got: `a certificate that ends at ${dateOf(endOf(pair.chain[0]))}`,
    expected: `one that ends after the served one, ${dateOf(endOf(served.chain[0]))}`,
  });
}

function fitPair(source: SourceSecret, around: Circumstances) {
  const { pair, problems } = readPair(
    `${source.certificate}\n${source.intermediate}`,
    source.privateKey,
  );
  const all = [...ofSecret(source), ...problems, ...(pair ? problemsOf(pair, around) : [])];
  return { pair, problems: all };
}

function ofSecret({ type, state }: SourceSecret): Problem[] {
  const problems: Problem[] = [];
  if (!TYPES.includes(type)) {
    problems.push({ at: 'secret', got: 'another type', expected: `one of ${TYPES.join(', ')}` });
  }
  if (state !== 'active') {
    problems.push({ at: 'secret', got: 'another state', expected: 'the state active' });
  }
  return problems;
}

// what nobody could be served with counts as nothing, however new it is.
function servedPair(target: TargetSecret, hosts: readonly string[]): Pair | undefined {
  const { pair } = readPair(target.certificate, target.privateKey);
  if (!pair || !hasOwnKey(pair)) return undefined;
  return hosts.some((host) => covers(pair.chain[0], host)) ? pair : undefined;
}

// some authorities issue anew with the same end: then the later beginning is the newer.
function isNewer({ chain: [one] }: Pair, { chain: [other] }: Pair): boolean {
  const ends = endOf(one) - endOf(other);
  return ends > 0 || (ends === 0 && beginOf(one) > beginOf(other));
}

const refuse = (kind: FailureKind, ...problems: readonly Problem[]): Decision => ({
  action: 'refuse',
  kind,
  problems,
});
