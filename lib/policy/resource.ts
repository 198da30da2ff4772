import { Block, Graph, referencesOf } from './graph';
import { PROVIDER_DEFAULTS } from './provider-defaults';
import { Value, blocksOf, isRecord, isUnknown } from './value';

/** Thrown when a rule reads what only Terraform knows, and caught by the engine: the verdict is `unknown`. */
class Undecided extends Error {
  public readonly isUndecided = true;

  constructor(public readonly attribute: string) {
    super(`\`${attribute}\` is known only to Terraform`);
  }
}

/** Whether a rule ended because of what it could not know. */
export const isUndecided = (error: unknown): error is Error =>
  (error as Partial<Undecided> | undefined)?.isUndecided === true;

/** A part of a resource as a rule reads it: the resource itself, or one of its blocks. */
export class View {
  constructor(
    protected readonly body: Value,
    protected readonly path: string,
    protected readonly world: {
      readonly graph: Graph;
      readonly defaults: Readonly<Record<string, Value>>;
      readonly touch: (attribute: string) => void;
    },
  ) {}

  /** The value of an attribute: undefined where it is absent and has no default; ends the rule where it is unknown. */
  public get(attribute: string): Value {
    const value = this.raw(attribute);
    if (isUnknown(value)) throw new Undecided(this.pathOf(attribute));
    return value;
  }

  /** The same, as a text. */
  public text(attribute: string): string | undefined {
    const value = this.get(attribute);
    return value === undefined || value === null ? undefined : scalarText(value);
  }

  /** The same, as a number; a text of digits counts. */
  public number(attribute: string): number | undefined {
    const text = this.text(attribute);
    return text === undefined || text.trim() === '' || Number.isNaN(Number(text))
      ? undefined
      : Number(text);
  }

  /** Whether an attribute is true; absent is undefined. */
  public flag(attribute: string): boolean | undefined {
    const text = this.text(attribute);
    return text === undefined ? undefined : text === 'true';
  }

  /** The members of a list of scalars; none where it is absent. */
  public texts(attribute: string): string[] {
    return blocksOf(this.get(attribute)).map((item) => {
      if (isUnknown(item)) throw new Undecided(this.pathOf(attribute));
      return scalarText(item);
    });
  }

  /** The blocks of a kind, or the one object of that name. */
  public blocks(attribute: string): View[] {
    return blocksOf(this.get(attribute)).map(
      (item) => new View(item, this.pathOf(attribute), this.world),
    );
  }

  /** The keys and values of a map, each value known or not. */
  public entries(attribute: string): [string, Value][] {
    const value = this.get(attribute);
    return isRecord(value) ? Object.entries(value) : [];
  }

  /** A text as far as it is known now: undefined where it is unknown, or absent without a default. */
  public known(attribute: string): string | undefined {
    return this.isKnown(attribute) ? this.text(attribute) : undefined;
  }

  /** Whether an attribute is given; ends the rule where it depends on a variable that may be left out. */
  public given(attribute: string): boolean {
    const value = this.raw(attribute);
    if (!isUnknown(value)) return this.has(attribute);
    const isSure = value.references.length > 0 && value.references.every((it) => this.isSet(it));
    if (value.pattern === '\0' && !isSure) this.undecided(attribute);
    return true;
  }

  /** Every text in it with its attribute, known or not. */
  public leaves(): [string, Value][] {
    return [...leavesOf(this.body)];
  }

  /** Ends the rule, because what it needs of an attribute is known only to Terraform. */
  public undecided(attribute: string): never {
    throw new Undecided(this.pathOf(attribute));
  }

  /** What is known of a text: unknown parts are `\0`; undefined where it is absent. */
  public pattern(attribute: string): string | undefined {
    const value = this.raw(attribute);
    if (isUnknown(value)) return value.pattern;
    return value === undefined || value === null ? undefined : scalarText(value);
  }

  /** Whether an attribute is there at all, known or not, by itself or by a default. */
  public has(attribute: string): boolean {
    const value = this.raw(attribute);
    return value !== undefined && value !== null && value !== '' && blocksOf(value).length > 0;
  }

  /** Whether the value of an attribute is known now. */
  public isKnown(attribute: string): boolean {
    return !isUnknown(this.raw(attribute));
  }

  /** Whether Terraform hides the value: only of what is unknown here. */
  public isSensitive(attribute: string): boolean {
    const value = this.raw(attribute);
    return isUnknown(value) && value.isSensitive;
  }

