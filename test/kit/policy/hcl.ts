/** A configuration in JSON, written as people write it. */
import { partsOf } from '../../../lib/policy/expression';
import { BlockSchema } from '../../../tools/provider-data';
import { blockIn, schemaOf } from './schema';

type Json = Record<string, any>;

const NO_SCHEMA: BlockSchema = {};

/** What has attributes alone, whatever they look like. */
const ATTRIBUTES: unique symbol = Symbol('attributes');

type Schema = BlockSchema | typeof ATTRIBUTES;

/** What Terraform itself knows as blocks, wherever they stand. */
const OWN_BLOCKS = new Set([
  ...['lifecycle', 'precondition', 'postcondition', 'validation'],
  ...['connection', 'required_providers'],
]);

const ownBlock = (name: string, value: unknown): BlockSchema | undefined =>
  OWN_BLOCKS.has(name) && typeof value === 'object' ? NO_SCHEMA : undefined;

/** The text of a configuration. */
export function hclOf(json: Json): string {
  const typed = (kind: 'resource' | 'data') =>
    Object.entries((json[kind] ?? {}) as Json).flatMap(([type, named]) =>
      Object.entries(named as Json).map(([name, body]) =>
        block(`${kind} ${quoted(type)} ${quoted(name)}`, body, schemaOf(kind, type)),
      ),
    );
  const named = (kind: 'variable' | 'output') =>
    Object.entries((json[kind] ?? {}) as Json).map(([name, body]) => {
      const { type, ...rest } = body as Json;
      const typed = typeof type === 'string' ? { type: `\${${type}}`, ...rest } : rest;
      return block(`${kind} ${quoted(name)}`, typed, ATTRIBUTES);
    });
  const providers = Object.entries((json.provider ?? {}) as Json).flatMap(([type, bodies]) =>
    listed(bodies).map((it) => block(`provider ${quoted(type)}`, it, schemaOf('provider', type))),
  );
  const locals = json.locals ? [block('locals', json.locals as Json, ATTRIBUTES)] : [];
  const terraform = listed(json.terraform).map((it) => settings(it as Json));
  return [
    ...[...terraform, ...providers, ...named('variable'), ...locals],
    ...[...typed('data'), ...typed('resource'), ...named('output')],
  ].join('\n');
}

/** What HCL names, where JSON has texts. */
const NAMES = new Set(['depends_on', 'ignore_changes', 'replace_triggered_by', 'provider']);

const bareNames = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(bareNames).join(', ')}]`
    : typeof value === 'string'
      ? value.replace(/^\$\{(.*)\}$/, '$1')
      : String(value);

const labelled = (name: string, value: unknown): string =>
  listed(value)
    .flatMap((it) => Object.entries(it as Json))
    .flatMap(([label, bodies]) =>
      listed(bodies).map((it) => block(`${name} ${quoted(label)}`, it as Json, NO_SCHEMA)),
    )
    .join('');

/** `backend "s3" {}` has its kind as a label. */
function settings({ backend = {}, cloud, ...rest }: Json): string {
  const backends = [labelled('backend', backend)];
  const clouds = listed(cloud).map((it) => block('cloud', it as Json, NO_SCHEMA));
  const others = body(rest, NO_SCHEMA);
  return `terraform {\n${[...backends, ...clouds, others].join('\n')}}\n`;
}

const block = (head: string, content: Json, schema: Schema): string =>
  `${head} {\n${body(content, schema)}}\n`;

function body(content: Json, schema: Schema): string {
  return Object.entries(content)
    .filter(([name, value]) => name !== '//' && value !== undefined)
    .map(([name, value]) => {
      if (NAMES.has(name)) return `${name} = ${bareNames(value)}\n`;
      if (name === 'provisioner') return labelled(name, value);
      if (name === 'dynamic')
        return listed(value)
          .map((it) => dynamic(it as Json))
          .join('');
      const own = schema === ATTRIBUTES ? undefined : blockIn(schema, name, value);
      const inner = own ?? ownBlock(name, value);
      return inner
        ? listed(value)
            .map((it) => block(name, it as Json, inner))
            .join('')
        : `${name} = ${expression(value)}\n`;
    })
    .join('');
}

const dynamic = (blocks: Json): string =>
  Object.entries(blocks)
    .flatMap(([name, bodies]) =>
      listed(bodies).map(({ content, ...rest }: Json) => {
        const inner = block('content', (content ?? {}) as Json, NO_SCHEMA);
        return `dynamic ${quoted(name)} {\n${body(rest, NO_SCHEMA)}${inner}}\n`;
      }),
    )
    .join('');

function expression(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map(expression).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, it]) => it !== undefined);
  return `{\n${members.map(([name, it]) => `${quoted(name)} = ${expression(it)}\n`).join('')}}`;
}

/** A template; one that is an expression and nothing else is written without quotes. */
function text(template: string): string {
  const parts = partsOf(template);
  if (parts.length === 1 && parts[0].isExpression) return parts[0].text;
  const inner = parts.map((it) => (it.isExpression ? `\${${it.text}}` : escaped(it.text)));
  return `"${inner.join('')}"`;
}

const quoted = (word: string): string => `"${escaped(word)}"`;

const escaped = (literal: string): string =>
  JSON.stringify(literal)
    .slice(1, -1)
    .replace(/([$%])\{/g, '$1$1{');

const listed = (value: unknown): any[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
