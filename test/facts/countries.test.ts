import { COUNTRIES } from '../../lib/facts/countries';

test('there are 249 countries and three codes beside them, each once', () => {
  expect(COUNTRIES).toHaveLength(252);
  expect(new Set(COUNTRIES).size).toBe(252);
  expect(COUNTRIES.every((code) => /^[A-Z][A-Z1]$/.test(code))).toBe(true);
});

test('none of them is a name that people mistake for one', () => {
  expect(COUNTRIES).not.toContain('UK');
  expect(COUNTRIES).not.toContain('EU');
});
