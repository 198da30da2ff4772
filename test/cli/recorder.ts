/** A world for commands that writes down what they say, and in which time passes without waiting. */
import { World, makeVeil } from '../../lib/cli/world';

export interface Recorder extends World {
  readonly said: { out: string; told: string };
  /** How long the command slept, each time. */
  readonly slept: number[];
}

export interface Circumstances {
  readonly env?: Record<string, string>;
  readonly isTerminal?: boolean;
  /** What is piped in; without it stdin is a terminal. */
  readonly stdin?: string | Uint8Array;
  readonly now?: string;
}

export function recorder(given: Circumstances = {}): Recorder {
  const said = { out: '', told: '' };
  const slept: number[] = [];
  const veil = makeVeil();
  let now = Date.parse(given.now ?? '2026-03-01T12:00:00Z');
  const { stdin } = given;
  return {
    said,
    slept,
    env: given.env ?? {},
    isTerminal: given.isTerminal ?? false,
    stdin: stdin === undefined ? undefined : streamOf(stdin),
    out: (text) => void (said.out += veil.over(text)),
    tell: (text) => void (said.told += veil.over(text)),
    hide: veil.hide,
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

async function* streamOf(content: string | Uint8Array) {
  yield Buffer.from(content as string);
}

/** The lines of a refusal that `work` ends with; fails when it ends well or by a bug. */
export async function refusal(work: () => unknown): Promise<string[]> {
  try {
    await work();
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'Refusal') throw error;
    const lines = message.split('\n');
    for (const line of lines) {
      expect(line).toMatch(/^\S[^\n]*: got [^\n]+, expected [^\n]+[^.!]$/);
      expect(line).not.toMatch(/invalid|illegal|please/i);
    }
    return lines;
  }
  throw new Error('got no refusal, expected one');
}
