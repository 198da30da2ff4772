/** The cases of every rule, taken from the tests of the rules, for what is to be held of all of them. */
import * as path from 'path';
import { Rule } from '../../../lib/policy/rule';
import { ROOT, filesIn } from '../fresh';
import type { RuleCases } from '../rules';

/** A rule, a configuration that has something called `it`, and what the rule says of it. */
export interface RuleCase {
  readonly name: string;
  readonly rule: Rule;
  readonly outcome: string;
  readonly json: Record<string, any>;
}

/** Reads all tests of rules as lists of their cases; none of them is run. */
export function casesOfEveryRule(): RuleCase[] {
  const { casesOf, ...rest } = jest.requireActual<typeof import('../rules')>('../rules');
  const found: RuleCase[] = [];
  const testRule = (rule: Rule, cases: RuleCases) => {
    for (const [body, outcome, json] of casesOf(rule, cases)) {
      found.push({ name: `${rule.id}: ${outcome}: ${body}`, rule, outcome, json });
    }
  };
  jest.doMock('../rules', () => ({ ...rest, casesOf, testRule }));
  for (const file of filesIn('test/policy/rules', '.test.ts')) require(path.join(ROOT, file));
  jest.dontMock('../rules');
  return found;
}
