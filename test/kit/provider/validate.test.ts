import {
  AttributeFacts,
  AttributeSchema,
  BlockSchema,
  TypeData,
} from '../../../tools/provider-data';
import { matches } from './expectations';
import { UNKNOWN, Value } from './msgpack';
import { conform } from './schema';
import { validate } from './validate';

const text: AttributeSchema = { type: 'string', optional: true };
const LIST: AttributeSchema = { type: ['list', 'string'], optional: true };
const BLOCK: BlockSchema = {
  attributes: { a: text, b: text, secret: { ...text, sensitive: true }, list: LIST },
  block_types: {
    inner: {
      nesting_mode: 'list',
      block: { attributes: { x: text, size: { type: 'number', optional: true } } },
    },
    loose: { nesting_mode: 'set', block: { attributes: { x: text } } },
  },
};

function judge(facts: Record<string, AttributeFacts>, config: Record<string, Value>) {
  const type: TypeData = { schema: { version: 0, block: BLOCK }, facts: { attributes: facts } };
  return validate(type, conform(BLOCK, config));
}
const said = (facts: Record<string, AttributeFacts>, config: Record<string, Value>) =>
  judge(facts, config).map(({ summary }) => summary);

const WORD: AttributeFacts = { allowed: ['local', 'private'] };

