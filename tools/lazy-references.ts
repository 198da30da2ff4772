/**
 * Makes generated bindings create their nested references on first use.
 *
 * The generator gives every nested block a member that is built in the constructor, and building
 * one walks the whole call stack; a resource with five blocks pays five times for what most
 * programs never touch.
 */

const CLASS = /^export class (\w+) [^]*?^}$/gm;
const EAGER = /^ {2}private (_\w+) = new ([\w.]+)(\(this, .*\));$/gm;
const LEFT_OVER = /^ {2}(?:private|protected|public)? ?(?:readonly )?\w+ = new .*$/m;

/** The module's text with lazy members; throws when the generator wrote what is not known here. */
export function lazyReferences(source: string): string {
  const result = source.replace(CLASS, lazyClass);
  const eager = LEFT_OVER.exec(result);
  if (eager) throw unknownShape(`got '${eager[0].trim()}' left over`);
  return result;
}

function lazyClass(text: string, className: string): string {
  const members = [...text.matchAll(EAGER)];
  return members.reduce((soFar, [declaration, field, type, args]) => {
    const lazy = soFar.replace(declaration, `  private ${field}?: ${type};`);
    return lazyMember(lazy, className, field, `new ${type}${args}`);
  }, text);
}

function lazyMember(text: string, className: string, field: string, creation: string): string {
  const getter = new RegExp(
    `^ {2}public get (\\w+)\\(\\) \\{\\n {4}return this\\.${field};$`,
    'm',
  ).exec(text);
  if (!getter) throw unknownShape(`got no getter of ${className}.${field}`);
  const name = getter[1];
  const lines = text.split('\n').map((line) => lazyLine(line, field, name, creation));
  const strange = lines.find((line) => uses(line, field) && !understood(line, field));
  if (strange) throw unknownShape(`got '${strange.trim()}' in ${className}`);
  return lines.join('\n');
}

function lazyLine(line: string, field: string, getter: string, creation: string): string {
  if (!uses(line, field)) return line;
  const self = `this.${field}`;
  const indent = line.slice(0, line.search(/\S/));
  if (line.trim() === `return ${self};`) return `${indent}return ${self} ??= ${creation};`;
  const stored = new RegExp(`^ *${self}\\.internalValue = ([\\w.]+);$`).exec(line);
  if (!stored) return line.replaceAll(`${self}.internalValue`, `${self}?.internalValue`);
  // what holds nothing yet has nothing to forget.
  if (stored[1] === 'undefined') return `${indent}if (${self}) ${self}.internalValue = undefined;`;
  const needed = `${self} || ${stored[1]} !== undefined`;
  return `${indent}if (${needed}) this.${getter}.internalValue = ${stored[1]};`;
}

const uses = (line: string, field: string) => new RegExp(`\\b${field}\\b`).test(line);

// declaration, creation, guarded write and read; anything else could meet no member at all.
const understood = (line: string, field: string) =>
  new RegExp(
    `^ {2}private ${field}\\?: |^ *return this\\.${field} \\?\\?= new |^ *if \\(this\\.${field}[ )]`,
  ).test(line) || !uses(line.replaceAll(`this.${field}?.internalValue`, ''), field);

const unknownShape = (what: string) =>
  new Error(`${what}, expected the generator's known output; adapt tools/lazy-references.ts`);
