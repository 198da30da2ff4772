import {
  constantOf,
  isLeaf,
  longest,
  memberOf,
  patternOf,
  referencesOf,
} from '../../../lib/policy/loaders/plan-expression';

const READ = { references: ['var.tag', 'ibm_cis.a.id', 'ibm_cis.a'] };

test('references are those of an expression, or of all in a block; without an expression there are none to know', () => {
  expect(referencesOf(READ)).toEqual(READ.references);
  expect(referencesOf({ constant_value: 1 })).toEqual([]);
  expect(referencesOf([{ a: READ }, { b: { references: ['var.x'] } }])).toEqual([
    ...READ.references,
    'var.x',
  ]);
  expect(referencesOf(undefined)).toBeUndefined();
});

test('an expression is told from a block, even from one with an attribute called references', () => {
  expect([READ, { constant_value: null }].every(isLeaf)).toBe(true);
  expect([{}, { references: { constant_value: 1 } }, { name: READ }, []].some(isLeaf)).toBe(false);
});

test('an address that is named once more without its attribute counts once', () => {
  expect(longest(['ibm_cis.a["x"].id', 'ibm_cis.a["x"]', 'ibm_cis.a', 'var.tag'])).toEqual([
    'ibm_cis.a["x"].id',
    'var.tag',
  ]);
});

test('of JSON a plan keeps the text too, which is no constant', () => {
  const image = { constant_value: 'icr.io/shop@${var.tag}', references: ['var.tag'] };
  expect(constantOf(image)).toBeUndefined();
  expect(patternOf(image)).toBe('icr.io/shop@\0');
  expect(patternOf({ references: ['var.tag'] })).toBe('\0');
  expect(constantOf({ constant_value: 'icr.io/shop:1' })).toBe('icr.io/shop:1');
});

test('a member of a map has its own references where the text tells them apart', () => {
  const whole = {
    constant_value: { A: '${ibm_cis.a.id}', B: 'plain' },
    references: ['ibm_cis.a.id', 'ibm_cis.a'],
  };
  expect(memberOf(whole, 'A')).toEqual({
    constant_value: '${ibm_cis.a.id}',
    references: whole.references,
  });
  expect(memberOf(whole, 'B')).toEqual({ constant_value: 'plain' });
  expect(memberOf(READ, 'A')).toBe(READ);
});