describe('argument checks', () => {
  test('name the attribute, the value and what is expected', () => {
    expect(said({ a: WORD }, { a: 'all' })).toEqual([
      'a: got "all", expected one of local, private',
    ]);
  });

  test('judge neither nothing nor what is not known yet, but do judge an empty text', () => {
    expect(said({ a: WORD }, { a: null })).toEqual([]);
    expect(said({ a: WORD }, { a: UNKNOWN })).toEqual([]);
    expect(said({ list: { element: WORD } }, { list: [UNKNOWN] })).toEqual([]);
    expect(said({ a: WORD }, { a: '' })).toHaveLength(1);
  });

  test('miss what is required, which to Terraform null is not', () => {
    const block: BlockSchema = { attributes: { a: { type: 'string', required: true } } };
    const type = { schema: { version: 0, block }, facts: { attributes: {} } };
    expect(validate(type, { a: null })).toMatchObject([
      { summary: 'a: got nothing, expected a value' },
    ]);
    expect(validate(type, { a: UNKNOWN })).toEqual([]);
    expect(validate(type, { a: '' })).toEqual([]);
  });

  test('refuse an id that no type of its own has', () => {
    const id: AttributeSchema = { type: 'string', optional: true, computed: true };
    const block: BlockSchema = { attributes: { id } };
    const type = { schema: { version: 0, block }, facts: { attributes: {} } };
    expect(validate(type, { id: null })).toEqual([]);
    expect(validate(type, { id: 'x' })).toMatchObject([
      { summary: 'id: got "x", expected nothing because the provider sets it; leave it out' },
    ]);
    const own = { ...type, facts: { attributes: { id: { exactlyOneOf: ['id'] } } } };
    expect(validate(own, { id: 'x' })).toEqual([]);
  });

  test('show of a secret only its length', () => {
    expect(said({ secret: { minLength: 9 } }, { secret: 'hunter2' })).toEqual([
      'secret: got a secret of 7 characters, expected at least 9 characters',
    ]);
    expect(said({ a: { sensitive: true, maxLength: 3 } }, { a: 'hunter2' })).toEqual([
      'a: got a secret of 7 characters, expected up to 3 characters',
    ]);
  });

  test.each<[AttributeFacts, Value, string]>([
    [{ pattern: '^[a-z]+$' }, 'A', 'a text that fits ^[a-z]+$'],
    [{ minLength: 2, maxLength: 4 }, 'a', '2 to 4 characters'],
    [{ minLength: 2, maxLength: 2 }, 'a', '2 characters'],
    [{ maxLength: 2 }, 'éé', 'up to 2 characters'],
    [{ allowed: ['vpe'] }, 'x', 'vpe'],
    [{ format: 'integer' }, '2h', 'a whole number'],
    [{ format: 'cidr' }, '10.0.0.256/8', 'an address range as in 10.0.0.0/24'],
    [{ format: 'uri' }, 'x', 'an address with a scheme'],
    [
      { format: 'rfc3339' },
      '2026-02-30',
      'a date as in 2026-01-31, or with a time as RFC 3339 has it',
    ],
    [
      { format: 'rfc3339' },
      '2026-13-01',
      'a date as in 2026-01-31, or with a time as RFC 3339 has it',
    ],
  ])('hold %j against %j', (facts, value, expected) => {
    expect(said({ a: facts }, { a: value })).toEqual([
      `a: got ${JSON.stringify(value)}, expected ${expected}`,
    ]);
  });

  test('point at places in lists, and at a set as a whole', () => {
    const inner = [{ size: 1 }, { size: 9 }];
    const [range] = judge({ 'inner.size': { max: 5 } }, { inner });
    expect(range).toMatchObject({
      summary: 'inner.size: got 9, expected up to 5',
      steps: ['inner', 1, 'size'],
    });
    expect(judge({ 'loose.x': WORD }, { loose: [{ x: 'all' }] })[0].steps).toEqual(['loose']);
    expect(judge({ list: { element: WORD } }, { list: [UNKNOWN, 'x'] })[0].steps).toEqual([
      'list',
      1,
    ]);
  });

  test('judge the neighbours of a value', () => {
    expect(said({ a: { conflictsWith: ['b'] } }, { a: 'x', b: '' })).toEqual([
      'a: got "x", expected nothing because b is set; keep one of them',
    ]);
    expect(said({ a: { conflictsWith: ['inner'] } }, { a: 'x' })).toEqual([]);
    expect(said({ a: { requiredWith: ['inner.0.x'] } }, { a: 'x', inner: [{}] })).toEqual([
      'a: got "x", expected inner.0.x beside it; add inner.0.x',
    ]);
    expect(said({ a: { requiredWith: ['b'] } }, { a: 'x', b: UNKNOWN })).toEqual([]);
  });

  test('judge a group once, and not before its members are known', () => {
    const one = { exactlyOneOf: ['a', 'b'] };
    const facts = { a: one, b: one };
    expect(said(facts, {})).toEqual(['a: got nothing, expected exactly one of a, b']);
    expect(said(facts, { a: 'x', b: 'y' })).toEqual([
      'a: got "x", expected exactly one of a, b; a, b are set',
    ]);
    expect(said(facts, { b: UNKNOWN })).toEqual([]);
    expect(said(facts, { b: 'y' })).toEqual([]);
    const least = { atLeastOneOf: ['a', 'b'] };
    expect(said({ a: least, b: least }, { a: 'x', b: 'y' })).toEqual([]);
    expect(said({ a: least }, {})).toEqual(['a: got nothing, expected at least one of a, b']);
  });
});

describe('patterns', () => {
  test('are unanchored unless written', () => {
    expect(matches('[0-9]', 'a1b')).toBe(true);
    expect(matches('^[\\p{L}]+$', 'équipe')).toBe(true);
    expect(matches('^a\\-b\\:c$', 'a-b:c')).toBe(true);
  });

  test('mean what Go means by white space and by a dot', () => {
    expect(matches('^[\\S]*$', 'a\u00a0b')).toBe(true);
    expect(matches('^\\S+$', 'a b')).toBe(false);
    expect(matches('^a\\sb$', 'a\u00a0b')).toBe(false);
    expect(matches('^a[\\s.]b$', 'a b')).toBe(true);
    expect(matches('^a.b$', 'a\u2028b')).toBe(true);
    expect(matches('^a.b$', 'a\nb')).toBe(false);
  });

  test('never take long, whatever they nest', () => {
    expect(matches('^[A-Z]([_A-Z0-9]*[A-Z0-9])*$', `${'A'.repeat(200)}!`)).toBe(false);
  });
});
