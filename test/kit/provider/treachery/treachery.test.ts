/** Each mechanism by itself, over a type of one's own. */
import { ProviderData, TypeData } from '../../../../tools/provider-data';
import { create, destroy, Unfinished, update, Workshop } from '../apply';
import { RememberedCloud } from '../cloud';
import { Inventor } from '../invent';
import { ObjectValue } from '../msgpack';
import { plan } from '../plan';
import { read } from '../read';
import { conform } from '../schema';
import { Behaviour } from './behaviours';
import { Treachery } from './treachery';

const text = { type: 'string', optional: true } as const;
const TYPE: TypeData = {
  schema: {
    version: 0,
    block: {
      attributes: {
        id: { type: 'string', optional: true, computed: true },
        name: text,
        note: text,
        size: { type: 'number', optional: true },
      },
      block_types: {
        rules: { nesting_mode: 'list', block: { attributes: { name: text, mode: text } } },
      },
    },
  },
  facts: { attributes: { size: { default: 4 } } },
};
const DATA: ProviderData = {
  source: 'IBM-Cloud/ibm',
  version: '2.5.0',
  configuration: TYPE,
  resources: { thing: TYPE },
  dataSources: {},
};

/** A thing that is made, changed, read and destroyed by a provider with this behaviour. */
function thing(...behaviours: Omit<Behaviour, 'trap' | 'types'>[]) {
  const cloud = new RememberedCloud();
  const entries = behaviours.map((each) => ({ trap: 'a/trap', types: ['thing'], ...each }));
  const treachery = new Treachery(entries);
  const shop: Workshop = {
    type: 'thing',
    data: TYPE,
    cloud,
    inventor: new Inventor(DATA),
    treachery,
  };
  let state: ObjectValue | null = null;
  const planned = (values: object) => {
    const config = conform(TYPE.schema.block, values as ObjectValue);
    return plan(TYPE, state, config, treachery.silent('thing')).planned;
  };
  return {
    planned,
    apply: (values: object) => {
      const next = planned(values);
      state = state ? update(shop, state, next) : create(shop, next);
      return state as Record<string, any>;
    },
    stored: () => cloud.list('thing')[0]?.value as Record<string, any> | undefined,
    meddle: (values: object) =>
      cloud.put('thing', String(state?.id), { ...cloud.list('thing')[0].value, ...values }),
    lose: () => cloud.delete('thing', String(state?.id)),
    read: () => read(shop, state as ObjectValue),
    destroy: () => destroy(shop, state as ObjectValue),
  };
}

test('without behaviours everything arrives', () => {
  const it = thing();
  it.apply({ name: 'a', size: 0 });
  expect(it.apply({ name: 'b', size: 0 })).toMatchObject({ name: 'b', size: 0 });
  expect(it.stored()).toEqual(it.read());
  it.destroy();
  expect(it.stored()).toBeUndefined();
});

test('drops: the service takes its default, or what the entry says', () => {
  expect(thing({ drops: { paths: ['size'], values: [0] } }).apply({ size: 0 }).size).toBe(4);
  const nested = thing({ drops: { paths: ['rules.mode'], values: ['off'], becomes: 'on' } });
  const rules = [{ name: 'a', mode: 'off' }, { name: 'b' }];
  expect(nested.apply({ rules }).rules.map((rule: any) => rule.mode)).toEqual(['on', null]);
});

test('drops on update touch only what changed', () => {
  const it = thing({ drops: { on: 'update', paths: ['size'], values: [0] } });
  expect(it.apply({ size: 0 }).size).toBe(0);
  expect(it.apply({ size: 0, name: 'b' }).size).toBe(0);
  expect(it.apply({ size: 1 }).size).toBe(1);
  expect(it.apply({ size: 0 }).size).toBe(4);
});

test('unsent: the service keeps what it has', () => {
  const it = thing({ unsent: { on: 'update', paths: ['note', 'rules.mode'] } });
  it.apply({ note: 'old', rules: [{ mode: 'old' }] });
  const after = it.apply({ note: 'new', name: 'b', rules: [{ mode: 'new', name: 'c' }] });
  expect(after).toMatchObject({ note: 'old', name: 'b', rules: [{ mode: 'old', name: 'c' }] });
  const removal = thing({ unsent: { paths: ['note'], values: [null] } });
  removal.apply({ note: 'old' });
  expect(removal.apply({ note: 'new' }).note).toBe('new');
  expect(removal.apply({}).note).toBe('new');
  expect(thing({ unsent: { paths: ['size'] } }).apply({ size: 9 }).size).toBe(4);
});

test('adds: each element gets what it lacks', () => {
  const it = thing({ adds: { values: { 'rules.mode': 'own', note: 'n' } } });
  const after = it.apply({ rules: [{ mode: 'given' }, {}] });
  expect(after).toMatchObject({ note: 'n', rules: [{ mode: 'given' }, { mode: 'own' }] });
});

