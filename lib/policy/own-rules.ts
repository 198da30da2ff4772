/** Rules of users: checked as a whole, and made into what the engine asks. */
import { PolicyResource } from './policy-resource';
import { IPolicyRule } from './policy-rule';
import { Outcome, PACKS, Pack, Rule, SEVERITIES, Severity, Verdict } from './rule';
import { RULES } from './rules';

/** One thing that is wrong with a rule. */
export interface RuleProblem {
  /** Where: `rules[2].title`. */
  readonly at: string;
  readonly got: string;
  readonly expected: string;
}

/** Rules, and what they are called where something is wrong with them. */
export interface RuleList {
  readonly name: string;
  readonly rules: unknown;
}

const ID = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/;
const TYPE = /^((data\.)?[a-z]\w*|provider\.[\w-]+|(output|variable|terraform)\.)$/;
// no more than every reader of reports takes for an address.
const PAGE =
  /^https:\/\/[\w.-]+(:\d+)?([/?]([\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?(#([\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i;
const OUTCOMES: readonly Outcome[] = ['holds', 'breaks', 'manual', 'unknown'];
const OWN_PACKS = PACKS.filter((it) => it !== 'strict');

/** All that is wrong with rules of a user's own; the same id twice is wrong too, in whatever list. */
export function problemsInRules(lists: readonly RuleList[]): RuleProblem[] {
  const taken = new Map(RULES.map(({ id }) => [id, 'a rule of this library has it']));
  return lists.flatMap(({ name, rules }) => {
    if (!Array.isArray(rules))
      return [{ at: name, got: shown(rules), expected: 'a list of rules' }];
    return rules.flatMap((rule: unknown, index) =>
      problemsIn(rule, `${name}[${index}]`).concat(collisions(rule, `${name}[${index}]`, taken)),
    );
  });
}

/** Rules of a user's own as the engine asks them; they have to be without problems. */
export const rulesOfOwn = (rules: readonly IPolicyRule[]): Rule[] => rules.map(ruleOf);

/** The same, of rules that stand in code; refuses all that is wrong with them at once. */
export function acceptedRules(rules: readonly IPolicyRule[]): Rule[] {
  const problems = problemsInRules([{ name: 'rules', rules }]);
  if (problems.length === 0) return rulesOfOwn(rules);
  const lines = problems.map(
    ({ at, got, expected }) => `  ${at}: got ${got}, expected ${expected}`,
  );
  throw new Error(['rules cannot be asked:', ...lines].join('\n'));
}

type Check = readonly [expected: string, isRight: (value: unknown) => boolean];

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
const isList =
  (isRight: (item: unknown) => boolean, least = 0) =>
  (value: unknown) =>
    Array.isArray(value) && value.length >= least && value.every(isRight);
const oneOf = (words: readonly string[]) => (value: unknown) => words.includes(value as string);
const TEXT: Check = ['a text', isText];
const TEXTS: Check = ['a list of texts', isList(isText)];

const REQUIRED: Readonly<Record<string, Check>> = {
  id: ['a word and a name in lower case, as acme/app-has-owner', (it) => isText(it) && ID.test(it)],
  title: TEXT,
  severity: [`one of ${SEVERITIES.join(', ')}`, oneOf(SEVERITIES)],
  types: [
    'a list of Terraform types, as ibm_code_engine_app',
    isList((it) => isText(it) && TYPE.test(it), 1),
  ],
  remedy: TEXT,
  judge: ['a function', (it) => typeof it === 'function'],
};
const OPTIONAL: Readonly<Record<string, Check>> = {
  reads: TEXTS,
  controls: TEXTS,
  packs: [`a list of ${PACKS.join(', ')}`, isList(oneOf(PACKS))],
  reference: ['an address that begins with https://', (it) => isText(it) && PAGE.test(it)],
  fix: [
    'an object with the texts typescript and hcl',
    (it) => isObject(it) && isText(it.typescript) && isText(it.hcl),
  ],
};

function problemsIn(rule: unknown, at: string): RuleProblem[] {
  if (!isObject(rule)) return [{ at, got: shown(rule), expected: 'a rule' }];
  const checks = [
    ...Object.entries(REQUIRED),
    ...Object.entries(OPTIONAL).filter(([member]) => (rule[member] ?? undefined) !== undefined),
  ];
  return checks
    .filter(([member, [, isRight]]) => !isRight(rule[member]))
    .map(([member, [expected]]) => ({
      at: `${at}.${member}`,
      got: shown(rule[member]),
      expected,
    }));
}

function collisions(rule: unknown, at: string, taken: Map<string, string>): RuleProblem[] {
  if (!isObject(rule) || !isText(rule.id)) return [];
  const { id } = rule;
  const why = taken.get(id);
  taken.set(id, why ?? `${at} has it`);
  if (why === undefined) return [];
  return [{ at: `${at}.id`, got: shown(id), expected: `an id that is free; ${why}` }];
}

/** Each member is read once: it may come from another language. */
function ruleOf(own: IPolicyRule): Rule {
  const packs = (own.packs ?? []).map(String) as Pack[];
  return {
    id: own.id,
    title: own.title,
    severity: String(own.severity) as Severity,
    types: [...own.types],
    reads: [...(own.reads ?? [])],
    remedy: own.remedy,
    fix: own.fix ?? undefined,
    reference: own.reference ?? undefined,
    controls: [...(own.controls ?? [])],
    packs: OWN_PACKS.filter((it) => packs.length === 0 || packs.includes(it)),
    catalogue: [],

    judge(resource) {
      const ended: Error[] = [];
      try {
        return verdictOf(own.judge(PolicyResource._of(resource, (it) => ended.push(it))));
      } catch (error) {
        // what ended the reading comes back from another language as an error of its own, with the same text.
        const text = messageOf(error);
        throw ended.find(({ message }) => text.includes(message)) ?? new Error(text);
      }
    },
  };
}

/** What a rule answered; anything but a verdict is a fault of the rule. */
function verdictOf(answer: unknown): Verdict {
  const { outcome, fact = '' } = isObject(answer) ? answer : {};
  if (!oneOf(OUTCOMES)(outcome) || typeof fact !== 'string') {
    throw new Error(`judge: got ${shown(answer)}, expected a PolicyVerdict`);
  }
  if (outcome !== 'holds' && !isText(fact)) {
    throw new Error(`judge: got '${String(outcome)}' without a fact, expected what was seen`);
  }
  return { outcome: outcome as Outcome, fact: plain(fact) };
}

const messageOf = (error: unknown): string =>
  plain(isObject(error) && isText(error.message) ? error.message : String(error));

/** In one line, as a fact of a rule of this library is. */
const plain = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'function') return 'a function';
  if (isObject(value)) return typeof value.then === 'function' ? 'a promise' : 'an object';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return `a ${typeof value}`;
  return plain(JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}…` : value));
}
