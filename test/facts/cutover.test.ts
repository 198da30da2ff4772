import { Cutover } from '../../lib/facts/cutover';

test('a cutover has two steps, and most apps need none', () => {
  expect(Object.values(Cutover)).toEqual(['none', 'prepare', 'complete']);
});
