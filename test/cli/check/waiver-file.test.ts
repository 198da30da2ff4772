import { readWaivers, withWaivers } from '../../../lib/cli/check/waiver-file';
import { Block } from '../../../lib/policy/graph';

const RULE = 'workloads/app-not-public';
const filed = {
  address: 'ibm_code_engine_app.web',
  rule: RULE,
  reason: 'serves the public catalogue',
  owner: 'team shop',
  until: '2999-12-31',
};
const block = { address: filed.address, waivers: [] } as unknown as Block;
const stacks = (...blocks: Block[]) => new Map([['', blocks]]);

test('a waiver of a file is one of its resource, and of no other', () => {
  const other = { ...block, address: 'ibm_code_engine_app.other' };
  const [first, second] = withWaivers(stacks(block, other), [filed], 'w.json').get('')!;
  expect(first.waivers).toEqual([filed]);
  expect(second.waivers).toEqual([]);
});

test('a waiver for what the input lacks is refused, since it would excuse nothing', () => {
  const lost = { ...filed, address: 'ibm_code_engine_app.wbe' };
  expect(() => withWaivers(stacks(block), [lost], 'w.json')).toThrow(
    /^w\.json: the waiver of workloads\/app-not-public: got "ibm_code_engine_app\.wbe"/,
  );
});

test.each([
  [5, /^w\.json: got 5, expected a list of waivers/],
  [[5], /^w\.json\[0\]: got 5/],
  [[{ ...filed, rule: 'workloads/app-not-pubic' }], /did you mean .*app-not-public/],
  [[{ ...filed, owner: undefined }], /^w\.json\[0\]\.owner: got nothing/],
  [[{ ...filed, untill: 'x' }], /a key "untill".*did you mean .*until/],
])('%j is no file of waivers', (json, said) => {
  expect(() => readWaivers(json, 'w.json', [RULE])).toThrow(said);
});
