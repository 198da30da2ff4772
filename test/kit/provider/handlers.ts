/** The provider's methods, from decoded request to response. */
import { BlockSchema, ProviderData, TypeData } from '../../../tools/provider-data';
import { create, destroy, Unfinished, update, Workshop } from './apply';
import { Cloud } from './cloud';
import { Inventor } from './invent';
import { decode, encode, ObjectValue, Value } from './msgpack';
import { plan } from './plan';
import { Message } from './protobuf';
import { MethodName, SEVERITY } from './protocol';
import { read, readDataSource } from './read';
import { conform, isObject, mapValues, Step, toProtocol } from './schema';
import { Behaviour } from './treachery/behaviours';
import { Trapped, Treachery } from './treachery/treachery';
import { Diagnostic, validate } from './validate';

export type Handler = (request: Message) => Message;

export function handlers(
  data: ProviderData,
  cloud: Cloud,
  behaviours: readonly Behaviour[],
): Record<MethodName, Handler> {
  const inventor = new Inventor(data);
  const treachery = new Treachery(behaviours);
  const workshop = (types: Record<string, TypeData>, type: string): Workshop => {
    if (!types[type]) throw new Error(`got type ${type}, expected one that the provider has`);
    return { type, data: types[type], cloud, inventor, treachery };
  };
  const resource = ({ type_name: type }: Message) => workshop(data.resources, type as string);
  const dataSource = ({ type_name: type }: Message) => workshop(data.dataSources, type as string);

  return {
    GetSchema: () => ({
      provider: toProtocol(data.configuration.schema),
      resource_schemas: mapValues(data.resources, ({ schema }) => toProtocol(schema)),
      data_source_schemas: mapValues(data.dataSources, ({ schema }) => toProtocol(schema)),
      server_capabilities: { get_provider_schema_optional: true },
    }),
    PrepareProviderConfig: ({ config }) => ({
      prepared_config: config,
      diagnostics: validate(data.configuration, known(config)).map(toMessage),
    }),
    Configure: () => ({}),
    ValidateResourceTypeConfig: (request) => ({
      diagnostics: validate(resource(request).data, known(request.config)).map(toMessage),
    }),
    ValidateDataSourceConfig: (request) => ({
      diagnostics: validate(dataSource(request).data, known(request.config)).map(toMessage),
    }),
    UpgradeResourceState: (request) => {
      const { json } = request.raw_state as Message;
      const state = JSON.parse(String(json)) as ObjectValue;
      return { upgraded_state: wrap(conform(resource(request).data.schema.block, state)) };
    },
    ReadResource: (request) => {
      const state = known(request.current_state);
      return {
        ...attempt('new_state', state, () => read(resource(request), state)),
        private: request.private,
      };
    },
    PlanResourceChange: (request) => {
      const proposed = unwrap(request.proposed_new_state);
      if (proposed === null) return { planned_state: wrap(null), legacy_type_system: true };
      const { type, data: of } = resource(request);
      const prior = orNull(request.prior_state);
      const config = known(request.config);
      const { planned, requiresReplace } = plan(of, prior, config, treachery.silent(type));
      return {
        ...attempt('planned_state', prior, () => {
          treachery.fail(type, 'plan', { value: planned, prior });
          return planned;
        }),
        requires_replace: requiresReplace.map(toPath),
        // without it terraform refuses a plan that fills in defaults.
        legacy_type_system: true,
      };
    },
    ApplyResourceChange: (request) => {
      const prior = orNull(request.prior_state);
      const planned = orNull(request.planned_state);
      return {
        ...attempt('new_state', prior, () => change(resource(request), prior, planned)),
        legacy_type_system: true,
      };
    },
    ImportResourceState: (request) => {
      const {
        type,
        data: { schema },
      } = resource(request);
      const state = conform(schema.block, { id: request.id as string });
      return { imported_resources: [{ type_name: type, state: wrap(state) }] };
    },
    ReadDataSource: (request) => {
      const {
        type,
        data: { schema },
      } = dataSource(request);
      const config = known(request.config);
      return attempt('state', emptied(schema.block), () =>
        readDataSource(dataSource(request), type in data.resources, config),
      );
    },
    Stop: () => ({}),
  };
}

function change(
  workshop: Workshop,
  prior: ObjectValue | null,
  planned: ObjectValue | null,
): ObjectValue | null {
  if (!prior) return planned && create(workshop, planned);
  if (planned) return update(workshop, prior, planned);
  destroy(workshop, prior);
  return null;
}

/** The state the work comes to, or the one before it and what went wrong. */
function attempt(name: string, before: Value, work: () => ObjectValue | null): Message {
  try {
    return { [name]: wrap(work()) };
  } catch (error) {
    const state = error instanceof Unfinished ? error.state : before;
    const { message: summary, cause = error } = error as Error;
    const detail = cause instanceof Trapped ? `trap ${cause.trap}` : undefined;
    return {
      [name]: wrap(state),
      diagnostics: [toMessage({ severity: 'error', summary, detail })],
    };
  }
}

const emptied = (block: BlockSchema) => conform(block, {});
const wrap = (value: Value): Message => ({ msgpack: encode(value) });

function unwrap(value: unknown): Value {
  const data = (value as Message | undefined)?.msgpack as Buffer | undefined;
  return data ? decode(data) : null;
}

function orNull(value: unknown): ObjectValue | null {
  const decoded = unwrap(value);
  return isObject(decoded) ? decoded : null;
}

const known = (value: unknown): ObjectValue => orNull(value) ?? {};

function toMessage({ severity, summary, detail, steps = [] }: Diagnostic): Message {
  return { severity: SEVERITY[severity], summary, detail, attribute: toPath(steps) };
}

function toPath(steps: readonly Step[]): Message {
  return {
    steps: steps.map((step) =>
      typeof step === 'number' ? { element_key_int: step } : { attribute_name: step },
    ),
  };
}
