/** Log lines: one JSON object each, and none with a secret in it. */

export type Level = 'info' | 'warning' | 'error';

/** What a line says in one sentence, for each event there is. */
export const MESSAGES = {
  started: 'the rotator starts',
  'notice-unread': 'the notification is not in a known form; all certificates are looked at anyway',
  noticed: 'a notification names secrets; all certificates are looked at anyway',
  retry: 'a call did not succeed and is made again',
  writing: 'the TLS secret is about to get the newer certificate',
  stale: 'somebody else changed the TLS secret; it is read again',
  busy: 'the TLS secret is being changed; it is read again',
  unchanged: 'the TLS secret holds what Secrets Manager holds',
  rotated: 'the TLS secret got the certificate of Secrets Manager and was read back',
  'expires-soon': 'the served certificate ends soon and Secrets Manager has no newer one',
  deploying: 'a domain mapping is still taking up the certificate',
  failed: 'a certificate was not carried over',
  unusable: 'the rotator cannot begin',
  finished: 'the rotator ends',
  bug: 'bug in the rotator',
} as const;

export type Event = keyof typeof MESSAGES;
export type Fields = Readonly<Record<string, unknown>>;

export interface Log {
  write(level: Level, event: Event, fields?: Fields): void;
  /** From here on, a secret is not written anywhere. */
  hide(secret: string): void;
}

const LONGEST_TEXT = 300;
const SHORTEST_SECRET = 8;

/** A log that takes secrets out of its lines: the last defence, behind lines that never hold one. */
export function makeLog(write: (line: string) => void, now: () => number, run: string): Log {
  const secrets = new Set<string>();
  const veiled = (text: string) =>
    [...secrets].reduce((seen, secret) => seen.split(secret).join('***'), text);
  // a text is veiled before it is cut, so that no part of a secret is left.
  const shown = (_key: string, value: unknown) =>
    typeof value === 'string' ? cut(veiled(value)) : value;
  return {
    write(level, event, fields = {}) {
      const time = new Date(now()).toISOString();
      write(
        JSON.stringify({ time, level, event, message: MESSAGES[event], run, ...fields }, shown),
      );
    },
    hide(secret) {
      // a key in PEM is as secret line by line.
      for (const part of [secret, ...secret.split(/\s+/)]) {
        if (part.length >= SHORTEST_SECRET && !part.startsWith('-----')) secrets.add(part);
      }
    },
  };
}

const cut = (text: string) =>
  text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
