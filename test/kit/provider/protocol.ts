/** Terraform's plugin protocol 5, the messages a provider of resources and data sources needs. */
import { bytes, Fields, flag, int, many, map, message, text } from './protobuf';

export const SEVERITY = { error: 1, warning: 2 } as const;
export const NESTING = { single: 1, list: 2, set: 3 } as const;

const DYNAMIC_VALUE: Fields = { msgpack: bytes(1), json: bytes(2) };
const value = (no: number) => message(no, () => DYNAMIC_VALUE);

const STEP: Fields = {
  attribute_name: text(1),
  element_key_string: text(2),
  element_key_int: int(3),
};
const ATTRIBUTE_PATH: Fields = { steps: many(message(1, () => STEP)) };
const DIAGNOSTIC: Fields = {
  severity: int(1),
  summary: text(2),
  detail: text(3),
  attribute: message(4, () => ATTRIBUTE_PATH),
};
const diagnostics = (no: number) => many(message(no, () => DIAGNOSTIC));

const ATTRIBUTE: Fields = {
  name: text(1),
  type: bytes(2),
  required: flag(4),
  optional: flag(5),
  computed: flag(6),
  sensitive: flag(7),
  deprecated: flag(9),
};
const NESTED_BLOCK: Fields = {
  type_name: text(1),
  block: message(2, () => BLOCK),
  nesting: int(3),
  min_items: int(4),
  max_items: int(5),
};
const BLOCK: Fields = {
  version: int(1),
  attributes: many(message(2, () => ATTRIBUTE)),
  block_types: many(message(3, () => NESTED_BLOCK)),
  deprecated: flag(6),
};
const SCHEMA: Fields = { version: int(1), block: message(2, () => BLOCK) };
const SERVER_CAPABILITIES: Fields = {
  plan_destroy: flag(1),
  get_provider_schema_optional: flag(2),
};
const RAW_STATE: Fields = { json: bytes(1) };
const IMPORTED: Fields = { type_name: text(1), state: value(2), private: bytes(3) };

const JUDGED: Fields = { diagnostics: diagnostics(1) };
const TYPE_AND_CONFIG: Fields = { type_name: text(1), config: value(2) };

export interface MethodFields {
  readonly request: Fields;
  readonly response: Fields;
}

export const METHODS = {
  GetSchema: {
    request: {},
    response: {
      provider: message(1, () => SCHEMA),
      resource_schemas: map(2, () => SCHEMA),
      data_source_schemas: map(3, () => SCHEMA),
      diagnostics: diagnostics(4),
      server_capabilities: message(6, () => SERVER_CAPABILITIES),
    },
  },
  PrepareProviderConfig: {
    request: { config: value(1) },
    response: { prepared_config: value(1), diagnostics: diagnostics(2) },
  },
  Configure: { request: { terraform_version: text(1), config: value(2) }, response: JUDGED },
  ValidateResourceTypeConfig: { request: TYPE_AND_CONFIG, response: JUDGED },
  ValidateDataSourceConfig: { request: TYPE_AND_CONFIG, response: JUDGED },
  UpgradeResourceState: {
    request: { type_name: text(1), version: int(2), raw_state: message(3, () => RAW_STATE) },
    response: { upgraded_state: value(1), diagnostics: diagnostics(2) },
  },
  ReadResource: {
    request: { type_name: text(1), current_state: value(2), private: bytes(3) },
    response: { new_state: value(1), diagnostics: diagnostics(2), private: bytes(3) },
  },
  PlanResourceChange: {
    request: {
      type_name: text(1),
      prior_state: value(2),
      proposed_new_state: value(3),
      config: value(4),
    },
    response: {
      planned_state: value(1),
      requires_replace: many(message(2, () => ATTRIBUTE_PATH)),
      diagnostics: diagnostics(4),
      legacy_type_system: flag(5),
    },
  },
  ApplyResourceChange: {
    request: {
      type_name: text(1),
      prior_state: value(2),
      planned_state: value(3),
      config: value(4),
    },
    response: { new_state: value(1), diagnostics: diagnostics(3), legacy_type_system: flag(4) },
  },
  ImportResourceState: {
    request: { type_name: text(1), id: text(2) },
    response: {
      imported_resources: many(message(1, () => IMPORTED)),
      diagnostics: diagnostics(2),
    },
  },
  ReadDataSource: {
    request: TYPE_AND_CONFIG,
    response: { state: value(1), diagnostics: diagnostics(2) },
  },
  Stop: { request: {}, response: { Error: text(1) } },
} satisfies Record<string, MethodFields>;

export type MethodName = keyof typeof METHODS;
