/** What the provider's schema says of the types in a case: read a type at a time, since most tests need few. */
import * as fs from 'fs';
import * as path from 'path';
import { BlockSchema, PROVIDER_DIR, TypeData } from '../../../tools/provider-data';

const NONE: BlockSchema = {};
const known = new Map<string, BlockSchema>();

/** The schema of a resource or data source; empty where the provider has no such type. */
export function schemaOf(kind: 'resource' | 'data' | 'provider', type: string): BlockSchema {
  const folder = kind === 'data' ? 'data-sources' : 'resources';
  const file =
    kind === 'provider'
      ? path.join(PROVIDER_DIR, 'provider.json')
      : path.join(PROVIDER_DIR, folder, `${type}.json`);
  const found = known.get(file);
  if (found) return found;
  const read = (): BlockSchema => {
    if (!fs.existsSync(file)) return NONE;
    const data = JSON.parse(fs.readFileSync(file, 'utf8')) as TypeData & {
      readonly configuration: TypeData;
    };
    return (kind === 'provider' ? data.configuration : data).schema.block;
  };
  const schema = read();
  known.set(file, schema);
  return schema;
}

/** The schema of a block in a body, or what stands for one where only its values show that it is one. */
export function blockIn(
  schema: BlockSchema,
  name: string,
  value: unknown,
): BlockSchema | undefined {
  const own = schema.block_types?.[name];
  if (own) return typeof value === 'object' && value !== null ? own.block : undefined;
  if (schema.attributes?.[name] || !Array.isArray(value)) return undefined;
  const isBlocks = value.length > 0 && value.every((it) => typeof it === 'object' && it !== null);
  return isBlocks ? NONE : undefined;
}
