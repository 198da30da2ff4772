import { Value, isRecord, isUnknown } from './value';

/** Leave that was given to break a rule. */
export interface Waived {
  readonly rule: string;
  readonly reason: string;
  readonly owner: string;
  readonly until: string;
}

/** One block of a configuration: a resource, a data source, a provider, an output or a variable. */
export interface Block {
  /** `ibm_code_engine_app.web`, `data.ibm_cis.edge`, `provider.ibm`. */
  readonly address: string;
  readonly kind: 'resource' | 'data' | 'provider' | 'output' | 'variable' | 'terraform';
  readonly type: string;
  readonly body: { readonly [name: string]: Value };
  readonly waivers: readonly Waived[];
  /** The construct, where cdktf made it. */
  readonly path?: string;
  readonly file?: string;
  readonly line?: number;
}

/** Where one block refers to another. */
export interface Edge {
  readonly from: Block;
  /** The attribute that refers: `component.name`. */
  readonly attribute: string;
}

/** All blocks of one configuration, and how they refer to each other. */
export class Graph {
  private readonly byType = new Map<string, Block[]>();
  private readonly byAddress = new Map<string, Block>();
  private incoming?: Map<string, Edge[]>;

  constructor(public readonly blocks: readonly Block[]) {
    for (const block of blocks) {
      this.byAddress.set(block.address, block);
      const key = block.kind === 'resource' ? block.type : `${block.kind}.${block.type}`;
      const same = this.byType.get(key);
      if (same) same.push(block);
      else this.byType.set(key, [block]);
    }
  }

  /** Resources of a type; of other kinds by `data.…`, `provider.…`, `output.`, `variable.`, `terraform.`. */
  public of(type: string): readonly Block[] {
    return this.byType.get(type) ?? [];
  }

  /** The block at an address, if the configuration has it. */
  public at(address: string): Block | undefined {
    return this.byAddress.get(address) ?? this.byAddress.get(address.replace(/\[.*$/, ''));
  }

  /** What refers to a block. */
  public to(address: string): readonly Edge[] {
    this.incoming ??= incomingOf(this.blocks);
    return this.incoming.get(address) ?? [];
  }
}

function incomingOf(blocks: readonly Block[]): Map<string, Edge[]> {
  const incoming = new Map<string, Edge[]>();
  for (const from of blocks) {
    for (const [attribute, reference] of referencesOf(from.body)) {
      const edges = incoming.get(reference);
      if (edges) edges.push({ from, attribute });
      else incoming.set(reference, [{ from, attribute }]);
    }
  }
  return incoming;
}

/** Each reference in a value, with the attribute that it stands in. */
export function* referencesOf(value: Value, path = ''): Generator<[string, string]> {
  if (isUnknown(value)) {
    for (const reference of value.references) yield [path, reference];
  } else if (Array.isArray(value)) {
    for (const item of value as readonly Value[]) yield* referencesOf(item, path);
  } else if (isRecord(value)) {
    for (const [name, item] of Object.entries(value)) {
      yield* referencesOf(item, path === '' ? name : `${path}.${name}`);
    }
  }
}
