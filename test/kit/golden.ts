/** Synthesized Terraform in the one form that is compared and reviewed. */

type Json = Record<string, unknown>;

/**
 * Sorted keys, no paths of a machine and no versions of tools; waivers stay, since they are part of what was decided.
 */
export function canonical(synthesized: unknown): string {
  const document = structuredClone(synthesized) as Json & { terraform?: Json };
  delete document['//'];
  delete document.terraform?.backend;
  return `${JSON.stringify(clean(document), null, 2)}\n`;
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .map(
      ([key, item]) => [key, key === '//' ? withoutMetadata(item as Json) : clean(item)] as const,
    )
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members);
}

function withoutMetadata(comment: Json): Json | undefined {
  const { waivers } = comment;
  return waivers === undefined ? undefined : { waivers };
}
