/** Which types get bindings: `provider/types.json`, checked against what `provider/` holds. */
import * as path from 'path';
import {
  BlockSchema,
  PROVIDER_DIR,
  ProviderData,
  TypeData,
  TypeList,
  readTypeList,
} from './provider-data';
import { didYouMean, shown } from './tool';

export interface WantedTypes {
  readonly resources: readonly string[];
  readonly dataSources: readonly string[];
}

const KINDS = [
  { key: 'resources', word: 'resource', folder: 'resources' },
  { key: 'dataSources', word: 'data source', folder: 'data-sources' },
] as const;

/** The types that get bindings; throws one line for the first that is unknown or stands twice. */
export function wantedTypes(data: ProviderData, dir: string = PROVIDER_DIR): WantedTypes {
  const listed = listedTypes(dir);
  for (const { key, word, folder } of KINDS) {
    for (const name of listed[key]) {
      const where = `${shown(path.join(dir, 'types.json'))}: got ${word} '${name}'`;
      const known = data[key];
      if (!(name in known)) {
        const near = didYouMean(name, Object.keys(known));
        throw new Error(`${where}, expected a type of ${shown(path.join(dir, folder))}${near}`);
      }
      checkShape(known[name], shown(path.join(dir, folder, `${name}.json`)));
    }
  }
  return listed;
}

/** The names in `types.json`, recorded or not; throws for one that stands twice. */
export function listedTypes(dir: string = PROVIDER_DIR): WantedTypes {
  const list = readTypeList(dir);
  const file = shown(path.join(dir, 'types.json'));
  const [resources, dataSources] = KINDS.map(({ key, word }) => flatten(list, key, word, file));
  return { resources, dataSources };
}

function flatten(list: TypeList, key: keyof TypeList, word: string, file: string): string[] {
  const folders = new Map<string, string>();
  for (const [folder, names] of Object.entries(list[key] ?? {})) {
    for (const name of names) {
      const first = folders.get(name);
      if (first !== undefined) {
        throw new Error(
          `${file}: got ${word} '${name}' under '${first}' and '${folder}', expected it once`,
        );
      }
      folders.set(name, folder);
    }
  }
  return [...folders.keys()];
}

function checkShape(type: TypeData, file: string): void {
  if (typeof type?.schema?.block !== 'object' || typeof type.facts?.attributes !== 'object') {
    throw new Error(
      `${file}: got no \`schema.block\` with \`facts.attributes\`, expected both${REMEDY}`,
    );
  }
  const broken = brokenPath(type.schema.block);
  if (broken) throw new Error(`${file}: got no type of '${broken}', expected one${REMEDY}`);
}

const REMEDY = '; restore the file or refresh `provider/`';

// the generator stops at such an attribute without a word on which it was.
function brokenPath(block: BlockSchema, prefix = ''): string | undefined {
  const attributes = Object.entries(block.attributes ?? {});
  const untyped = attributes.find(([, attribute]) => attribute?.type === undefined);
  if (untyped) return prefix + untyped[0];
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const path = prefix + name;
    const broken = nested?.block ? brokenPath(nested.block, `${path}.`) : path;
    if (broken) return broken;
  }
  return undefined;
}
