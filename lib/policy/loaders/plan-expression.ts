/** Expressions as a plan has them: what each refers to, and never what it says. */
import { addressOf, tokensOf } from '../address';
import { textValue } from '../expression';
import { DEEPEST, isUnknown } from '../value';
import { list, record, word } from './json';

type Json = Readonly<Record<string | number, unknown>>;

/** The references of an expression, through blocks and members; undefined where there is no expression. */
export function referencesOf(expression: unknown, depth = 0): string[] | undefined {
  if (expression === undefined || depth > DEEPEST) return undefined;
  if (isLeaf(expression)) return list(record(expression).references).map(word);
  const members = Array.isArray(expression) ? expression : Object.values(record(expression));
  return members.flatMap((it) => referencesOf(it, depth + 1) ?? []);
}

/** Whether it is one expression, and not the block of several. */
export function isLeaf(expression: unknown): boolean {
  const names = Object.keys(record(expression));
  const { references } = record(expression);
  return (
    names.length > 0 &&
    names.every((it) => it === 'references' || it === 'constant_value') &&
    (references === undefined || Array.isArray(references))
  );
}

/** What the code says in clear, where the expression is that and nothing else. */
export function constantOf(expression: unknown): unknown {
  const { constant_value: constant, references } = record(expression);
  // of JSON, a plan keeps a text with expressions in it as it stands there.
  return references === undefined ? constant : undefined;
}

/** What is known of a text in which something is unknown: of JSON a plan keeps it, and of HCL nothing. */
export function patternOf(expression: unknown): string {
  const { constant_value: template } = record(expression);
  const value = typeof template === 'string' ? textValue(template) : undefined;
  return isUnknown(value) ? value.pattern : '\0';
}

/** The expression of a member of a map; where a plan does not keep them apart, that of the whole map. */
export function memberOf(expression: unknown, name: string | number): unknown {
  const { constant_value: whole, references } = record(expression);
  const isThere = typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name);
  if (!isThere) return expression;
  const own = (whole as Json)[name];
  const texts = textsIn(own);
  const read = list(references).filter((it) =>
    texts.some((text) => text.includes(ownerOf(word(it)))),
  );
  return { constant_value: own, ...(read.length > 0 ? { references: read } : {}) };
}

/** The texts in a value. */
function textsIn(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  return Object.values(value).flatMap((it) => textsIn(it, depth + 1));
}

/** The address at the beginning of a reference: `var.image`, `ibm_code_engine_app.web`. */
const ownerOf = (reference: string): string =>
  addressOf(tokensOf(reference).slice(0, reference.startsWith('data.') ? 3 : 2));

/** A plan names `a.b.c`, and `a.b` once more. */
export function longest(references: readonly string[]): string[] {
  const all = [...new Set(references)];
  const shorter = new Set(
    all.flatMap((it) => {
      const tokens = tokensOf(it);
      return tokens.map((_, at) => addressOf(tokens.slice(0, at)));
    }),
  );
  return all.filter((it) => !shorter.has(it));
}
