/** What the texts of one module of a configuration come to. */
import { textValue } from '../expression';
import {
  DEEPEST,
  Reader,
  Unknown,
  Value,
  asIs,
  eachLeaf,
  isRecord,
  isUnknown,
  readWhole,
} from '../value';
import { Json, eachNamed, list, record, word } from './json';

/** Who calls a module, as what, and with which arguments. */
interface Call {
  readonly from: Scope;
  readonly name: string;
  readonly given: Json;
}

/** A module as it is written: its files, and the modules that it calls, as far as somebody has read them. */
export interface Written {
  readonly files: readonly Json[];
  readonly calls: ReadonlyMap<string, Written>;
}

/** The names that a module declares, and what they stand for. */
export class Scope {
  /** Before the names of what is declared here, as everybody else calls it: `module.shop.`. */
  public readonly prefix: string;
  /** A part of the configuration, as a rule gets to it; what is written into it by name is taken over where it is a literal. */
  public readonly read: Reader;
  private readonly sensitive = new Set<string>();
  private readonly variables = new Map<string, Json>();
  private readonly outputs = new Map<string, unknown>();
  private readonly arguments = new Map<string, Json>();
  private readonly locals: Json;
  /** Texts with expressions, taken apart once: many resources refer to the same project. */
  private readonly texts = new Map<string, Value>();
  private readonly inners = new Map<string, Scope>();

  constructor(
    private readonly written: Written,
    private readonly call?: Call,
  ) {
    this.prefix = call ? `${call.from.prefix}module.${call.name}.` : '';
    const { files } = written;
    for (const file of files) {
      eachNamed(file.variable, (name, body) => {
        this.declare(name, record(body));
      });
      eachNamed(file.output, (name, body) => this.outputs.set(name, record(body).value));
      eachNamed(file.module, (name, body) => this.arguments.set(name, record(body)));
    }
    const locals = files.flatMap((file) => list(file.locals).map(record));
    this.locals = Object.assign({}, ...locals) as Json;
    this.read = (said) => {
      if (typeof said === 'string') return said.includes('{') ? this.readText(said) : said;
      // what cdktf has resolved is not JSON yet: the file will have a text.
      return isDate(said) ? said.toJSON() : (said as Value);
    };
  }

  /** The module that is called by a name, where it has been read. */
  public inner(name: string): Scope | undefined {
    const called = this.written.calls.get(name);
    if (called === undefined) return undefined;
    const known = this.inners.get(name);
    if (known) return known;
    const call = { from: this, name, given: this.arguments.get(name) ?? {} };
    const scope = new Scope(called, call);
    this.inners.set(name, scope);
    return scope;
  }

  private declare(name: string, body: Json): void {
    this.variables.set(name, body);
    if (word(body.sensitive) === 'true') this.sensitive.add(`var.${name}`);
  }

  private readText(text: string): Value {
    const known = this.texts.get(text);
    if (known !== undefined) return known;
    // names may go round in a circle.
    this.texts.set(text, NOBODY_KNOWS);
    const [, path] = NAMED.exec(text) ?? [];
    const named = path === undefined ? undefined : this.standingFor(path.split('.'), true);
    const value = named ? named.value : this.absolute(textValue(text, this.sensitive));
    this.texts.set(text, value);
    return value;
  }

  /** What a name stands for that is declared in this module, or handed out by one that it calls. */
  private standingFor(
    [kind, name, ...rest]: readonly string[],
    isAlone = false,
  ): { readonly value: Value } | undefined {
    if (kind === 'var' && this.call) return { value: this.stepped(this.variable(name), rest) };
    if (kind === 'module' && rest.length > 0) {
      const inner = this.inner(name);
      return inner && { value: this.stepped(inner.output(rest[0]), rest.slice(1)) };
    }
    return kind === 'local' && isAlone && Object.hasOwn(this.locals, name)
      ? { value: this.stepped(this.local(this.locals[name]), rest) }
      : undefined;
  }

  /** A local value; those that are named in it are unknown, since they may go round in a circle. */
  private local(said: unknown, depth = 0): Value {
    if (typeof said === 'string') {
      return depth === 0 ? this.read(said) : this.absolute(textValue(said, this.sensitive));
    }
    if (typeof said !== 'object' || said === null) return said as Value;
    if (depth > DEEPEST) return undefined;
    const inner = (it: unknown) =>
      typeof it === 'string' && !it.startsWith('${local.') ? it : this.local(it, depth + 1);
    if (Array.isArray(said)) return said.map(inner);
    return Object.fromEntries(Object.entries(said).map(([name, it]) => [name, inner(it)]));
  }

