import { STYLE } from '../../lib/report/html-style';

test('it names each colour that it uses, loads nothing, and ends no element', () => {
  const named = new Set([...STYLE.matchAll(/[;{\n](--\w+):/g)].map(([, name]) => name));
  const used = new Set([...STYLE.matchAll(/var\((--\w+)\)/g)].map(([, name]) => name));
  expect([...used].filter((name) => !named.has(name))).toEqual([]);
  expect(STYLE).not.toMatch(/url\(|@import|<\//);
});

test('braces are closed', () => {
  expect(STYLE.split('{').length).toBe(STYLE.split('}').length);
});
