/** Headers on their way through: as lists of names and values in turn, so that order, spelling and repetition stay. */
import { isSpellingOf } from './lock';

/** What concerns one connection, and not the message. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** What the guard says itself, whatever the request says. */
const OURS = ['host', 'content-length', 'expect', 'x-forwarded-host', 'http2-settings'];

export type RawHeaders = readonly string[];

/** Every value of a header, in the order in which they came. */
export const valuesOf = (raw: RawHeaders, name: string): string[] =>
  raw.filter((_, at) => at % 2 === 1 && raw[at - 1].toLowerCase() === name);

/** What goes to the app: without the lock, under the app's own host, the public one beside it. */
export function towardsApp(raw: RawHeaders, lockName: string, host: string): string[] {
  const [publicHost] = valuesOf(raw, 'host');
  const kept = without(
    raw,
    (name) => [...HOP_BY_HOP, ...OURS].includes(name) || isSpellingOf(lockName, name),
  );
  const beside = publicHost === undefined ? [] : ['X-Forwarded-Host', publicHost];
  return ['Host', host, ...kept, ...beside];
}

/** What goes back: all but what concerned the connection to the app. */
export const towardsEdge = (raw: RawHeaders): string[] =>
  without(raw, (name) => HOP_BY_HOP.includes(name));

function without(raw: RawHeaders, isLeftOut: (name: string) => boolean): string[] {
  // a header that `Connection` names is one of the connection, too; framing is none of it.
  const named = valuesOf(raw, 'connection')
    .flatMap((value) => value.toLowerCase().split(','))
    .map((name) => name.trim())
    .filter((name) => name !== 'content-length');
  return raw.filter((_, at) => {
    const name = raw[at - (at % 2)].toLowerCase();
    return !isLeftOut(name) && !named.includes(name);
  });
}

/**
 * How the body of a request is framed, said anew: its length, in pieces, or that there is none; undefined where it comes
 * in a way that the guard cannot pass on.
 */
export function framingOf(raw: RawHeaders, method: string): string[] | undefined {
  const encodings = valuesOf(raw, 'transfer-encoding');
  const lengths = valuesOf(raw, 'content-length');
  if (encodings.length > 0) {
    const isPlain = encodings.length === 1 && encodings[0].trim().toLowerCase() === 'chunked';
    return isPlain && lengths.length === 0 ? ['Transfer-Encoding', 'chunked'] : undefined;
  }
  if (lengths.length > 1) return undefined;
  if (lengths.length === 1) return ['Content-Length', lengths[0]];
  return ['GET', 'HEAD'].includes(method) ? [] : ['Content-Length', '0'];
}
