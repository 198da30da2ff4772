/** What a rule reads grows with what it judges, and no faster: a configuration ten times as large takes ten times as long. */
import * as path from 'path';
import { verdictOn } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Resource, View } from '../../lib/policy/resource';
import { Rule } from '../../lib/policy/rule';
import { RULES } from '../../lib/policy/rules';
import { filesIn } from '../kit/fresh';
import { RuleCases, configurationOf } from '../kit/rules';

const mockTested: [Rule, RuleCases][] = [];

// the tests of the rules hand over their cases instead of running them.
jest.mock('../kit/rules', () => ({
  ...jest.requireActual('../kit/rules'),
  testRule: (...it: [Rule, RuleCases]) => mockTested.push(it),
}));
for (const file of filesIn('test/policy/rules', '.test.ts')) {
  require(path.join(__dirname, '../..', file));
}

type Json = Record<string, any>;

let reads = 0;
[View, Resource, Graph].forEach((it) => count(it.prototype));

/** Every question to a resource or to the graph adds to the reads. */
function count(prototype: object): void {
  const members = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  for (const [name, member] of members.filter(([it]) => it !== 'constructor')) {
    const key = member.get ? 'get' : 'value';
    const original = member[key] as (...given: unknown[]) => unknown;
    const counted = function (this: unknown, ...given: unknown[]) {
      reads += 1;
      return original.apply(this, given);
    };
    Object.defineProperty(prototype, name, { ...member, [key]: counted });
  }
}

function readsOf(rule: Rule, configuration: Json): number {
  const graph = new Graph(blocksOfConfiguration(configuration));
  reads = 0;
  // the engine would ask a rule once for resources that say the same.
  for (const resource of rule.types.flatMap((type) => Resource.all(type, graph))) {
    verdictOn(rule, resource);
  }
  return reads;
}

const NAMED = ['resource', 'data', 'output', 'variable'];

type Copy = (configuration: Json, at: number) => Json;

/** Copies by the side of each other: each has its own names, and refers to itself. */
const apart: Copy = (configuration, at) => {
  const text = JSON.stringify(together(configuration, at));
  return JSON.parse(text.replace(/\b(\w+_\w+|var)\.([\w-]+)/g, `$1.$2${endingOf(at)}`)) as Json;
};

/** Copies that all refer to the first. */
const together: Copy = (configuration, at) => {
  const kinds = Object.entries(configuration).map(([kind, content]) => {
    if (kind !== 'resource' && kind !== 'data')
      return [kind, NAMED.includes(kind) ? renamed(content, at) : [content].flat()];
    const types = Object.entries(content as Json).map(([type, it]) => [type, renamed(it, at)]);
    return [kind, Object.fromEntries(types)];
  });
  return Object.fromEntries(kinds);
};

const endingOf = (at: number): string => (at === 0 ? '' : `_${at}`);

const renamed = (named: Json, at: number): Json =>
  Object.fromEntries(Object.entries(named).map(([name, it]) => [`${name}${endingOf(at)}`, it]));

function merged(one: any, other: any): any {
  if (Array.isArray(one)) return [...one, ...other];
  if (typeof one !== 'object') return one;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    names.map((name) => [
      name,
      name in one && name in other ? merged(one[name], other[name]) : (one[name] ?? other[name]),
    ]),
  );
}

test('each rule hands over its cases', () => {
  expect(mockTested.map(([{ id }]) => id).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

const STEP = 6;

describe.each([
  ['apart', apart],
  ['together', together],
])('of copies %s', (_, copy) => {
  test.each(mockTested.map(([rule, cases]) => [rule.id, rule, cases] as const))(
    '%s reads no more of each the more there are',
    (_, rule, { holds, breaks, unknown, manual = [] }) => {
      for (const body of [...holds, ...breaks, ...unknown, ...manual, {}]) {
        const configuration = configurationOf(rule.types[0], body);
        const [few, more, most] = [1, 2, 3].map((times) => {
          const copies = Array.from({ length: times * STEP }, (_, at) => copy(configuration, at));
          return readsOf(rule, copies.reduce(merged));
        });
        const name = JSON.stringify(configuration);
        expect([name, most - more]).toEqual([name, more - few]);
      }
    },
  );
});
