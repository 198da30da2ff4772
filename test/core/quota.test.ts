import { Demand, Quota, enroll, loadOf } from '../../lib/core';

const app = (least: number, most: number): Demand => ({
  kind: 'apps',
  least: loadOf(least, { cpu: 1, memory: 4 }),
  most: loadOf(most, { cpu: 1, memory: 4 }),
});
const of = (demands: readonly Demand[]) => {
  const quota = new Quota();
  for (const demand of demands) quota.add(demand);
  return quota;
};
const many = (count: number, demand: Demand) => Array.from({ length: count }, () => demand);

test('a project holds so many of a kind and no more', () => {
  expect(of(many(40, app(0, 1))).overrun()).toEqual([]);
  expect(of([...many(41, app(0, 1)), ...many(20, { kind: 'functions' })]).overrun()).toEqual([
    {
      prop: 'apps',
      got: '41',
      expected: 'at most 40 in one project',
      remedy: 'spread them over several projects',
    },
  ]);
});

test('a project carries so much at rest and no more', () => {
  expect(of([app(128, 128)]).overrun()).toEqual([]);
  expect(
    of([app(129, 129)])
      .overrun()
      .map(({ prop }) => prop),
  ).toEqual(['cpu', 'memory']);
});

test('what could become too much is told apart from what is', () => {
  expect(of([app(0, 200)]).overrun()).toEqual([]);
  expect(
    of([app(0, 200)])
      .risk()
      .map(({ prop }) => prop),
  ).toEqual(['cpu', 'memory']);
  expect(of([app(0, 128)]).risk()).toEqual([]);
});

test('a number that only Terraform knows counts for nothing', () => {
  expect(loadOf(-1.8881545897087626e289, { cpu: 1, memory: 4 })).toEqual({
    instances: 0,
    cpu: 0,
    memory: 0,
  });
});

test('only a project that counts is told', () => {
  const seen: Demand[] = [];
  enroll({ _enroll: (demand: Demand) => void seen.push(demand) }, { kind: 'jobs' });
  expect(seen).toEqual([{ kind: 'jobs' }]);
  expect(() => enroll({}, { kind: 'jobs' })).not.toThrow();
});
