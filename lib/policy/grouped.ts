/** Things by their keys, in their order: to look one up, where to go through all of them each time would take ever longer. */
export function groupedBy<T>(
  things: readonly T[],
  keysOf: (thing: T) => string | readonly string[] | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of [keysOf(thing) ?? []].flat()) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}
