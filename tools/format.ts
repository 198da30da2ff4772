/** The one form in which `provider/` is written: it reads well, and so does a diff of it. */

/** JSON with sorted keys, in which whatever fits a line stands on one. */
export function format(value: unknown, indent = '', room = 100): string {
  const flat = oneLine(value);
  if (flat.length + indent.length <= room || typeof value !== 'object' || value === null)
    return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item) => deeper + format(item, deeper, room));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const members = sorted(value).map(
    ([key, item]) => `${deeper}${JSON.stringify(key)}: ${format(item, deeper, room)}`,
  );
  return `{\n${members.join(',\n')}\n${indent}}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = sorted(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const sorted = (value: object) =>
  Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
