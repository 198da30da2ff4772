import { Construct } from 'constructs';
import { Problem } from './checks';

/** Refuses a construct: throws one error that names every problem, or does nothing when there is none. */
export function reject(construct: Construct, problems: readonly Problem[]): void {
  throwProblems(`${construct.constructor.name} '${construct.node.path}'`, problems);
}

/** Refuses a value that is not a construct, such as a `Probe`. */
export function rejectValue(what: string, problems: readonly Problem[]): void {
  throwProblems(what, problems);
}

function throwProblems(what: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  throw new Error(
    [`${what} cannot be defined:`, ...problems.map((it) => `  ${line(it)}`)].join('\n'),
  );
}

/** A problem as a line of a refusal. */
export const line = ({ prop, got, expected, remedy }: Problem) =>
  `${prop}: got ${got}, expected ${expected}${remedy === undefined ? '' : `; ${remedy}`}`;
