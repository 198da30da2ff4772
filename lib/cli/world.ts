/** All that a command sees of the process around it, so that a test can be that process. */

/** Where a command runs. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person reads stdout as it is written. */
  readonly isTerminal: boolean;
  /** What comes on stdin; undefined when a person would have to type it. */
  readonly stdin: AsyncIterable<Uint8Array> | undefined;
  /** The report: stdout. */
  out(text: string): void;
  /** All else: stderr. */
  tell(text: string): void;
  /** From here on, a secret is not written anywhere. */
  hide(secret: string): void;
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** The process itself. */
export function processWorld(): World {
  const veil = makeVeil();
  const { stdout, stderr, env } = process;
  return {
    env,
    isTerminal: stdout.isTTY,
    // touched only by who reads it: an open pipe that nobody fills would keep the process alive.
    get stdin() {
      return process.stdin.isTTY ? undefined : process.stdin;
    },
    out: (text) => void stdout.write(veil.over(text)),
    tell: (text) => void stderr.write(veil.over(text)),
    hide(secret) {
      veil.hide(secret);
    },
    now: Date.now,
    sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  };
}

/** Takes secrets out of texts; the last line of defence, behind errors that never name one. */
export function makeVeil() {
  const secrets = new Set<string>();
  return {
    hide(secret: string): void {
      if (secret.length > 0) secrets.add(secret);
    },
    over(text: string): string {
      return [...secrets].reduce((seen, secret) => seen.split(secret).join('***'), text);
    },
  };
}

/** Whether words may have a colour: a person reads them and did not decline. */
export const hasColour = ({ env, isTerminal }: Pick<World, 'env' | 'isTerminal'>): boolean =>
  isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
