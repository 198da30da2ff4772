/** `provider/behaviours.json` is well-formed and complete, and every behaviour has a test that sees it. */
import * as fs from 'fs';
import * as path from 'path';
import { format } from '../../../../tools/format';
import { PROVIDER_DIR, readProvider } from '../../../../tools/provider-data';
import { filesIn, textOf } from '../../fresh';
import { inTemporaryFolder } from '../../temporary';
import { readBehaviours, readTraps } from './behaviours';
import { strayOf } from './forms';
import { QUIRKS } from './quirks';

/** The services whose traps are all behaved or documented. */
const COMPLETE = [
  'app-id',
  'code-engine',
  'context-based-restrictions',
  'event-notifications',
  'iam',
  'internet-services',
  'registry',
  'resources',
  'secrets-manager',
  'tags',
];

/** What the other kinds do needs time, a second owner or a service that refuses: `refusals.json` has those. */
const KINDS = [
  'crash',
  'discloses',
  'drops-value',
  'insecure-on-destroy',
  'leaves-behind',
  'lost-update',
  'never-read',
  'never-sent',
  'perpetual-diff',
  'replaces',
  'update-fails',
  'wipes',
  'wrong-read',
];

const FILE = path.join(PROVIDER_DIR, 'behaviours.json');
const behaviours = readBehaviours();
const traps = readTraps();

test('the table is written in the one form, by trap', () => {
  const text = fs.readFileSync(FILE, 'utf8');
  expect(text).toBe(`${format(JSON.parse(text))}\n`);
  const ids = behaviours.map(({ trap }) => trap);
  expect(ids).toEqual([...ids].sort());
});

test('every type, path and quirk of it exists', () => {
  const data = readProvider();
  expect(behaviours.flatMap((behaviour) => strayOf(behaviour, data) ?? [])).toEqual([]);
  const quirks = behaviours.flatMap(({ quirk }) => quirk ?? []);
  expect([...new Set(quirks)].sort()).toEqual(Object.keys(QUIRKS).sort());
});

test('no trap of a complete service is forgotten', () => {
  const told = new Set(behaviours.map(({ trap }) => trap));
  const forgotten = traps
    .filter(({ id, kind }) => COMPLETE.includes(id.split('/')[0]) && KINDS.includes(kind))
    .filter(({ id }) => !told.has(id));
  expect(forgotten).toEqual([]);
});

test('every behaviour has a test that sees it, and what is documented has none', () => {
  const tests = filesIn('test/terraform/traps', '.test.ts').map(textOf).join('\n');
  const seen = [...tests.matchAll(/test\(\s*'([a-z-]+\/[a-z0-9-]+): /g)].map(([, id]) => id);
  const shown = behaviours.filter(({ documented }) => documented === undefined);
  expect([...new Set(seen)].sort()).toEqual([...new Set(shown.map(({ trap }) => trap))].sort());
});

test.each([
  [{ trap: 'iam/nonsense', documented: 'x' }, 'got trap iam/nonsense, expected one of traps.json'],
  [{ forgets: {} }, 'got forgets, expected one of drops, unsent,'],
  [{ drops: { paths: ['a'] } }, 'drops: got no values, expected one'],
  [{ unread: { values: [0] } }, 'unread: got values, expected paths'],
  [{ quirk: 'x', when: { a: 'maybe' } }, 'when a: got maybe, expected one of absent, present,'],
])('an entry as %j is refused in one line', async (entry, message) => {
  await inTemporaryFolder(async (dir) => {
    fs.copyFileSync(path.join(PROVIDER_DIR, 'traps.json'), path.join(dir, 'traps.json'));
    const [{ id: trap }] = traps;
    fs.writeFileSync(path.join(dir, 'behaviours.json'), JSON.stringify([{ trap, ...entry }]));
    expect(() => readBehaviours(dir)).toThrow(message);
  });
});

test('a type or path that does not exist is named', () => {
  const data = readProvider();
  const entry = { trap: 'x', unread: { paths: ['link.nowhere'] } };
  const type = 'ibm_iam_trusted_profile_link';
  expect(strayOf({ ...entry, types: [type] }, data)).toContain('got path link.nowhere');
  expect(strayOf({ ...entry, types: ['ibm_none'] }, data)).toContain('got type ibm_none');
});
