/** JSON of which nobody knows what it holds: what should be something and is not is nothing. */
import { FORBIDDEN } from '../value';

export type Json = { readonly [name: string]: unknown };

export const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : NOTHING;

/** A scalar as a text. */
export const word = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : '';

export const list = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? NONE : Array.isArray(value) ? value : [value];

const NOTHING: Json = {};
const NONE: readonly never[] = [];

/** A member that a record has by itself. */
export const own = (body: Json, name: string): unknown =>
  Object.hasOwn(body, name) ? body[name] : undefined;

/** Shows blocks with their names; HCL has a list of bodies for each. */
export function eachNamed(named: unknown, visit: (name: string, body: unknown) => void): void {
  const bodies = record(named);
  for (const name of Object.keys(bodies)) {
    if (FORBIDDEN.has(name)) continue;
    const body = bodies[name];
    // nearly always; a list of one for each would take as long as the rest.
    if (record(body) === body) visit(name, body);
    else for (const it of list(body)) visit(name, it);
  }
}
