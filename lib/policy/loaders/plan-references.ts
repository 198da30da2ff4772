/** What references of a plan mean: each is written as its own module writes it, while a plan has the instances. */
import { Instance, Step, Token, addressOf, instanceOf, isKey, placeOf, tokensOf } from '../address';
import { Json, list, own, record, word } from './json';
import { longest, referencesOf } from './plan-expression';

/** One module as its references see it. */
interface Scope {
  readonly module: Json;
  readonly steps: readonly Step[];
  /** Who calls it, and how. */
  readonly caller?: { readonly scope: Scope; readonly call: Json };
  /** What `each` goes through, and the key of the instance that refers. */
  readonly each?: unknown;
  readonly key?: string;
}

/** What an expression refers to, and with which attributes. */
export interface Meaning {
  readonly references: readonly string[];
  readonly paths: readonly string[];
}

interface Target {
  readonly address: string;
  readonly rest: readonly Token[];
}

/** A resource of the configuration: its expressions, and what they mean for one of its instances. */
export interface Written {
  readonly isThere: boolean;
  readonly expressions: Json;
  readonly meaningOf: (expression: unknown) => Meaning | undefined;
}

/** The configuration in a plan, read for instances. */
export class PlanReferences {
  private readonly instances = new Map<string, Instance[]>();
  private readonly bodies = new WeakMap<Json, ReadonlyMap<string, Json>>();

  constructor(
    private readonly root: Json,
    addresses: readonly string[],
  ) {
    for (const address of addresses) {
      const instance = instanceOf(address);
      const place = placeOf(instance.steps, instance.name);
      const same = this.instances.get(place);
      if (same) same.push(instance);
      else this.instances.set(place, [instance]);
    }
  }

  /** What is written for an instance; without expressions where the configuration does not have it. */
  public at(address: string): Written {
    const { steps, name, key } = instanceOf(address);
    const scope = this.scopeOf(steps);
    const body = scope && this.resourcesOf(scope.module).get(name);
    const own = scope && { ...scope, each: body?.for_each_expression, key };
    return {
      isThere: body !== undefined,
      expressions: record(body?.expressions),
      meaningOf: (expression) => own && this.meaningOf(expression, own),
    };
  }

  /** What an expression of the root module means. */
  public inRoot(expression: unknown): Meaning | undefined {
    return this.meaningOf(expression, { module: this.root, steps: [] });
  }

  private scopeOf(steps: readonly Step[]): Scope | undefined {
    let scope: Scope | undefined = { module: this.root, steps: [] };
    for (const step of steps) scope = scope && inner(scope, step);
    return scope;
  }

  private resourcesOf(module: Json): ReadonlyMap<string, Json> {
    const known = this.bodies.get(module);
    if (known) return known;
    const bodies = list(module.resources).map(record);
    const named = new Map(
      bodies.map((it) => [
        `${it.mode === 'data' ? 'data.' : ''}${word(it.type)}.${word(it.name)}`,
        it,
      ]),
    );
    this.bodies.set(module, named);
    return named;
  }

  private meaningOf(expression: unknown, scope: Scope): Meaning | undefined {
    const references = referencesOf(expression);
    if (references === undefined) return undefined;
    const targets = this.targetsOf(references, scope, [], new Set());
    return {
      references: [...new Set(targets.map(({ address }) => address))],
      paths: [
        ...new Set(
          targets.map(({ address, rest }) =>
            [address, ...rest.filter((it) => !it.isKey).map(({ text }) => text)].join('.'),
          ),
        ),
      ],
    };
  }

