/** Log lines: one JSON object each, few of a kind, and none with a value of the lock in it. */

/** What a line says in one sentence, for each event there is. */
export const GUARD_MESSAGES = {
  started: 'the guard listens',
  refused: 'a request did not show what only the edge knows',
  unfit: 'a request came through the edge in a form that is not passed on',
  unreachable: 'the app did not answer',
  broken: 'an answer of the app ended before its end',
  ending: 'the guard was told to end and lets open requests end first',
  ended: 'the guard ends',
  unusable: 'the guard cannot begin',
  bug: 'bug in the guard',
} as const;

type Event = keyof typeof GUARD_MESSAGES;
type Fields = Readonly<Record<string, unknown>>;

export interface Log {
  write(level: 'info' | 'warning' | 'error', event: Event, fields?: Fields): void;
}

/** Of each kind at most so many lines in so many milliseconds: who is refused must not fill the log. */
export const FEW = { lines: 10, window: 10_000 } as const;

const LONGEST_TEXT = 200;

export function makeLog(write: (line: string) => void, now: () => number): Log {
  const windows = new Map<Event, { begin: number; lines: number; dropped: number }>();
  const shown = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;

  return {
    write(level, event, fields = {}) {
      const time = now();
      const seen = windows.get(event) ?? { begin: time, lines: 0, dropped: 0 };
      windows.set(event, seen);
      const isNew = time - seen.begin >= FEW.window;
      if (!isNew && seen.lines === FEW.lines) {
        seen.dropped++;
        return;
      }
      // what was left out is told with the next line.
      const more = seen.dropped > 0 ? { leftOut: seen.dropped } : {};
      const line = { time: new Date(time).toISOString(), level, event };
      const message = GUARD_MESSAGES[event];
      write(JSON.stringify({ ...line, message, ...fields, ...more }, shown));
      const lines = isNew ? 1 : seen.lines + 1;
      windows.set(event, { begin: isNew ? time : seen.begin, lines, dropped: 0 });
    },
  };
}

/** The code of an error, which quotes nothing. */
export const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'unknown';
};
