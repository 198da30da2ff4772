/** The IBM provider as `provider/` records it: reading it and writing it. */
import * as fs from 'fs';
import * as path from 'path';
import { format } from './format';
import { shown } from './tool';

/** An attribute type in Terraform's own notation: `"string"`, `["list", "string"]`, … */
export type CtyType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | ['list' | 'set' | 'map', CtyType]
  | ['object', Record<string, CtyType>];

export interface AttributeSchema {
  readonly type: CtyType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
}

export interface NestedBlockSchema {
  readonly nesting_mode: 'single' | 'list' | 'set';
  readonly block: BlockSchema;
  readonly min_items?: number;
  readonly max_items?: number;
}

export interface BlockSchema {
  readonly attributes?: Record<string, AttributeSchema>;
  readonly block_types?: Record<string, NestedBlockSchema>;
  readonly deprecated?: boolean;
}

export interface TypeSchema {
  readonly version: number;
  readonly block: BlockSchema;
}

/** What the provider's own process tells of one attribute and its schema does not. */
export interface AttributeFacts {
  readonly default?: unknown;
  readonly forceNew?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: boolean;
  readonly allowed?: readonly (string | number)[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly format?: string;
  readonly element?: AttributeFacts;
  readonly conflictsWith?: readonly string[];
  readonly exactlyOneOf?: readonly string[];
  readonly atLeastOneOf?: readonly string[];
  readonly requiredWith?: readonly string[];
  readonly diffSuppress?: boolean;
  readonly stateFunc?: boolean;
  readonly checked?: 'custom';
}

export interface TypeFacts {
  readonly importer?: boolean;
  readonly updatable?: boolean;
  readonly customizeDiff?: boolean;
  readonly deprecated?: boolean;
  readonly timeouts?: Record<string, string>;
  /** By dotted path, as in `probe_liveness.interval`. */
  readonly attributes: Record<string, AttributeFacts>;
}

/** One type: what Terraform sees of it, and what only the provider knows. */
export interface TypeData {
  readonly schema: TypeSchema;
  readonly facts: TypeFacts;
}

export interface ProviderData {
  /** The provider's address as users write it, `IBM-Cloud/ibm`. */
  readonly source: string;
  /** The version that was read, `2.5.0`. */
  readonly version: string;
  /** The provider's own configuration block. */
  readonly configuration: TypeData;
  readonly resources: Record<string, TypeData>;
  readonly dataSources: Record<string, TypeData>;
}

/** The types that get bindings, by folder word. */
export interface TypeList {
  readonly resources: Record<string, readonly string[]>;
  readonly dataSources: Record<string, readonly string[]>;
}

/** Where the data lies in a checkout. */
export const PROVIDER_DIR = path.join(__dirname, '..', 'provider');

/** Terraform's key for the provider in `terraform providers schema -json`. */
export const REGISTRY_KEY = 'registry.terraform.io/ibm-cloud/ibm';

/** Reads all of `provider/`; throws one clear line for a file that is missing or damaged. */
export function readProvider(dir: string = PROVIDER_DIR): ProviderData {
  const head = readJson(path.join(dir, 'provider.json')) as Pick<
    ProviderData,
    'source' | 'version' | 'configuration'
  >;
  return {
    ...head,
    resources: readTypes(path.join(dir, 'resources')),
    dataSources: readTypes(path.join(dir, 'data-sources')),
  };
}

/** Reads the list of types that get bindings. */
export function readTypeList(dir: string = PROVIDER_DIR): TypeList {
  return readJson(path.join(dir, 'types.json')) as TypeList;
}

/** Writes all of `provider/` but the type list; files of types that are gone are removed. */
export function writeProvider(data: ProviderData, dir: string = PROVIDER_DIR): void {
  const { resources, dataSources, ...head } = data;
  writeTypes(path.join(dir, 'resources'), resources);
  writeTypes(path.join(dir, 'data-sources'), dataSources);
  fs.writeFileSync(path.join(dir, 'provider.json'), `${format(head)}\n`);
}

/** The schema as `terraform providers schema -json` gives it, cut to the given types. */
export function terraformSchema(
  data: ProviderData,
  resources: readonly string[] = Object.keys(data.resources),
  dataSources: readonly string[] = Object.keys(data.dataSources),
): object {
  const schemas = (types: Record<string, TypeData>, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, types[name].schema]));
  return {
    format_version: '1.0',
    provider_schemas: {
      [REGISTRY_KEY]: {
        provider: data.configuration.schema,
        resource_schemas: schemas(data.resources, resources),
        data_source_schemas: schemas(data.dataSources, dataSources),
      },
    },
  };
}

function readTypes(dir: string): Record<string, TypeData> {
  const names = listJson(dir);
  return Object.fromEntries(
    names.map((name) => [name, readJson(path.join(dir, `${name}.json`)) as TypeData]),
  );
}

function writeTypes(dir: string, types: Record<string, TypeData>): void {
  fs.mkdirSync(dir, { recursive: true });
  for (const [name, type] of Object.entries(types)) {
    fs.writeFileSync(path.join(dir, `${name}.json`), `${format(type)}\n`);
  }
  for (const name of listJson(dir)) {
    if (!(name in types)) fs.rmSync(path.join(dir, `${name}.json`));
  }
}

function listJson(dir: string): string[] {
  if (!fs.existsSync(dir))
    throw new Error(`${shown(dir)}: got no such folder, expected one file a type`);
  return fs
    .readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new Error(`${shown(file)}: got no readable JSON, expected provider data (${reason})`, {
      cause,
    });
  }
}
