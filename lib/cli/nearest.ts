/** `did you mean 'x'?` for the nearest name, or undefined when none is near. */
export function didYouMean(name: string, names: readonly string[]): string | undefined {
  // nobody means a name by a text that is much longer than any.
  if (name.length > 40) return undefined;
  const [best] = names
    .map((candidate) => ({ candidate, far: distance(name, candidate) }))
    .filter(({ far, candidate }) => far <= Math.max(2, name.length / 5) && far < candidate.length)
    .sort((a, b) => a.far - b.far);
  return best && `did you mean '${best.candidate}'?`;
}

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
