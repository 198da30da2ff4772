/** Where a new schema of the provider disagrees with the facts that were read off the old one. */
import {
  AttributeFacts,
  AttributeSchema,
  BlockSchema,
  CtyType,
  ProviderData,
  TypeData,
} from './provider-data';

export interface Report {
  /** What makes a fact wrong or doubtful, one line each. */
  readonly contradictions: readonly string[];
  /** What is new and has no facts yet, one line each. */
  readonly news: readonly string[];
}

const KINDS = [
  ['resources', 'resource'],
  ['dataSources', 'data source'],
] as const;

/** Compares the facts that were kept with the schema that was read. */
export function compare(before: ProviderData, after: ProviderData): Report {
  const reports = [compareType('provider', before.configuration, after.configuration)];
  for (const [kind, word] of KINDS) {
    for (const name of union(before[kind], after[kind])) {
      reports.push(compareType(`${word} ${name}`, before[kind][name], after[kind][name]));
    }
  }
  return {
    contradictions: reports.flatMap((report) => report.contradictions),
    news: reports.flatMap((report) => report.news),
  };
}

function compareType(where: string, before?: TypeData, after?: TypeData): Report {
  if (!after) return { contradictions: [`${where}: gone from the schema`], news: [] };
  if (!before) return { contradictions: [], news: [`${where}: new, without facts`] };
  const old = new Set(pathsOf(before.schema.block));
  const added = pathsOf(after.schema.block).filter((path) => !old.has(path));
  const facts = union(after.facts.attributes, sensitiveIn(after.schema.block));
  return {
    contradictions: facts.flatMap((path) =>
      contradictionsAt(path, after.facts.attributes[path] ?? {}, before, after).map(
        (problem) => `${where}: ${path}: ${problem}`,
      ),
    ),
    news: added.map((path) => `${where}: ${path}: new, without facts`),
  };
}

function contradictionsAt(
  path: string,
  facts: AttributeFacts,
  before: TypeData,
  after: TypeData,
): string[] {
  const now = attributeAt(after.schema.block, path);
  if (now === undefined) return ['gone from the schema'];
  if (now === 'nested') return [];
  const then = attributeAt(before.schema.block, path);
  const wasSettable = typeof then === 'object' && isSettable(then);
  const problems: string[] = [];
  for (const fact of ['default', 'forceNew'] as const) {
    if (facts[fact] !== undefined && wasSettable && !isSettable(now)) {
      problems.push(`got computed only, expected settable for its fact \`${fact}\``);
    }
  }
  if ((facts.sensitive ?? false) !== (now.sensitive ?? false)) {
    const [schema, fact] = now.sensitive
      ? ['sensitive', 'no such fact']
      : ['not sensitive', 'the fact `sensitive`'];
    problems.push(`got ${schema} in the schema, expected it to agree with ${fact}`);
  }
  if (now.required && facts.default !== undefined) {
    problems.push('got required, expected optional for its fact `default`');
  }
  return problems;
}

const isSettable = (attribute: AttributeSchema) =>
  Boolean(attribute.required || attribute.optional);

// `nested` stands for a block or a member of an object type: neither carries flags of its own.
function attributeAt(block: BlockSchema, path: string): AttributeSchema | 'nested' | undefined {
  const [head, ...rest] = path.replaceAll('[]', '').split('.');
  const nested = block.block_types?.[head];
  if (nested) return rest.length === 0 ? 'nested' : attributeAt(nested.block, rest.join('.'));
  const attribute = block.attributes?.[head];
  if (!attribute || rest.length === 0) return attribute;
  return hasMember(attribute.type, rest) ? 'nested' : undefined;
}

function hasMember(type: CtyType, [head, ...rest]: readonly string[]): boolean {
  if (head === undefined || typeof type === 'string') return head === undefined;
  if (type[0] !== 'object') return hasMember(type[1], [head, ...rest]);
  return head in type[1] && hasMember(type[1][head], rest);
}

function pathsOf(block: BlockSchema, prefix = ''): string[] {
  const nested = Object.entries(block.block_types ?? {});
  return [
    ...Object.keys(block.attributes ?? {}).map((name) => prefix + name),
    ...nested.flatMap(([name, { block: inner }]) => [
      prefix + name,
      ...pathsOf(inner, `${prefix}${name}.`),
    ]),
  ];
}

function sensitiveIn(block: BlockSchema): Record<string, true> {
  const isSensitive = (path: string) => {
    const attribute = attributeAt(block, path);
    return typeof attribute === 'object' && attribute.sensitive;
  };
  return Object.fromEntries(
    pathsOf(block)
      .filter(isSensitive)
      .map((path) => [path, true]),
  );
}

const union = (a: object, b: object) => [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
