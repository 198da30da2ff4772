/** The attributes and blocks of a type, and what to put there. */
import {
  AttributeFacts,
  AttributeSchema,
  BlockSchema,
  NestedBlockSchema,
  TypeData,
} from '../../../tools/provider-data';
import { Configuration, Kind, PROVIDER, specimen } from '../specimen';
import { convert } from './core';
import { fitsValue } from './oracle';
import { Named, valuesFor } from './values';

export interface Place {
  readonly path: string;
  readonly facts: AttributeFacts;
  /** Neither this nor a block at a place that the schema does not know. */
  readonly attribute?: AttributeSchema;
  readonly block?: NestedBlockSchema;
}

const DEEPEST = 3;
const UNKNOWN = 'attribute_that_nobody_has';

/** One type with all its places. */
export class Subject {
  public readonly data: TypeData;
  public readonly places: readonly Place[];
  private readonly byPath: ReadonlyMap<string, Place>;
  private readonly excluders: readonly Place[];

  constructor(
    public readonly type: string,
    public readonly kind: Kind,
  ) {
    this.data = (kind === 'data' ? PROVIDER.dataSources : PROVIDER.resources)[type];
    this.places = [...this.placesOf(this.data.schema.block)];
    this.byPath = new Map(this.places.map((place) => [place.path, place]));
    this.excluders = this.places.filter(({ facts }) => facts.conflictsWith);
  }

  /** The place that a fact names as in `target.0.name`, if it can be set. */
  public find(key: string): Place | undefined {
    const path = key.replaceAll(/\.\d+(?=\.|$)/g, '');
    return this.byPath.get(path);
  }

  /** The places whose facts exclude the one of this path. */
  public excluding(path: string): Place[] {
    return this.excluders.filter(({ facts }) =>
      facts.conflictsWith?.some((key) => this.find(key)?.path === path),
    );
  }

  /** What to try at a place. */
  public values(place: Place): Named[] {
    const { attribute, block, facts } = place;
    if (attribute) return valuesFor(attribute, facts);
    return block ? this.blocks(place, block) : [['a text', 'a']];
  }

  /** A value that by itself is right there. */
  public goodValue(place: Place): unknown {
    const { attribute, facts } = place;
    const named = this.values(place).filter(([, value]) => value !== null && value !== '');
    if (!attribute) return named[0][1];
    const good = named.find(([, value]) => {
      const converted = convert(attribute.type, value);
      return converted !== undefined && fitsValue(facts, converted);
    });
    return (good ?? named[0])[1];
  }

  /** The least configuration with these values by path; `undefined` takes one out. */
  public configuration(values: Configuration): Configuration {
    const entries = Object.entries(structuredClone(values)).map(([path, value]) => {
      const isBlock = value !== undefined && this.byPath.get(path)?.block !== undefined;
      return { path, value, isBlock };
    });
    const inner = entries.map(({ path, value, isBlock }) =>
      // a block is put in last: nothing can be put into what stands in its place.
      isBlock ? [`${path}.${UNKNOWN}`, undefined] : [path, value],
    );
    const config = specimen(this.type, Object.fromEntries(inner) as Configuration, this.kind);
    for (const { path, value } of entries.filter(({ isBlock }) => isBlock)) {
      const [last, ...steps] = path.split('.').reverse();
      firstBlock(config, steps.reverse())[last] = value;
    }
    return config;
  }

  private *placesOf(block: BlockSchema, prefix = ''): Generator<Place> {
    const at = (name: string) => ({
      path: prefix + name,
      facts: this.data.facts.attributes[prefix + name] ?? {},
    });
    for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
      yield { ...at(name), attribute };
    }
    yield at(UNKNOWN);
    for (const [name, nested] of Object.entries(block.block_types ?? {})) {
      yield { ...at(name), block: nested };
      const depth = prefix.split('.').length;
      if (depth < DEEPEST) yield* this.placesOf(nested.block, `${prefix}${name}.`);
    }
  }

  private blocks({ path }: Place, { min_items: min = 0, max_items: max = 0 }: NestedBlockSchema) {
    const one = this.least(path);
    const of = (length: number) => Array.from({ length }, () => structuredClone(one));
    const named: Named[] = [
      ['one block', of(1)],
      ['one block outside a list', one],
      ['two blocks', of(2)],
      ['no blocks', []],
      ['nothing for a block', null],
      ['a list of nothing for blocks', [null]],
      ['a text for a block', 'a'],
      ['a list of texts for blocks', ['a']],
    ];
    if (min > 1) named.push(['too few blocks', of(min - 1)]);
    if (max > 0)
      named.push(['as many blocks as may be', of(max)], ['too many blocks', of(max + 1)]);
    return named;
  }

  /** The least block there: an attribute that is taken out of it brings it with it. */
  private least(path: string): unknown {
    const config = this.configuration({ [`${path}.${UNKNOWN}`]: undefined });
    return firstBlock(config, path.split('.'));
  }
}

const firstBlock = (config: Configuration, steps: readonly string[]) =>
  steps.reduce((block, step) => (block[step] as Configuration[])[0], config);
