import {
  addressOf,
  bare,
  instanceOf,
  isBetween,
  isKey,
  isOpaque,
  placeOf,
  tokensOf,
} from '../../lib/policy/address';

test.each([
  ['ibm_code_engine_app.web', 'ibm_code_engine_app.web'],
  ['ibm_code_engine_app.web[0].name', 'ibm_code_engine_app.web.name'],
  ['module.a["x.]y"].module.b[0].ibm_cis.main["k"].id', 'ibm_cis.main.id'],
  ['module.a.data.ibm_cis.main', 'data.ibm_cis.main'],
  ['module.shop.url', 'module.shop.url'],
  ['var.image', 'var.image'],
])('%s is %s in its own module', (address, own) => {
  expect(bare(address)).toBe(own);
});

test('what only Terraform knows is told from what the configuration has', () => {
  expect(['var.x', 'local.x', 'module.shop', 'module.shop.url'].every(isOpaque)).toBe(true);
  expect(isOpaque('module.shop.ibm_cis.main')).toBe(false);
  expect(['local.x', 'var.x'].map(isBetween)).toEqual([true, false]);
});

test('an address is taken apart and put together again', () => {
  const address = 'module.a["x.y"].ibm_cis.main[0].id';
  const tokens = tokensOf(address);
  expect(tokens.filter(isKey).map(({ text }) => text)).toEqual(['["x.y"]', '[0]']);
  expect(addressOf(tokens)).toBe(address);
  expect(tokensOf('a.'.repeat(100_000)).length).toBeLessThan(100);
});

test('an instance knows its modules and its key', () => {
  expect(instanceOf('module.a["x"].module.b.data.ibm_cis.main["k"]')).toMatchObject({
    steps: [{ name: 'a', key: '["x"]' }, { name: 'b' }],
    name: 'data.ibm_cis.main',
    key: '["k"]',
  });
  const { steps, name } = instanceOf('module.a["x"].ibm_cis.main');
  expect(placeOf(steps, name)).toBe('module.a.ibm_cis.main');
  expect(placeOf(steps, name, true)).toBe('module.a["x"].ibm_cis.main');
});
