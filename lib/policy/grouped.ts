/** Things by their keys, in their order: to look one up, where to go through all of them each time would take ever longer. */
export function groupedBy<T>(
  things: readonly T[],
  keysOf: (thing: T) => string | readonly string[] | undefined,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const keys = keysOf(thing);
    if (keys === undefined) continue;
    for (const key of typeof keys === 'string' ? [keys] : keys) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}

/** What may belong to something, as a resource does. */
interface Belonging {
  has(attribute: string): boolean;
  known(attribute: string): string | undefined;
  isKnown(attribute: string): boolean;
  addresses(attribute: string): readonly string[];
  blocksAt(addresses: readonly string[]): readonly { readonly address: string }[];
}

/** What belongs to whom, by the attribute that names the owner: each resource is read once, whoever asks later. */
export function belongingsOf<T extends Belonging>(resources: readonly T[], attribute: string) {
  const told = resources.filter((it) => it.known(attribute) !== undefined);
  const untold = resources.filter((it) => it.known(attribute) === undefined);
  const owners = untold
    .filter((it) => !it.isKnown(attribute))
    .map((it) => it.blocksAt(it.addresses(attribute)).map(({ address }) => address))
    .map((addresses) => new Set(addresses));
  return {
    byId: groupedBy(told, (it) => it.known(attribute)),
    byAddress: groupedBy(resources, (it) => it.addresses(attribute)),
    hasIds: told.some((it) => it.has(attribute)),
    /** Addresses to which one belongs if to anything that is known here; empty for one that may belong to anybody. */
    open: new Set(owners.filter(({ size }) => size < 2).map(([...all]) => all[0] ?? '')),
  };
}
