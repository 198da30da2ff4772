import { groupedBy } from '../../lib/policy/grouped';

test('things are found by each of their keys, and without one not at all', () => {
  const groups = groupedBy(['ab', 'b', 'c', ''], (it) => (it === 'c' ? undefined : it.split('')));
  expect(Object.fromEntries(groups)).toEqual({ a: ['ab'], b: ['ab', 'b'] });
  expect(groupedBy(['x', 'y'], () => 'one').get('one')).toEqual(['x', 'y']);
});
