import { EdgeRule } from '../../../lib/constructs/edge/edge-rule';
import { Waiver } from '../../../lib/constructs/waiver';
import { FirewallStage } from '../../../lib/facts/waf';
import { refusalOf } from '../../kit/refusal';
import { waiver } from '../../kit/samples';

const { BLOCK, LOG } = FirewallStage;
const condition = 'http.request.uri.path contains "/.git"';
const common = { description: 'git', enabled: true, expression: condition, ref: 'git' };

describe('an EdgeRule renders its defaults', () => {
  test('all of it, with its name as its description', () => {
    expect(EdgeRule.block('git', condition)._toTerraform(BLOCK)).toEqual({
      ...common,
      action: 'block',
      actionParameters: undefined,
    });
  });
});

describe('an EdgeRule renders', () => {
  test.each([
    ['block', EdgeRule.block('git', condition), 'block'],
    ['challenge', EdgeRule.challenge('git', condition), 'managed_challenge'],
    ['log', EdgeRule.log('git', condition), 'log'],
  ])('%s, which only records in the stage before blocking', (_, rule, action) => {
    expect(rule._toTerraform(BLOCK)).toMatchObject({ ...common, action });
    expect(rule._toTerraform(LOG)).toMatchObject({ ...common, action: 'log' });
  });

  test('skip, of the rules behind it, in both stages', () => {
    const rule = EdgeRule.skip('git', condition);
    const expected = { ...common, action: 'skip', actionParameters: [{ ruleset: 'current' }] };
    expect(rule._toTerraform(BLOCK)).toEqual(expected);
    expect(rule._toTerraform(LOG)).toEqual(expected);
    expect(rule._optOuts('rules.0')).toEqual([]);
  });

  test('skipFirewall, of all phases, with its waiver', () => {
    const rule = EdgeRule.skipFirewall('git', condition, waiver());
    expect(rule._toTerraform(BLOCK).actionParameters).toEqual([
      { ruleset: 'current', phases: ['http_request_firewall_managed', 'http_ratelimit'] },
    ]);
    expect(rule._optOuts('rules.0')).toMatchObject([
      { rule: 'edge/firewall-covers-all', prop: 'rules.0', taken: true, waiver: { owner: 'team' } },
    ]);
  });

  test('a description', () => {
    const description = 'No hidden files';
    const rule = EdgeRule.block('git', condition, { description });
    expect(rule._toTerraform(BLOCK).description).toBe(description);
  });
});

test('an EdgeRule says what only some plans have', () => {
  expect(EdgeRule.block('a', 'ssl')._asksFor()).toEqual([]);
  expect(EdgeRule.log('a', 'http.host matches "^a"')._asksFor()).toEqual([
    'rules that only log',
    'the operator matches',
  ]);
});

test.each<[string, () => unknown]>([
  ['name', () => EdgeRule.block('No Name', 'true')],
  ['condition', () => EdgeRule.challenge('a', '')],
  ['condition', () => EdgeRule.log('a', '(true')],
  ['condition', () => EdgeRule.skip('a', undefined as unknown as string)],
  ['waiver', () => EdgeRule.skipFirewall('a', 'true', undefined as unknown as Waiver)],
])('an EdgeRule is refused for its %s', (prop, define) => {
  expect(refusalOf(define)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('what is wrong with an EdgeRule is said at once', () => {
  expect(refusalOf(() => EdgeRule.block('', '"'))).toHaveLength(2);
});