  /** What stands in a value at a path, as far as that can be told. */
  private stepped(value: Value, steps: readonly string[]): Value {
    let at = value;
    for (const [index, step] of steps.entries()) {
      if (!isRecord(at) || !Object.hasOwn(at, step)) {
        const { references, isSensitive, paths } = unknownOf(at);
        const left = steps.slice(index);
        const read = paths.map((it) => [it, ...left].join('.'));
        return new Unknown('\0', references, isSensitive, read);
      }
      at = this.read(at[step]);
    }
    return at;
  }

  /** A variable of a module is what its caller gives; of the root, whoever runs Terraform. */
  private variable(name: string): Value {
    const declared = this.variables.get(name);
    if (!this.call || declared === undefined) return NOBODY_KNOWS;
    const { from, given } = this.call;
    const value = Object.hasOwn(given, name)
      ? handedOver(given[name], from.read)
      : Object.hasOwn(declared, 'default')
        ? handedOver(declared.default, this.read)
        : NOBODY_KNOWS;
    return this.sensitive.has(`var.${name}`) ? unknownOf(value, true) : value;
  }

  private output(name: string): Value {
    return this.outputs.has(name) ? handedOver(this.outputs.get(name), this.read) : NOBODY_KNOWS;
  }

  /** The same value with what it refers to as the root would call it. */
  private absolute(value: Value): Value {
    if (!isUnknown(value) || (!this.call && this.written.calls.size === 0)) return value;
    const meant = value.paths.map((it) => this.meantBy(it));
    return new Unknown(
      value.pattern,
      [...new Set(meant.flatMap(({ references }) => references))],
      value.isSensitive || meant.some(({ isSensitive }) => isSensitive),
      [...new Set(meant.flatMap(({ paths }) => paths))],
    );
  }

  /** What a path refers to: `var.project.id` to what the caller gives, `module.shop.url` to what is handed out. */
  private meantBy(path: string): Pick<Unknown, 'references' | 'paths' | 'isSensitive'> {
    const steps = path.split('.');
    const named = this.standingFor(steps);
    if (named) return unknownOf(named.value);
    const owner = steps.slice(0, steps[0] === 'data' ? 3 : 2).join('.');
    const { prefix } = this;
    return { references: [prefix + owner], paths: [prefix + path], isSensitive: false };
  }
}

const isDate = (said: unknown): said is Date =>
  typeof (said as Partial<Date> | null | undefined)?.toJSON === 'function';

/** Nothing but a name, as it is mostly. */
const NAMED = /^\$\{((?:local|var|module)(?:\.[\w-]+)+)\}$/;

const NOBODY_KNOWS = new Unknown('\0', []);

/** What one module hands to another: with all texts taken apart, since names mean something else there. */
function handedOver(said: unknown, read: Reader): Value {
  const left = { leaves: MOST_LEAVES };
  const value = withoutTexts(readWhole(read(said), read), left);
  return left.leaves < 0 ? NOBODY_KNOWS : value;
}

/** Modules that hand on what they were given twice each would come to more than there is room for. */
const MOST_LEAVES = 10_000;

/** What looks like an expression and was none would be taken apart a second time. */
function withoutTexts(value: Value, left: { leaves: number }): Value {
  left.leaves -= 1;
  if (typeof value === 'string') return /[$%]\{/.test(value) ? NOBODY_KNOWS : value;
  if (typeof value !== 'object' || value === null || isUnknown(value)) return value;
  if (Array.isArray(value)) return value.map((it: Value) => withoutTexts(it, left));
  return Object.fromEntries(
    Object.entries(value).map(([name, it]) => [name, withoutTexts(it, left)]),
  );
}

/** A value of which a rule sees only what it is taken from. */
function unknownOf(value: Value, isSensitive = false): Unknown {
  const found: Unknown[] = [];
  eachLeaf(value, asIs, (_, it) => {
    if (isUnknown(it)) found.push(it);
  });
  return new Unknown(
    found.length === 1 && found[0] === value ? found[0].pattern : '\0',
    [...new Set(found.flatMap(({ references }) => references))],
    isSensitive || found.some((it) => it.isSensitive),
    [...new Set(found.flatMap(({ paths }) => paths))],
  );
}
