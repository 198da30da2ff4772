import { compare } from '../../tools/contradictions';
import {
  AttributeFacts,
  AttributeSchema,
  BlockSchema,
  ProviderData,
  TypeData,
  readProvider,
} from '../../tools/provider-data';

const OPTIONAL: AttributeSchema = { type: 'string', optional: true };

const typeOf = (block: BlockSchema, attributes: Record<string, AttributeFacts> = {}): TypeData => ({
  schema: { version: 0, block },
  facts: { attributes },
});

const providerOf = (resources: Record<string, TypeData>): ProviderData => ({
  source: 'IBM-Cloud/ibm',
  version: '2.5.0',
  configuration: typeOf({}),
  resources,
  dataSources: {},
});

/** What is said of one attribute `a` with these facts when its schema changes. */
function reportOf(facts: AttributeFacts, then: AttributeSchema, now?: AttributeSchema) {
  const attributes: Record<string, AttributeSchema> = now ? { a: now } : {};
  return compare(
    providerOf({ ibm_x: typeOf({ attributes: { a: then } }, { a: facts }) }),
    providerOf({ ibm_x: typeOf({ attributes }, { a: facts }) }),
  );
}

describe('the facts contradict a schema', () => {
  test.each<[string, AttributeFacts, AttributeSchema, AttributeSchema | undefined, string]>([
    ['that lost the attribute', { forceNew: true }, OPTIONAL, undefined, 'gone from the schema'],
    [
      'that made a defaulted attribute computed',
      { default: 'x' },
      OPTIONAL,
      { type: 'string', computed: true },
      'got computed only, expected settable for its fact `default`',
    ],
    [
      'that made a replacing attribute computed',
      { forceNew: true },
      OPTIONAL,
      { type: 'string', computed: true },
      'got computed only, expected settable for its fact `forceNew`',
    ],
    [
      'that requires a defaulted attribute',
      { default: 'x' },
      OPTIONAL,
      { type: 'string', required: true },
      'got required, expected optional for its fact `default`',
    ],
    [
      'that shows a secret',
      { sensitive: true },
      { ...OPTIONAL, sensitive: true },
      OPTIONAL,
      'got not sensitive in the schema, expected it to agree with the fact `sensitive`',
    ],
    [
      'that has a new secret',
      {},
      OPTIONAL,
      { ...OPTIONAL, sensitive: true },
      'got sensitive in the schema, expected it to agree with no such fact',
    ],
  ])('%s', (_, facts, then, now, problem) => {
    expect(reportOf(facts, then, now).contradictions).toEqual([`resource ibm_x: a: ${problem}`]);
  });

  test('that lost a type', () => {
    const { contradictions } = compare(providerOf({ ibm_x: typeOf({}) }), providerOf({}));
    expect(contradictions).toEqual(['resource ibm_x: gone from the schema']);
  });

  test('that lost a member of a block or of an object', () => {
    const facts = { 'inner.b': { forceNew: true }, 'list[].c': { sensitive: true } };
    const full: BlockSchema = {
      attributes: { list: { type: ['list', ['object', { c: 'string' }]], computed: true } },
      block_types: { inner: { nesting_mode: 'list', block: { attributes: { b: OPTIONAL } } } },
    };
    const bare: BlockSchema = {
      attributes: { list: { type: ['list', ['object', { d: 'string' }]], computed: true } },
      block_types: { inner: { nesting_mode: 'list', block: {} } },
    };
    const before = providerOf({ ibm_x: typeOf(full, facts) });
    expect(compare(before, before).contradictions).toEqual([]);
    expect(compare(before, providerOf({ ibm_x: typeOf(bare, facts) })).contradictions).toEqual([
      'resource ibm_x: inner.b: gone from the schema',
      'resource ibm_x: list[].c: gone from the schema',
    ]);
  });
});

test('what is new is told, and is no contradiction', () => {
  const before = providerOf({ ibm_x: typeOf({}) });
  const block = {
    block_types: { inner: { nesting_mode: 'list', block: { attributes: { b: OPTIONAL } } } },
  } as const;
  expect(compare(before, providerOf({ ibm_x: typeOf(block), ibm_y: typeOf({}) }))).toEqual({
    contradictions: [],
    news: [
      'resource ibm_x: inner: new, without facts',
      'resource ibm_x: inner.b: new, without facts',
      'resource ibm_y: new, without facts',
    ],
  });
});

test('the recorded provider agrees with itself', () => {
  expect(compare(readProvider(), readProvider())).toEqual({ contradictions: [], news: [] });
});
