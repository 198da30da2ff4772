/** What a refusal looks like: lines that each say what was got, what was expected and what to do. */

/** One thing that is wrong with what the caller gave. */
export interface Problem {
  /** The option, file or place in it, as the caller knows it. */
  readonly at: string;
  /** What was given, in words that hold no secret. */
  readonly got: string;
  /** What would be right. */
  readonly expected: string;
  /** What to do, where `expected` does not say it. */
  readonly remedy?: string;
}

const MARK = 'Refusal';

/** Ends the command: throws one error that names every problem. */
export function refuse(...problems: readonly Problem[]): never {
  const error = new Error(problems.map(line).join('\n'));
  error.name = MARK;
  throw error;
}

/** Whether an error was made by `refuse`; anything else is our own bug. */
export const isRefusal = (error: unknown): error is Error =>
  typeof error === 'object' && (error as Error | null)?.name === MARK;

const line = ({ at, got, expected, remedy }: Problem) =>
  `${at}: got ${got}, expected ${expected}${remedy === undefined ? '' : `; ${remedy}`}`;