  /** Where references lead; `more` is what is read of that, and `seen` ends what leads in a circle. */
  private targetsOf(
    references: readonly string[],
    scope: Scope,
    more: readonly Token[],
    seen: Set<string>,
  ): Target[] {
    const isKeyed = references.some((it) => /^(each|count)\./.test(it));
    return longest(references).flatMap((reference) => {
      const mark = [placeOf(scope.steps, reference, true), addressOf(more)].join(' ');
      if (seen.has(mark)) return [];
      seen.add(mark);
      const [head, ...rest] = tokensOf(reference);
      const read = (own: readonly Token[]) => (own.length > 0 ? own : more);
      switch (head?.text) {
        case 'var':
          return this.givenBy(scope, rest[0]?.text, read(rest.slice(1)), seen);
        case 'each': {
          if (rest[0]?.text === 'key') return [];
          const { each, ...around } = scope;
          // what is gone through has the keys of the instances.
          const from = [...(referencesOf(each) ?? []), 'each.key'];
          return this.targetsOf(from, around, read(rest.slice(1)), seen);
        }
        case 'module':
          return this.handedOutBy(scope, rest, { more, isKeyed, seen });
        case 'local':
          return [{ address: addressOf([head, ...rest.slice(0, 1)]), rest: read(rest.slice(1)) }];
        case undefined:
        case 'count':
        case 'path':
        case 'self':
        case 'terraform':
          return [];
        default:
          return this.instancesOf(scope, [head, ...rest], { read, isKeyed });
      }
    });
  }

  /** A variable of a module is what its caller gives; of the root, whoever runs Terraform. */
  private givenBy(scope: Scope, name = '', more: readonly Token[], seen: Set<string>): Target[] {
    if (!scope.caller) return [{ address: `var.${name}`, rest: more }];
    const { call, scope: around } = scope.caller;
    const given = referencesOf(own(record(call.expressions), name)) ?? [];
    const key = scope.steps.at(-1)?.key;
    return this.targetsOf(given, { ...around, each: call.for_each_expression, key }, more, seen);
  }

  /** An output of a module is what it refers to inside. */
  private handedOutBy(
    scope: Scope,
    [name, ...rest]: readonly Token[],
    {
      more,
      isKeyed,
      seen,
    }: { readonly more: readonly Token[]; readonly isKeyed: boolean; readonly seen: Set<string> },
  ): Target[] {
    const key = isKey(rest[0]) ? rest[0].text : isKeyed ? scope.key : undefined;
    const [output, ...read] = isKey(rest[0]) ? rest.slice(1) : rest;
    const called = inner(scope, { name: name?.text ?? '', key });
    const outputs = record(called?.module.outputs);
    // of a module that is chosen by an expression, a plan does not say which output is read.
    const names = output ? [output.text] : Object.keys(outputs);
    const expression = names.length === 1 ? own(outputs, names[0]) : undefined;
    if (!called || expression === undefined) {
      return [{ address: `module.${name?.text ?? ''}`, rest: output ? [output, ...read] : [] }];
    }
    const inside = referencesOf(record(expression).expression) ?? [];
    return this.targetsOf(inside, called, read.length > 0 ? read : more, seen);
  }

  private instancesOf(
    scope: Scope,
    tokens: readonly Token[],
    {
      read,
      isKeyed,
    }: { readonly read: (own: readonly Token[]) => readonly Token[]; readonly isKeyed: boolean },
  ): Target[] {
    const length = tokens[0].text === 'data' ? 3 : 2;
    const name = addressOf(tokens.slice(0, length));
    const key = isKey(tokens[length]) ? tokens[length].text : undefined;
    const rest = read(tokens.slice(key === undefined ? length : length + 1));
    const all = (this.instances.get(placeOf(scope.steps, name)) ?? []).filter((it) =>
      scope.steps.every((step, at) => step.key === undefined || step.key === it.steps[at].key),
    );
    const wanted = key ?? (isKeyed ? scope.key : undefined);
    const chosen = all.filter((it) => it.key === wanted);
    // an instance refers to its own kind by its key; where there is none of that, any may be meant.
    const found = wanted !== undefined && chosen.length > 0 ? chosen : key === undefined ? all : [];
    return found.length > 0
      ? found.map(({ address }) => ({ address, rest }))
      : [{ address: placeOf(scope.steps, `${name}${key ?? ''}`, true), rest }];
  }
}

function inner(scope: Scope, step: Step): Scope | undefined {
  const call = own(record(scope.module.module_calls), step.name);
  if (call === undefined) return undefined;
  const caller = { scope, call: record(call) };
  return { module: record(caller.call.module), steps: [...scope.steps, step], caller };
}
