/** What rules look at, as JSON for other engines: one shape whatever the input was. */
import { Block, referencesOf, wholeOf } from '../../policy/graph';
import { Value, isRecord, isUnknown } from '../../policy/value';

/** Raised when a member changes or goes; members may be added. */
const VERSION = 1;

/** Every block of every stack; what only Terraform knows is null and listed, and no sensitive value is there. */
export const emitted = (input: string, stacks: ReadonlyMap<string, readonly Block[]>): string =>
  `${JSON.stringify(
    {
      version: VERSION,
      input,
      stacks: [...stacks].map(([name, blocks]) => ({ name, blocks: blocks.map(blockOf) })),
    },
    null,
    2,
  )}\n`;

const blockOf = (block: Block) => {
  const { address, kind, type, body, read, waivers, path, file, line } = block;
  const whole = wholeOf(block);
  return {
    address,
    kind,
    type,
    path: path ?? null,
    file: file ?? null,
    line: line ?? null,
    values: plain(whole),
    unknown: [...unknownIn(whole)],
    references: [...new Set(referencesOf(body, read).map(([, reference]) => reference))],
    waivers,
  };
};

function plain(value: Value): unknown {
  if (value === undefined || isUnknown(value)) return null;
  if (Array.isArray(value)) return (value as readonly Value[]).map(plain);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, plain(it)]));
}

/** The attributes whose values only Terraform knows: `run_env_variables.0.value`. */
function* unknownIn(value: Value, path = ''): Generator<string> {
  if (isUnknown(value)) yield path;
  const members: [string | number, Value][] = Array.isArray(value)
    ? [...(value as readonly Value[]).entries()]
    : isRecord(value)
      ? Object.entries(value)
      : [];
  for (const [name, it] of members)
    yield* unknownIn(it, path === '' ? `${name}` : `${path}.${name}`);
}
