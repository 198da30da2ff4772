/** Reaching into values by the dotted paths of `provider/`; lists on the way are gone through. */
import { ObjectValue, Value } from '../msgpack';
import { isList, isObject } from '../schema';

/** Every value that a path names: none where a block on the way is missing. */
export function leaves(value: Value, path: string): Value[] {
  if (isList(value)) return value.flatMap((item) => leaves(item, path));
  if (!isObject(value)) return [];
  const [name, rest] = split(path);
  const inner = value[name] ?? null;
  return rest === undefined ? [inner] : leaves(inner, rest);
}

/**
 * The value with a change made wherever the path leads. The change is shown what stands at the same
 * place of another value.
 */
export function edit(
  value: ObjectValue,
  path: string,
  change: (leaf: Value, other: Value) => Value,
  beside: Value = null,
): ObjectValue {
  const [name, rest] = split(path);
  const inner = value[name] ?? null;
  const other = isObject(beside) ? (beside[name] ?? null) : null;
  if (rest === undefined) return { ...value, [name]: change(inner, other) };
  const into = (item: Value, at: Value) => (isObject(item) ? edit(item, rest, change, at) : item);
  const changed = isList(inner)
    ? inner.map((item, index) => into(item, isList(other) ? (other[index] ?? null) : null))
    : into(inner, other);
  return { ...value, [name]: changed };
}

/** The attribute or block of the whole resource that holds what the path names. */
export const topOf = (path: string): string => split(path)[0];

/** Whether nothing is there: SDK and services do not tell an empty collection from none. */
export const isEmpty = (value: Value): boolean =>
  value === null ||
  value === '' ||
  ((isList(value) || isObject(value)) && Object.keys(value).length === 0);

function split(path: string): [string, string | undefined] {
  const at = path.indexOf('.');
  return at < 0 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}
