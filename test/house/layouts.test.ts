/** A plan with modules, `count` and `for_each` is judged like one without: each case of each rule, in every layout. */
import { blocksOfConfiguration, blocksOfModule } from '../../lib/policy/loaders/configuration';
import { blocksOfPlan } from '../../lib/policy/loaders/plan';
import { casesOfEveryRule, RuleCase } from '../kit/policy/cases';
import { MODULE_LAYOUTS, modularOf } from '../kit/policy/modular';
import { Layout, planOf } from '../kit/policy/planned';
import { outcomesIn } from '../kit/rules';

/** No plan has variables or settings in modules, and providers stay where they are. */
const everyCase = casesOfEveryRule();
const cases = everyCase.filter(({ rule }) => !/^(variable|terraform)\./.test(rule.types[0]));

/** What a layout shows less of, or otherwise, and why. */
const OTHERWISE: readonly {
  readonly layouts: readonly Layout[];
  readonly why: string;
  readonly said: string;
  readonly rules: readonly string[];
}[] = [
  {
    layouts: ['for_each'],
    why: 'of what an expression chooses, a plan does not say which attribute is read',
    said: 'unknown',
    rules: [
      'access/profile-over-api-key',
      'secrets/no-credential-in-environment',
      'secrets/no-credential-in-output',
    ],
  },
  {
    layouts: ['for_each', 'nested'],
    why: 'two instances with the same literal id are two owners of the same thing',
    said: 'breaks',
    rules: [
      'access/one-owner-of-members',
      'auth/one-owner-of-redirects',
      'edge/one-owner-of-a-phase',
    ],
  },
];

const LAYOUTS: readonly Layout[] = ['count', 'for_each', 'module', 'apart', 'nested'];

jest.setTimeout(60_000);

const saidIn = ({ rule, json }: RuleCase, layout: Layout): string =>
  [...new Set(outcomesIn(rule, blocksOfPlan(planOf(withEnds(json), layout))))].join();

/** The configuration with what its resources refer to, which most cases leave out. */
function withEnds(json: Record<string, any>): Record<string, any> {
  const whole = structuredClone(json);
  for (const [, path] of JSON.stringify(json).matchAll(/\b((?:data\.)?ibm_\w+\.[\w-]+)\./g)) {
    const [name, type, kind = 'resource'] = path.split('.').reverse();
    ((whole[kind] ??= {})[type] ??= {})[name] ??= {};
  }
  return whole;
}

/** The same, with every reference to a resource in a local value. */
function withLocals(json: Record<string, any>): Record<string, any> {
  const locals: Record<string, string> = {};
  const text = JSON.stringify(json).replace(
    /\$\{((?:data\.)?ibm_[\w-]+\.[\w.-]+)\}/g,
    (_, path: string) => {
      const name = `of_${path.replace(/\W/g, '_')}`;
      locals[name] = `\${${path}}`;
      return `\${local.${name}}`;
    },
  );
  return { ...(JSON.parse(text) as object), locals: { ...json.locals, ...locals } };
}

test('local values, which a plan does not show: the same, or unknown', () => {
  const told = cases.flatMap(({ name, rule, json }) => {
    const whole = withEnds(json);
    const flat = outcomesIn(rule, blocksOfPlan(planOf(whole))).join();
    const said = outcomesIn(rule, blocksOfPlan(planOf(withLocals(whole)))).join();
    return flat === said || said === 'unknown' || flat === 'unknown'
      ? []
      : [`${name}: ${flat}, got ${said || 'nothing'}`];
  });
  expect(told).toEqual([]);
});

test.each(LAYOUTS)('%s: the same as in a flat plan', (layout) => {
  const told = cases.flatMap((it) => {
    const [flat, said] = [saidIn(it, 'flat'), saidIn(it, layout)];
    const line = `${it.name}: ${flat}, got ${said || 'nothing'}`;
    return flat === said ? [] : [{ rule: it.rule.id, said, line }];
  });
  const listed = OTHERWISE.filter(({ layouts }) => layouts.includes(layout));
  const isListed = (it: (typeof told)[number]) =>
    listed.some(({ said, rules }) => said === it.said && rules.includes(it.rule));
  expect(told.filter((it) => !isListed(it)).map(({ line }) => line)).toEqual([]);
  const rules = listed.flatMap((it) => it.rules);
  expect(rules.filter((id) => !told.some(({ rule }) => rule === id))).toEqual([]);
});

test.each(MODULE_LAYOUTS)('a configuration in %s: the same as a flat one', (layout) => {
  const told = everyCase.flatMap(({ name, rule, json }) => {
    const whole = withEnds(json);
    const flat = outcomesIn(rule, blocksOfConfiguration(whole)).join();
    const said = outcomesIn(rule, blocksOfModule(modularOf(whole, layout))).join();
    return flat === said ? [] : [`${name}: ${flat}, got ${said || 'nothing'}`];
  });
  expect(told).toEqual([]);
});
