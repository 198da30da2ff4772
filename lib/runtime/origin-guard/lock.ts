/** Whether a request shows the value that only the edge knows. */
import { createHash, timingSafeEqual } from 'crypto';

/** What a request shows: the right value, or why it is refused. */
export type Shown = 'right' | 'absent' | 'twice' | 'wrong';

export interface Lock {
  /** The name of the header, in lower case. */
  readonly name: string;
  /** Looks at the headers as they came, names and values in turn. */
  look(rawHeaders: readonly string[]): Shown;
}

// digests are of one length, so that not even the length of a value shows in the time that it takes.
const digest = (text: string) => createHash('sha256').update(text, 'latin1').digest();

export function makeLock(name: string, values: readonly string[]): Lock {
  const known = values.map(digest);
  return {
    name,
    look(rawHeaders) {
      const shown = rawHeaders.filter(
        (_, at) => at % 2 === 1 && rawHeaders[at - 1].toLowerCase() === name,
      );
      if (shown.length === 0) return 'absent';
      // the edge sets it once: who sends it beside that hopes for another reading somewhere.
      if (shown.length > 1) return 'twice';
      const seen = digest(shown[0]);
      // every value is compared, whichever fits.
      const fits = known.map((it) => timingSafeEqual(it, seen));
      return fits.includes(true) ? 'right' : 'wrong';
    },
  };
}

/** Whether a header is the lock's in some spelling: servers take underscores for hyphens. */
export const isSpellingOf = (name: string, header: string): boolean =>
  header.toLowerCase().replace(/_/g, '-') === name;
