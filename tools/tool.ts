/** What every tool shares: one clear line for bad input, and help with names nearly right. */
import * as path from 'path';

/** Runs a tool's work; whatever goes wrong is one message on stderr and exit code 1. */
export function runTool(work: () => Promise<number | void>): void {
  work().then(
    (code) => {
      process.exitCode = code ?? 0;
    },
    (error: Error) => {
      console.error(process.env.DEBUG ? error.stack : error.message);
      process.exitCode = 1;
    },
  );
}

/** The arguments given to the tool. */
export const argumentsOf = (argv: readonly string[] = process.argv): string[] => argv.slice(2);

/** Splits arguments into flags and the rest; throws for a flag that is not known. */
export function readArguments<Flag extends string>(
  args: readonly string[],
  known: readonly Flag[],
) {
  const flags = new Set<Flag>();
  const rest: string[] = [];
  for (const arg of args) {
    if (!arg.startsWith('-')) rest.push(arg);
    else if (known.includes(arg as Flag)) flags.add(arg as Flag);
    else
      throw new Error(
        `got ${arg}, expected ${known.join(', ') || 'no flag'}${didYouMean(arg, known)}`,
      );
  }
  return { flags, rest };
}

/** A path as a reader in the checkout would write it. */
export function shown(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative || '.';
}

/** `; did you mean 'x'?` for the nearest name, or nothing when none is near. */
export function didYouMean(name: string, names: readonly string[]): string {
  const [best] = names
    .map((candidate) => ({ candidate, far: distance(name, candidate) }))
    .filter(({ far }) => far <= Math.max(2, name.length / 5))
    .sort((a, b) => a.far - b.far);
  return best ? `; did you mean '${best.candidate}'?` : '';
}

/** Seconds since the moment given, as people write them. */
export const secondsSince = (start: number): string =>
  `${((Date.now() - start) / 1000).toFixed(1)} s`;

// the number of letters to insert, drop or replace, row by row.
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next[j] = Math.min(replaced, row[j] + 1, next[j - 1] + 1);
    }
    row = next;
  }
  return row[to.length];
}