  /** The addresses that an attribute refers to. */
  public references(attribute: string): readonly string[] {
    return [...new Set([...referencesOf(this.raw(attribute))].map(([, reference]) => reference))];
  }

  /** The same with the attributes that are read: `ibm_code_engine_app.web.endpoint`. */
  public paths(attribute: string): readonly string[] {
    const value = this.raw(attribute);
    return isUnknown(value) ? value.paths : [];
  }

  /** The blocks of the configuration that an attribute refers to. */
  public follow(attribute: string): Resource[] {
    const { graph } = this.world;
    return this.references(attribute)
      .map((address) => graph.at(address))
      .filter((block) => block !== undefined)
      .map((block) => this.resourceOf(block));
  }

  /** Whether what stands at an address has a value: a local value and a variable that may be left out need not. */
  private isSet(address: string): boolean {
    if (address.startsWith('local.')) return false;
    if (!address.startsWith('var.')) return true;
    const variable = this.world.graph.at(`variable.${address.slice('var.'.length)}`);
    const { default: taken } = variable?.body ?? { default: null };
    return taken !== null && taken !== '';
  }

  protected resourceOf(block: Block): Resource {
    return new Resource(block, this.world.graph);
  }

  protected pathOf = (attribute: string): string =>
    this.path === '' ? attribute : `${this.path}.${attribute}`;

  /** The value as it is, through blocks where the path has several steps; the first block counts. */
  private raw(attribute: string): Value {
    this.world.touch(this.pathOf(attribute));
    let value: Value = this.body;
    for (const step of attribute.split('.')) {
      if (isUnknown(value)) return value;
      const [first] = blocksOf(value);
      value = isRecord(first) && Object.hasOwn(first, step) ? first[step] : undefined;
    }
    if (value !== undefined && value !== null) return value;
    return this.world.defaults[this.pathOf(attribute)];
  }
}

/** One resource, or another block of the configuration, as a rule reads it. */
export class Resource extends View {
  constructor(
    public readonly block: Block,
    private readonly graph: Graph,
    touch: (attribute: string) => void = () => undefined,
  ) {
    super(block.body, '', { graph, defaults: PROVIDER_DEFAULTS[block.type] ?? {}, touch });
  }

  public get address(): string {
    return this.block.address;
  }

  public get type(): string {
    return this.block.type;
  }

  /** All resources of a type in the configuration. */
  public others(type: string): Resource[] {
    return this.graph.of(type).map((block) => this.resourceOf(block));
  }

  /** What refers to this one, of some type (`data.…` for what only reads) and by some attribute. */
  public users(type: string, attribute?: string): Resource[] {
    const [kind, plain] = type.startsWith('data.') ? ['data', type.slice(5)] : ['resource', type];
    return this.graph
      .to(this.address)
      .filter(({ from }) => from.kind === kind && from.type === plain)
      .filter((edge) => attribute === undefined || edge.attribute === attribute)
      .map(({ from }) => this.resourceOf(from));
  }

  /**
   * The resources of a type that belong to this one: by the attribute they refer to it, or hold one of its ids. Ends the
   * rule where none does and one of them may.
   */
  public owned(type: string, attribute: string, ids: readonly string[] = ['id']): Resource[] {
    const own = ids.map((id) => this.known(id)).filter((id) => id !== undefined);
    const all = this.others(type);
    const mine = all.filter((it) => {
      const id = it.known(attribute);
      return id === undefined ? it.references(attribute).includes(this.address) : own.includes(id);
    });
    const isOther = (it: Resource) =>
      it.isKnown(attribute)
        ? own.length > 0 || !it.has(attribute)
        : it.follow(attribute).some(({ address }) => address !== this.address);
    if (mine.length === 0 && !all.every(isOther)) throw new Undecided(`${type}.${attribute}`);
    return mine;
  }

  /** Whether its `lifecycle` says something, as `replace_triggered_by`; a plan does not tell. */
  public lifecycleHas(name: string): boolean {
    return this.blocks('lifecycle').some((it) => it.has(name));
  }
}

function* leavesOf(value: Value, path = ''): Generator<[string, Value]> {
  if (Array.isArray(value)) {
    for (const item of value as readonly Value[]) yield* leavesOf(item, path);
  } else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      yield* leavesOf(item, path === '' ? name : `${path}.${name}`);
    }
  } else {
    yield [path, value];
  }
}

const scalarText = (value: Value): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
