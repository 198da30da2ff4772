import { withDefaults } from '../../lib/core';

interface Props {
  readonly name: string;
  readonly size?: number;
  readonly on?: boolean;
}

test('a default fills in for what is absent', () => {
  expect(withDefaults<Props, { size: number }>({ name: 'a' }, { size: 1 })).toEqual({
    name: 'a',
    size: 1,
  });
});

test('an explicit undefined counts as absent', () => {
  const settled = withDefaults<Props, { size: number }>(
    { name: 'a', size: undefined },
    { size: 1 },
  );
  expect(settled.size).toBe(1);
});

test('what is given wins, false and 0 included', () => {
  const given = { name: 'a', size: 0, on: false };
  expect(withDefaults<Props, { size: number; on: boolean }>(given, { size: 1, on: true })).toEqual(
    given,
  );
});

test('neither props nor defaults are changed', () => {
  const [props, defaults] = [Object.freeze({ name: 'a' }), Object.freeze({ size: 1 })];
  withDefaults<Props, { size: number }>(props, defaults);
  expect([props, defaults]).toEqual([{ name: 'a' }, { size: 1 }]);
});
