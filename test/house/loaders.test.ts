/** Whatever a rule says of a resource, it says it however the resource was read: each case of each rule, by every loader. */
import * as fs from 'fs';
import * as path from 'path';
import { App, TerraformStack } from 'cdktf';
import { readHcl } from '../../lib/cli/check/hcl';
import { Block } from '../../lib/policy/graph';
import { stacksOfOutput } from '../../lib/policy/loaders/cdktf-output';
import { blocksOfModule, blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { blocksOfPlan } from '../../lib/policy/loaders/plan';
import { RULES } from '../../lib/policy/rules';
import { casesOfEveryRule, RuleCase } from '../kit/policy/cases';
import { hclOf } from '../kit/policy/hcl';
import { planOf } from '../kit/policy/planned';
import { outcomesIn } from '../kit/rules';
import { inTemporaryFolder, withTemporaryFolder } from '../kit/temporary';

const cases = casesOfEveryRule();
jest.setTimeout(60_000);

const LIFECYCLE = 'no plan shows `lifecycle`';
const STATE = 'no plan says where the state lies';
const TEXTS = 'of a text of HCL with something unknown in it, a plan keeps nothing';
const HIDDEN = 'the provider hides the value, so that nobody sees whether it is a literal';

/** Rules of which a plan knows less than the code in some case, and why. */
const LESS_IN_A_PLAN: Readonly<Record<string, readonly string[]>> = {
  [LIFECYCLE]: RULES.filter(({ reads }) => reads.some((it) => it.startsWith('lifecycle'))).map(
    ({ id }) => id,
  ),
  [STATE]: ['secrets/state-encrypted'],
  [TEXTS]: [
    'builds/no-credentials-in-url',
    'builds/to-private-registry',
    'images/from-private-registry',
    'images/pinned-by-digest',
    'images/private-endpoint',
    'workloads/no-clear-text-url',
  ],
  [HIDDEN]: [
    'secrets/edge-function-not-literal',
    'secrets/rotated-password-not-given',
    'secrets/stored-not-literal',
  ],
};

/** What the loaders say where it is not what the case says: `name: got …`. */
const disagreeing = (blocksOf: (it: RuleCase, at: number) => readonly Block[]): string[] =>
  cases.flatMap((it, at) => {
    const said = outcomesIn(it.rule, blocksOf(it, at));
    return said.join() === it.outcome ? [] : [`${it.name}: got ${said.join() || 'nothing'}`];
  });

test('every rule has cases, among them what says nothing', () => {
  const tested = new Set(cases.map(({ rule }) => rule.id));
  expect(RULES.filter(({ id }) => !tested.has(id))).toEqual([]);
  expect(cases.length).toBeGreaterThan(5 * RULES.length);
});

test('a construct tree says the same as its JSON', () => {
  expect(
    disagreeing(({ json }) => {
      const stack = new TerraformStack(new App(), 'stack');
      for (const [name, value] of Object.entries(json)) stack.addOverride(name, value);
      const resolved = JSON.stringify(stack.toTerraform());
      return blocksOfConfiguration(JSON.parse(resolved) as unknown);
    }),
  ).toEqual([]);
});

test('the folder of a synthesis says the same', () =>
  withTemporaryFolder((dir) => {
    const stacks = Object.fromEntries(
      cases.map((_, at) => [`s${at}`, { synthesizedStackPath: `s${at}.tf.json` }]),
    );
    fs.writeFileSync(path.join(dir, 'manifest.json'), JSON.stringify({ stacks }));
    cases.forEach(({ json }, at) =>
      fs.writeFileSync(path.join(dir, `s${at}.tf.json`), JSON.stringify(json)),
    );
    const read = stacksOfOutput(dir);
    expect(disagreeing((_, at) => blocksOfConfiguration(read[at].json))).toEqual([]);
  }));

test('HCL says the same', async () => {
  await inTemporaryFolder(async (dir) => {
    const read: (readonly Block[])[] = [];
    for (const [at, { json }] of cases.entries()) {
      const file = path.join(dir, `s${at}.tf`);
      fs.writeFileSync(file, hclOf(json));
      read.push(blocksOfModule({ parts: await readHcl([file]) }));
    }
    expect(disagreeing((_, at) => read[at])).toEqual([]);
  });
});

test.each([
  ['JSON', 'json', [LIFECYCLE, STATE, HIDDEN]],
  ['HCL', 'flat', [LIFECYCLE, STATE, HIDDEN, TEXTS]],
] as const)('a plan of %s says the same, or that it does not know', (_, layout, reasons) => {
  const told = cases.flatMap((it) => {
    const said = outcomesIn(it.rule, blocksOfPlan(planOf(it.json, layout))).join();
    const isLearned = it.outcome === 'unknown' && /^(holds|breaks|manual)$/.test(said);
    const line = `${it.name}: got ${said || 'nothing'}`;
    return said === it.outcome || isLearned ? [] : [{ rule: it.rule.id, said, line }];
  });
  const listed = reasons.flatMap((it) => LESS_IN_A_PLAN[it]);
  const open = told.filter(({ rule, said }) => said !== 'unknown' || !listed.includes(rule));
  expect(open.map(({ line }) => line)).toEqual([]);
  const rules = told.map(({ rule }) => rule);
  expect(listed.filter((it) => !rules.includes(it))).toEqual([]);
});
