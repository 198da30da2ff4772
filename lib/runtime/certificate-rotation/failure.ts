/** What ends a piece of work before its time, in words that hold no secret. */
import { FailureKind } from './contract';

/** One thing that is wrong. */
export interface Problem {
  /** Where. */
  readonly at: string;
  /** What is there, described and never quoted where it may be a secret. */
  readonly got: string;
  /** What would be right. */
  readonly expected: string;
}

export interface Failure extends Error {
  readonly kind: FailureKind;
  readonly problems: readonly Problem[];
}

const MARK = 'Failure';

/** Ends the work; the caller logs the problems and goes on with what does not depend on it. */
export function fail(kind: FailureKind, ...problems: readonly Problem[]): never {
  const error = new Error(problems.map(line).join('\n'));
  error.name = MARK;
  throw Object.assign(error, { kind, problems });
}

/** Whether an error was made by `fail`; anything else is our own bug. */
export const isFailure = (error: unknown): error is Failure =>
  typeof error === 'object' && (error as Error | null)?.name === MARK;

/** A problem as a line of a log shows it. */
export const line = ({ at, got, expected }: Problem): string =>
  `${at}: got ${got}, expected ${expected}`;