test('respells: shown or hidden', () => {
  const lower = { paths: ['note'], by: 'lower case' } as const;
  expect(thing({ respells: lower }).apply({ note: 'Aa' }).note).toBe('aa');
  const hidden = thing({ respells: { ...lower, hidden: true } });
  expect(hidden.apply({ note: 'Aa' }).note).toBe('Aa');
  expect(hidden.stored()?.note).toBe('aa');
  hidden.meddle({ note: 'other' });
  expect(hidden.read()?.note).toBe('other');
  const pending = thing({ respells: { paths: ['note'], from: 'active', to: 'pending' } });
  expect(pending.apply({ note: 'active' }).note).toBe('pending');
  expect(pending.apply({ note: 'off' }).note).toBe('off');
});

test('wipes: a change takes something else along', () => {
  const when = { size: 'changed', note: 'unchanged' } as const;
  const it = thing({ when, wipes: { on: 'update', paths: ['note'], becomes: null } });
  it.apply({ size: 1, note: 'n' });
  expect(it.apply({ size: 2, note: 'n' }).note).toBeNull();
});

test('unread: some of it, or all', () => {
  const part = thing({ unread: { paths: ['note'] } });
  part.apply({ note: 'n', name: 'a' });
  part.meddle({ note: 'x', name: 'x' });
  expect(part.read()).toMatchObject({ note: 'n', name: 'x' });
  const blank = thing({ unread: { paths: ['note'], becomes: '' } });
  expect(blank.apply({ note: 'n' }).note).toBe('');
  expect(blank.stored()?.note).toBe('n');
  const once = thing(
    { adds: { values: { note: 'n' } } },
    { unread: { paths: ['note'], once: true } },
  );
  expect(once.apply({ name: 'a' }).note).toBeNull();
  expect(once.read()?.note).toBe('n');
  const all = thing({ unsent: { on: 'update', paths: ['name'] } }, { unread: {} });
  all.apply({ name: 'a' });
  expect(all.apply({ name: 'b' }).name).toBe('b');
  expect(all.stored()?.name).toBe('a');
  all.lose();
  expect(all.read()?.name).toBe('b');
});

test('keeps: silence is no diff', () => {
  const it = thing({ keeps: { paths: ['rules'] } });
  it.apply({ rules: [{ name: 'a' }] });
  expect(it.planned({ name: 'b' }).rules).toEqual([{ name: 'a', mode: null }]);
});

test('refuses: before the fact, after it, and when something is gone', () => {
  const before = thing({ when: { name: 'changed' }, refuses: { on: 'update', text: 'no' } });
  before.apply({ name: 'a' });
  expect(() => before.apply({ name: 'b' })).toThrow('no');
  expect(before.stored()?.name).toBe('a');
  const after = thing({ refuses: { on: 'create', made: true, text: 'no' } });
  expect(() => after.apply({ name: 'a' })).toThrow(Unfinished);
  expect(after.stored()?.name).toBe('a');
  const gone = (on: 'read' | 'destroy') =>
    thing({ when: { id: 'gone' }, refuses: { on, text: '404' } });
  for (const on of ['read', 'destroy'] as const) {
    const it = gone(on);
    it.apply({ name: 'a' });
    expect(() => it[on]()).not.toThrow();
    if (on === 'read') it.lose();
    expect(() => it[on]()).toThrow('404');
  }
});

test('refuses what is removed, and no other change', () => {
  const it = thing({ when: { note: 'removed' }, refuses: { on: 'update', text: 'no' } });
  it.apply({ name: 'a', note: 'old' });
  it.apply({ name: 'a', note: 'new' });
  expect(() => it.apply({ name: 'a' })).toThrow('no');
});

test('crashes: at apply, with the trap', () => {
  const it = thing({ when: { rules: 'absent' }, crashes: { at: 'apply' } });
  expect(() => it.apply({ name: 'a' })).toThrow('the provider crashes here');
  expect(it.stored()).toBeUndefined();
  expect(it.apply({ rules: [{}] }).rules).toHaveLength(1);
});

test('survivesDestroy: left as it is, or reset', () => {
  const it = thing({ survivesDestroy: { resets: { note: 'insecure' } } });
  it.apply({ name: 'a', note: 'secure' });
  it.destroy();
  expect(it.stored()).toMatchObject({ name: 'a', note: 'insecure' });
});

test('the words of conditions', () => {
  const added = (when: Behaviour['when'], values: object) =>
    thing({ when, adds: { values: { note: 'seen' } } }).apply(values).note === 'seen';
  expect(added({ name: 'absent' }, {})).toBe(true);
  expect(added({ name: 'present' }, {})).toBe(false);
  expect(added({ name: { equals: 'a' }, size: { in: [1, 2] } }, { name: 'a', size: 2 })).toBe(true);
  expect(added({ name: { equals: 'a' }, size: { in: [1, 2] } }, { name: 'a', size: 3 })).toBe(
    false,
  );
  expect(added({ 'rules.mode': { contains: 'bad' } }, { rules: [{}, { mode: 'too bad' }] })).toBe(
    true,
  );
  expect(added({ 'rules.mode': 'absent' }, { rules: [] })).toBe(false);
});
