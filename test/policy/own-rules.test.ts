import { PolicyPack, PolicySeverity } from '../../lib/facts/policy';
import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { problemsInRules, rulesOfOwn } from '../../lib/policy/own-rules';
import { rulesOf } from '../../lib/policy/packs';
import { IPolicyRule, PolicyVerdict } from '../../lib/policy/policy-rule';
import { PACKS } from '../../lib/policy/rule';

const RULE: IPolicyRule = {
  id: 'acme/app-has-owner',
  title: 'an app says who owns it',
  severity: PolicySeverity.LOW,
  types: ['ibm_code_engine_app'],
  remedy: 'set the variable OWNER',
  judge: (app) =>
    app.text('name') === 'owned'
      ? PolicyVerdict.holds()
      : PolicyVerdict.breaks(`\`name\` is '${app.text('name')}'`),
};
const problems = (...rules: unknown[]) => problemsInRules([{ name: 'rules', rules }]);

/** What becomes of an app of some name under a rule that judges like this. */
function outcome(judging: IPolicyRule['judge'], name = 'web', rest: object = {}) {
  const [rule] = rulesOfOwn([{ ...RULE, judge: judging }]);
  const app = { name, ...rest };
  const graph = new Graph(
    blocksOfConfiguration({ resource: { ibm_code_engine_app: { web: app } } }),
  );
  const [finding] = judge(graph, [rule], new Date('2026-06-30')).findings;
  return finding === undefined ? ['holds', ''] : [finding.outcome, finding.fact];
}

test('a rule of one’s own holds, breaks, is for a person, or is unknown', () => {
  expect(outcome(RULE.judge, 'owned')).toEqual(['holds', '']);
  expect(outcome(RULE.judge)).toEqual(['breaks', "`name` is 'web'"]);
  expect(outcome(() => PolicyVerdict.manual('ask them'))).toEqual(['manual', 'ask them']);
  expect(outcome(() => PolicyVerdict.unknown('not yet'))).toEqual(['unknown', 'not yet']);
});

test('what only Terraform knows ends it as unknown, in other languages too', () => {
  const unknown = ['unknown', '`name` is known only to Terraform'];
  expect(outcome(RULE.judge, '${var.name}')).toEqual(unknown);
  const inPython: IPolicyRule['judge'] = (app) => {
    try {
      return RULE.judge(app);
    } catch (error) {
      // as jsii hands on what was thrown through another process.
      const text = `RuntimeError: Error: ${(error as Error).message}\n  File "rule.py"`;
      return raise(new Error(text));
    }
  };
  expect(outcome(inPython, '${var.name}')).toEqual(unknown);
});

const raise = (error: unknown): never => {
  throw error;
};

test('a waiver excuses it like any other rule', () => {
  const waiver = { rule: RULE.id, reason: 'nobody owns it', owner: 'team', until: '2026-12-31' };
  const [verdict] = outcome(RULE.judge, 'web', { '//': { waivers: [waiver] } });
  expect(verdict).toBe('waived');
});

test.each<[string, unknown, RegExp]>([
  ['nothing', undefined, /^judge: got nothing, expected a PolicyVerdict$/],
  ['a yes', true, /^judge: got true, expected a PolicyVerdict$/],
  ['a promise', Promise.resolve(PolicyVerdict.holds()), /^judge: got a promise, expected/],
  ['another outcome', { outcome: 'waived', fact: 'x' }, /^judge: got an object, expected/],
  ['a fact that is no text', { outcome: 'breaks', fact: 7 }, /^judge: got an object, expected/],
  ['no fact', { outcome: 'breaks' }, /^judge: got 'breaks' without a fact, expected what was seen/],
])('a rule that answers %s has crashed', (_, answer, fact) => {
  expect(outcome(() => answer as PolicyVerdict)).toEqual(['crashed', expect.stringMatching(fact)]);
});

test('a rule that throws has crashed, in one line', () => {
  const throwing = (thrown: unknown) => outcome(() => raise(thrown));
  expect(throwing(new TypeError('a\n\u001b[2Jb'))).toEqual(['crashed', 'a [2Jb']);
  expect(throwing(null)).toEqual(['crashed', 'null']);
  // an error of the rule itself is not taken for what ended its reading.
  const both = outcome((app) => {
    try {
      app.text('name');
    } catch {
      return raise(new Error('mine'));
    }
    return PolicyVerdict.holds();
  }, '${var.name}');
  expect(both).toEqual(['crashed', 'mine']);
});

test('it is asked in the packs that it names, and in every one without', () => {
  const asked = (packs?: PolicyPack[]) =>
    PACKS.filter((pack) => rulesOf(rulesOfOwn([{ ...RULE, packs }]), pack).length > 0);
  expect(asked()).toEqual(PACKS);
  expect(asked([])).toEqual(PACKS);
  expect(asked([PolicyPack.LAYER7])).toEqual(['strict', 'layer7']);
  expect(asked([PolicyPack.STRICT])).toEqual(['strict']);
});

test('a rule that says all that has to be said has no problem', () => {
  const full = {
    ...RULE,
    reads: ['name'],
    controls: ['ACME 7'],
    packs: ['strict'],
    reference: 'https://example.com/rules#owner',
    fix: { typescript: 'a', hcl: 'b' },
  };
  expect(problems(RULE, { ...full, id: 'acme/other' })).toEqual([]);
});

test('every problem is told at once', () => {
  const wrong = {
    ...RULE,
    title: undefined,
    id: 'Owner',
    severity: 'hihg',
    types: [],
    remedy: ' ',
    judge: 'yes',
    reads: 'name',
    packs: ['all'],
    reference: 'http://example.com',
    fix: { hcl: 'x' },
  };
  expect(problems(wrong, 7).map(({ at, got }) => [at, got])).toEqual([
    ['rules[0].id', '"Owner"'],
    ['rules[0].title', 'nothing'],
    ['rules[0].severity', '"hihg"'],
    ['rules[0].types', 'an empty list'],
    ['rules[0].remedy', '" "'],
    ['rules[0].judge', '"yes"'],
    ['rules[0].reads', '"name"'],
    ['rules[0].packs', 'a list'],
    ['rules[0].reference', '"http://example.com"'],
    ['rules[0].fix', 'an object'],
    ['rules[1]', '7'],
  ]);
  expect(problemsInRules([{ name: 'rules', rules: RULE }])).toEqual([
    { at: 'rules', got: 'an object', expected: 'a list of rules' },
  ]);
});

test('an id belongs to one rule alone', () => {
  const [ours] = problems({ ...RULE, id: 'workloads/app-not-public' });
  expect(ours.expected).toBe('an id that is free; a rule of this library has it');
  const lists = ['a', 'b'].map((name) => ({ name, rules: [RULE] }));
  expect(problemsInRules(lists)).toEqual([
    {
      at: 'b[0].id',
      got: '"acme/app-has-owner"',
      expected: 'an id that is free; a[0] has it',
    },
  ]);
});

test.each([
  ['https://example.com', true],
  ['https://example.com:8443/a/b.html?topic=a%20b#c', true],
  ['https://example.com/a b', false],
  ['https://example.com/"><script>', false],
  ['https://exämple.com', false],
  ['javascript:alert(1)', false],
])('the page %s is fine: %s', (reference, isFine) => {
  expect(problems({ ...RULE, reference }).length === 0).toBe(isFine);
});
