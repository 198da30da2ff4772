/** Values of a plan: what will be, what only Terraform knows, what it hides, and what each is taken from. */
import { DEEPEST, FORBIDDEN, REFERRED, Unknown, Value, isRecord, isUnknown } from '../value';
import { record, word } from './json';
import { constantOf, isLeaf, memberOf, patternOf } from './plan-expression';
import { Meaning } from './plan-references';

/** One value as a plan tells it, in four trees of the same form. */
export interface Planned {
  readonly after: unknown;
  readonly unknown?: unknown;
  readonly hidden?: unknown;
  readonly expression?: unknown;
}

/** What an expression refers to; undefined where there is none. */
export type MeaningOf = (expression: unknown) => Meaning | undefined;

/**
 * The members of a block of the configuration, with what each refers to kept even where its value is known. Of one that
 * is written there, what has no expression is left out: an account has it, and the code does not say it.
 */
export function bodyOf(
  planned: Planned,
  meaningOf: MeaningOf,
  isWritten = true,
): { readonly [name: string]: Value } {
  return membersOf(planned, meaningOf, { depth: 0, isWritten });
}

interface Place {
  readonly depth: number;
  /** Whether the block stands in the code as it is; one that a `dynamic` block makes has no expressions. */
  readonly isWritten: boolean;
}

function membersOf(planned: Planned, meaningOf: MeaningOf, place: Place) {
  const { after, unknown, expression } = planned;
  const names = new Set([...Object.keys(record(after)), ...Object.keys(record(unknown))]);
  const members: Record<string, Value> = {};
  const referred: Record<string, Unknown> = {};
  for (const name of [...names].filter((it) => !FORBIDDEN.has(it))) {
    // a map has one expression for all of its members.
    const own = isLeaf(expression) ? memberOf(expression, name) : member(expression, name);
    const value = valueOf(
      {
        after: member(after, name),
        unknown: member(unknown, name),
        hidden: member(planned.hidden, name),
        expression: own,
      },
      meaningOf,
      place,
    );
    if (place.isWritten && own === undefined && !isBlocks(value)) continue;
    members[name] = value;
    const { references = [], paths } = meaningOf(own) ?? {};
    if (!isUnknown(value) && isLeaf(own) && references.length > 0) {
      referred[name] = new Unknown('', references, false, paths);
    }
  }
  return Object.keys(referred).length > 0
    ? Object.assign(members, { [REFERRED]: referred })
    : members;
}

function valueOf(planned: Planned, meaningOf: MeaningOf, place: Place): Value {
  const { after, unknown, hidden, expression } = planned;
  if (place.depth > DEEPEST) return undefined;
  const isNothing = after === undefined || after === null;
  if (unknown === true || (hidden === true && !isNothing)) {
    const meaning = meaningOf(expression);
    // an attribute that nobody wrote is not unknown: it is computed, and absent from the code.
    if (hidden !== true && meaning === undefined && place.isWritten) return undefined;
    // of a map that is hidden, or of a list, nobody can tell what its members are.
    const pattern = typeof after === 'object' && after !== null ? '' : patternOf(expression);
    return new Unknown(pattern, meaning?.references ?? [], hidden === true, meaning?.paths);
  }
  const inner = { ...place, depth: place.depth + 1 };
  if (Array.isArray(after)) {
    const written = Array.isArray(expression) ? inOrder(after, expression) : undefined;
    return after.map((item, at): Value => {
      const own = written ? written[at] : expression;
      const isWritten = isLeaf(own) || own !== undefined;
      return valueOf(
        { after: item, unknown: member(unknown, at), hidden: member(hidden, at), expression: own },
        meaningOf,
        { ...inner, isWritten },
      );
    });
  }
  if (typeof after === 'object' && after !== null) return membersOf(planned, meaningOf, inner);
  return after as Value;
}

/** Whether it may be what a `dynamic` block made, which has no expressions either. */
const isBlocks = (value: Value): boolean => Array.isArray(value) && value.some(isRecord);

/** The expressions of blocks in the order of their values: Terraform sorts some, and `dynamic` ones have none. */
function inOrder(items: readonly unknown[], expressions: readonly unknown[]): unknown[] {
  const left = new Map(expressions.entries());
  return items.map((item, at) => {
    const fits = [at, ...left.keys()].find((it) => left.has(it) && fitsTo(left.get(it), item));
    const found = fits === undefined ? undefined : left.get(fits);
    if (fits !== undefined) left.delete(fits);
    return found;
  });
}

/** Whether what the code says in clear is what a block came to have. */
function fitsTo(expression: unknown, item: unknown): boolean {
  const body = record(item);
  return Object.entries(record(expression)).every(([name, it]) => {
    const constant = constantOf(it);
    if (constant === undefined || constant === null || !isLeaf(it)) return true;
    const own = Object.hasOwn(body, name) ? body[name] : undefined;
    return typeof constant === 'object' || own === undefined || word(own) === word(constant);
  });
}

/** What stands for a member in one of the trees; of what is marked as a whole, the mark. */
const member = (value: unknown, key: string | number): unknown =>
  typeof value === 'object' && value !== null
    ? Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined
    : value === true
      ? true
      : undefined;
