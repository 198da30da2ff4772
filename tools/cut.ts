/** Cuts what `terraform providers schema -json` answers to the types that `provider/` records. */
import {
  AttributeSchema,
  BlockSchema,
  NestedBlockSchema,
  REGISTRY_KEY,
  TypeSchema,
} from './provider-data';
import { WantedTypes } from './type-list';

/** The schemas of the provider, its own configuration first. */
export interface Schemas {
  readonly configuration: TypeSchema;
  readonly resources: Record<string, TypeSchema>;
  readonly dataSources: Record<string, TypeSchema>;
}

interface ProviderSchema {
  readonly provider: TypeSchema;
  readonly resource_schemas?: Record<string, TypeSchema>;
  readonly data_source_schemas?: Record<string, TypeSchema>;
}

/** The wanted types without their prose; throws one line that names each type the schema lacks. */
export function cut(schemaJson: unknown, wanted: WantedTypes): Schemas {
  const lacking = lackingTypes(schemaJson, wanted);
  const names = [
    ...lacking.resources.map((name) => `resource ${name}`),
    ...lacking.dataSources.map((name) => `data source ${name}`),
  ];
  if (names.length > 0) {
    throw new Error(
      `provider schema: got no ${names.join(', ')}; take them out of provider/types.json`,
    );
  }
  const provider = providerIn(schemaJson);
  return {
    configuration: typeOf(provider.provider),
    resources: pick(provider.resource_schemas, wanted.resources),
    dataSources: pick(provider.data_source_schemas, wanted.dataSources),
  };
}

/** The wanted types that the schema does not know. */
export function lackingTypes(schemaJson: unknown, wanted: WantedTypes): WantedTypes {
  const { resource_schemas = {}, data_source_schemas = {} } = providerIn(schemaJson);
  return {
    resources: wanted.resources.filter((name) => !(name in resource_schemas)),
    dataSources: wanted.dataSources.filter((name) => !(name in data_source_schemas)),
  };
}

function providerIn(schemaJson: unknown): ProviderSchema {
  const all = (schemaJson as { provider_schemas?: Record<string, ProviderSchema> })
    ?.provider_schemas;
  const provider = all?.[REGISTRY_KEY];
  if (provider) return provider;
  const found = Object.keys(all ?? {}).join(', ') || 'none';
  throw new Error(`provider schema: got ${found}, expected ${REGISTRY_KEY}`);
}

const pick = (types: Record<string, TypeSchema> = {}, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, typeOf(types[name])]));

const typeOf = ({ version, block }: TypeSchema): TypeSchema => ({ version, block: blockOf(block) });

function blockOf({ attributes, block_types, deprecated }: BlockSchema): BlockSchema {
  return {
    attributes: mapped(attributes, attributeOf),
    block_types: mapped(block_types, nestedOf),
    deprecated,
  };
}

function attributeOf(attribute: AttributeSchema): AttributeSchema {
  const kept: Record<string, unknown> = { ...attribute };
  for (const prose of ['description', 'description_kind', 'deprecation_message'])
    delete kept[prose];
  return kept as unknown as AttributeSchema;
}

const nestedOf = (nested: NestedBlockSchema): NestedBlockSchema => ({
  ...nested,
  block: blockOf(nested.block),
});

function mapped<T>(members: Record<string, T> | undefined, change: (member: T) => T) {
  if (members === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(members).map(([name, member]) => [name, change(member)]),
  );
}
