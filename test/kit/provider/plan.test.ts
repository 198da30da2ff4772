import { AttributeFacts, BlockSchema, TypeData } from '../../../tools/provider-data';
import { ObjectValue, UNKNOWN } from './msgpack';
import { plan } from './plan';
import { conform } from './schema';

const RULE: BlockSchema = {
  attributes: {
    name: { type: 'string', required: true },
    weight: { type: 'number', optional: true },
    seen: { type: 'string', computed: true },
  },
};
const BLOCK: BlockSchema = {
  attributes: {
    id: { type: 'string', optional: true, computed: true },
    name: { type: 'string', required: true },
    size: { type: 'number', optional: true },
    region: { type: 'string', optional: true, computed: true },
    tags: { type: ['set', 'string'], optional: true },
  },
  block_types: {
    ordered: { nesting_mode: 'list', block: RULE },
    loose: { nesting_mode: 'set', block: RULE },
    timeouts: {
      nesting_mode: 'single',
      block: { attributes: { create: { type: 'string', optional: true } } },
    },
  },
};
const FACTS: Record<string, AttributeFacts> = {
  name: { forceNew: true },
  tags: { forceNew: true },
  size: { default: 4 },
  ordered: { forceNew: true },
  'ordered.weight': { default: 1 },
  'loose.name': { forceNew: true },
};
const TYPE: TypeData = { schema: { version: 0, block: BLOCK }, facts: { attributes: FACTS } };

const of = (value: object) => conform(BLOCK, value as ObjectValue);
const prior = of({
  id: 'a',
  name: 'web',
  size: 4,
  region: 'us-south',
  tags: ['x', 'y'],
  ordered: [{ name: 'first', weight: 1, seen: 'yes' }],
  loose: [{ name: 'one', weight: 2, seen: 'yes' }],
});
const config = {
  name: 'web',
  tags: ['y', 'x'],
  ordered: [{ name: 'first' }],
  loose: [{ name: 'one', weight: 2 }],
};
const change = (values: object) => plan(TYPE, prior, of({ ...config, ...values }));

describe('the plan of a creation', () => {
  const { planned, requiresReplace } = plan(TYPE, null, of(config));

  test('fills in defaults, also inside blocks', () => {
    expect(planned).toMatchObject({ size: 4, ordered: [{ name: 'first', weight: 1 }] });
  });

  test('leaves open what IBM Cloud will say', () => {
    expect(planned).toMatchObject({ id: UNKNOWN, region: UNKNOWN, loose: [{ seen: UNKNOWN }] });
  });

  test('adds nothing that nobody says', () => {
    expect(planned).toMatchObject({ timeouts: null });
    expect(planned.loose).toEqual([{ name: 'one', weight: 2, seen: UNKNOWN }]);
    expect(requiresReplace).toEqual([]);
  });

  test('plans a zero where an element of a set is silent', () => {
    const { planned } = plan(TYPE, null, of({ name: 'web', loose: [{ name: 'one' }] }));
    expect(planned.loose).toMatchObject([{ name: 'one', weight: 0 }]);
  });

  test('keeps what is not known yet, also a whole list of blocks', () => {
    const open = plan(TYPE, null, of({ name: UNKNOWN, size: UNKNOWN, ordered: UNKNOWN })).planned;
    expect(open).toMatchObject({ name: UNKNOWN, size: UNKNOWN, ordered: UNKNOWN });
  });
});

describe('the plan of a change', () => {
  test('is empty when the configuration says the same, in whatever order a set has', () => {
    const { planned, requiresReplace } = change({});
    expect(requiresReplace).toEqual([]);
    expect({ ...planned, tags: prior.tags }).toEqual(prior);
  });

  test('keeps what IBM Cloud said before', () => {
    const { planned } = change({ size: 8 });
    expect(planned).toMatchObject({ id: 'a', region: 'us-south', size: 8 });
  });

  test('returns to the default when a value is taken out', () => {
    const larger = { ...prior, size: 8 };
    expect(plan(TYPE, larger, of(config)).planned.size).toBe(4);
  });

  test.each([
    ['an attribute', { name: 'other' }, [['name']]],
    ['an attribute that is not known yet', { name: UNKNOWN }, [['name']]],
    ['a set', { tags: ['x'] }, [['tags']]],
    ['the number of blocks', { ordered: [] }, [['ordered']]],
    ['an attribute of a block in a set', { loose: [{ name: 'two', weight: 2 }] }, [['loose']]],
  ])('asks for a new resource when %s changes that forces it', (_, values, paths) => {
    // both the element that leaves and the one that comes point at the same set.
    const unique = new Set(change(values).requiresReplace.map((steps) => JSON.stringify(steps)));
    expect([...unique].map((steps) => JSON.parse(steps) as unknown)).toEqual(paths);
  });

  test('asks for none when a block that forces only changes inside', () => {
    expect(change({ ordered: [{ name: 'second' }] }).requiresReplace).toEqual([]);
  });

  test('gives elements of a set back what was known of them', () => {
    const { planned } = change({ loose: [{ name: 'new' }, { name: 'one', weight: 2 }] });
    expect(planned.loose).toMatchObject([{ seen: UNKNOWN }, { name: 'one', seen: 'yes' }]);
  });
});
