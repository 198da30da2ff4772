import { isBetween } from './address';
import { Block, Graph, addressesIn } from './graph';
import { belongingsOf, groupedBy } from './grouped';
import { PROVIDER_DEFAULTS } from './provider-defaults';
import {
  Reader,
  Undecided,
  Unknown,
  Value,
  blocksOf,
  eachLeaf,
  isRecord,
  isThere,
  isUnknown,
  memberOf,
  referredBy,
  someText,
  textOf,
} from './value';

/** A part of a resource as a rule reads it: the resource itself, or one of its blocks. */
export class View {
  /** The attributes that were read, while somebody wants to know; `*` where it mattered which resource it is. */
  protected asked: Set<string> | undefined;

  constructor(
    protected readonly body: Value,
    protected readonly path: string,
    protected readonly world: {
      readonly graph: Graph;
      readonly defaults: Readonly<Record<string, Value>>;
      readonly read: Reader;
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
    return textOf(this.get(attribute), this.world.read);
  }

  /** The same, as a number; a text of digits counts. */
  public number(attribute: string): number | undefined {
    const value = this.get(attribute);
    if (typeof value === 'number') return value;
    const text = textOf(value, this.world.read) ?? '';
    return text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }

  /** Whether an attribute is true; absent is undefined. */
  public flag(attribute: string): boolean | undefined {
    const text = this.text(attribute);
    return text === undefined ? undefined : text === 'true';
  }

  /** The members of a list of scalars; none where it is absent. */
  public texts(attribute: string): string[] {
    return blocksOf(this.get(attribute)).map((item) => {
      const value = this.world.read(item);
      if (isUnknown(value)) throw new Undecided(this.pathOf(attribute));
      return textOf(value, this.world.read) ?? 'null';
    });
  }

  /** The blocks of a kind, or the one object of that name. */
  public blocks(attribute: string): View[] {
    const items = blocksOf(this.get(attribute));
    if (items.length === 0) return [];
    const path = this.pathOf(attribute);
    return items.map((item) => new View(this.world.read(item), path, this.world));
  }

  /** The keys and values of a map, each value known or not. */
  public entries(attribute: string): [string, Value][] {
    const value = this.get(attribute);
    if (!isRecord(value)) return [];
    return Object.entries(value).map(([name, it]) => [name, this.world.read(it)]);
  }

  /** A text as far as it is known now: undefined where it is unknown, or absent without a default. */
  public known(attribute: string): string | undefined {
    const value = this.raw(attribute);
    return isUnknown(value) ? undefined : textOf(value, this.world.read);
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
    this.asked?.add(ITSELF);
    const leaves: [string, Value][] = [];
    eachLeaf(this.body, this.world.read, (path, leaf) => leaves.push([path, leaf]));
    return leaves;
  }

  /** Whether some text in it is such, known or not: to find that none is takes less than to name all of them. */
  public holdsText(isSuch: (text: string | Unknown) => boolean): boolean {
    this.asked?.add(ITSELF);
    return isRecord(this.body) && someText(this.body, this.world.read, isSuch);
  }

  /** Ends the rule, because what it needs of an attribute is known only to Terraform. */
  public undecided(attribute: string): never {
    throw new Undecided(this.pathOf(attribute));
  }

  /** What is known of a text: unknown parts are `\0`; undefined where it is absent. */
  public pattern(attribute: string): string | undefined {
    const value = this.raw(attribute);
    return isUnknown(value) ? value.pattern : textOf(value, this.world.read);
  }

  /** Whether an attribute is there at all, known or not, by itself or by a default. */
  public has(attribute: string): boolean {
    return isThere(this.raw(attribute));
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

  /** The addresses that an attribute refers to; ends the rule where a local value or a module stands in between. */
  public references(attribute: string): readonly string[] {
    const addresses = this.addresses(attribute);
    if (addresses.length > 0 && addresses.some(isBetween)) this.undecided(attribute);
    return addresses;
  }

  /** The same, whatever stands in between; of anything in it where no attribute is named. */
  public addresses(attribute?: string): readonly string[] {
    const { read } = this.world;
    if (attribute === undefined) {
      this.asked?.add(ITSELF);
      return addressesIn([this.body], read);
    }
    const value = this.raw(attribute);
    const taken = this.takenFrom(attribute);
    // most are not there, or plain, or one reference.
    if (taken === undefined && typeof value !== 'object') return NONE;
    if (taken === undefined && isUnknown(value)) return value.references;
    return addressesIn([value, taken], read);
  }

  /** The same with the attributes that are read: `ibm_code_engine_app.web.endpoint`. */
  public paths(attribute: string): readonly string[] {
    const value = this.raw(attribute);
    const { paths = NONE } = (isUnknown(value) ? value : this.takenFrom(attribute)) ?? {};
    return paths;
  }

  /** The blocks of the configuration that an attribute refers to. */
  public follow(attribute: string): Resource[] {
    return this.blocksAt(this.references(attribute));
  }

  /** The blocks that stand at addresses. */
  public blocksAt(addresses: readonly string[]): Resource[] {
    if (addresses.length === 0) return [];
    const { graph } = this.world;
    return addresses.flatMap((address) => {
      const block = graph.at(address);
      return block ? [Resource.of(block, graph)] : [];
    });
  }

  /** Whether what stands at an address has a value: a local value and a variable that may be left out need not. */
  private isSet(address: string): boolean {
    if (address.startsWith('local.')) return false;
    if (!address.startsWith('var.')) return true;
    const variable = this.world.graph.at(`variable.${address.slice('var.'.length)}`);
    const { default: taken } = variable?.body ?? { default: null };
    return taken !== null && taken !== '';
  }

  protected pathOf(attribute: string): string {
    return this.path === '' ? attribute : `${this.path}.${attribute}`;
  }

  /** What the value of an attribute is taken from, although it is known. */
  private takenFrom(attribute: string): Unknown | undefined {
    const at = attribute.lastIndexOf('.');
    if (at < 0) return referredBy(this.body, attribute);
    const holder = blocksOf(this.raw(attribute.slice(0, at))).at(0);
    return referredBy(holder, attribute.slice(at + 1));
  }

  /** The value as it is, through blocks where the path has several steps; the first block counts. */
  private raw(attribute: string): Value {
    this.asked?.add(attribute);
    const value = attribute.includes('.')
      ? this.through(attribute.split('.'))
      : memberOf(this.body, attribute, this.world.read);
    return value ?? this.world.defaults[this.pathOf(attribute)];
  }

  private through(steps: readonly string[]): Value {
    const { read } = this.world;
    return steps.reduce((holder, name) => memberOf(holder, name, read), this.body);
  }
}

/** One resource, or another block of the configuration, as a rule reads it. */
export class Resource extends View {
  /** The one view of a block that all rules share. */
  public static of(block: Block, graph: Graph): Resource {
    return graph.once(block, () => new Resource(block, graph));
  }

  /** All of a type; of other kinds by `data.…`, `provider.…`, `output.`, `variable.`, `terraform.`. */
  public static all(type: string, graph: Graph): readonly Resource[] {
    const blocks = graph.of(type);
    return graph.once(blocks, () => blocks.map((it) => Resource.of(it, graph)));
  }

  constructor(
    public readonly block: Block,
    private readonly graph: Graph,
  ) {
    const { body, read, type } = block;
    const defaults = PROVIDER_DEFAULTS[type] ?? NO_DEFAULTS;
    super(body, '', { graph, read, defaults });
  }

  public get address(): string {
    this.asked?.add(ITSELF);
    return this.block.address;
  }

  public get type(): string {
    return this.block.type;
  }

  /**
   * What a question comes to, and what it read of this resource for that; of one that says the same there, the answer is
   * the same. Undefined where it mattered which resource it is.
   */
  public noting<T>(question: () => T): { readonly answer: T; readonly asked?: readonly string[] } {
    this.asked = new Set();
    const answer = question();
    const asked = [...this.asked];
    this.asked = undefined;
    return asked.includes(ITSELF) ? { answer } : { answer, asked: asked.map(memberIn) };
  }

  /** All resources of a type in the configuration. */
  public others(type: string): readonly Resource[] {
    return Resource.all(type, this.graph);
  }

  /** What a question comes to, or how it ends: what nobody can know is not asked a second time. */
  private unnoted<T>(question: (any: Resource) => T): {
    readonly value?: T;
    readonly error?: Error;
  } {
    const { asked } = this;
    this.asked = undefined;
    try {
      return { value: question(this) };
    } catch (error) {
      return { error: error as Error };
    } finally {
      this.asked = asked;
    }
  }

  /**
   * What is so whichever resource is asked, as an index of all others: worked out once. To go through the others anew for
   * each resource would take a hundred times as long for ten times as many.
   */
  public overall<T>(question: (any: Resource) => T): T {
    const { value, error } = this.graph.once(question, () => this.unnoted(question));
    if (error) throw error;
    return value as T;
  }

  /** What refers to this one, of some type (`data.…` for what only reads) and by some attribute. */
  public users(type: string, attribute?: string): readonly Resource[] {
    const users = this.graph.once(`${type} by what ${attribute ?? 'it'} refers to`, () =>
      groupedBy(this.others(type), (it) => it.addresses(attribute)),
    );
    const own = users.size > 0 ? (users.get(this.address) ?? []) : [];
    if (own.length === 0 && this.graph.mayRefer(type, attribute)) throw new Undecided(type);
    return own;
  }

  /**
   * The resources of a type that belong to this one: by the attribute they refer to it, or hold one of its ids. Ends the
   * rule where none does and one of them may.
   */
  public owned(type: string, attribute: string, ids: readonly string[] = ['id']): Resource[] {
    const { byId, byAddress, hasIds, open } = this.graph.once(`${type} by ${attribute}`, () =>
      belongingsOf(this.others(type), attribute),
    );
    const own = ids.map((id) => this.known(id)).filter((id) => id !== undefined);
    const mine = own.flatMap((id) => byId.get(id) ?? []).concat(byAddress.get(this.address) ?? []);
    const mayBeMine = (own.length === 0 && hasIds) || open.has('') || open.has(this.address);
    if (mine.length === 0 && mayBeMine) throw new Undecided(`${type}.${attribute}`);
    return [...new Set(mine)];
  }

  /** Whether its `lifecycle` says something, as `replace_triggered_by`; a plan does not tell. */
  public lifecycleHas(name: string): boolean {
    return isThere(memberOf(this.get('lifecycle'), name, this.world.read));
  }
}

/** The member that an attribute is in: of `probe_liveness.type`, the probe. */
const memberIn = (attribute: string): string => attribute.split('.')[0];

const NO_DEFAULTS: Readonly<Record<string, Value>> = {};

/** Stands for all that only one resource has: its address, and who refers to it. */
const ITSELF = '*';
const NONE: readonly string[] = [];
