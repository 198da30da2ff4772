import { Problem, given, known, show } from '../../core';
import { EXPRESSION_LENGTH } from '../../facts/waf';

/**
 * Texts in the rules language of Internet Services, as far as they can be judged without its fields.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-fields-functions-expressions
 */
export const expression = {
  /** What is wrong with the form of one: nothing in it, too much, a bracket or a quote that stands alone. */
  problemsIn: (prop: string, text: string): Problem[] => {
    if (typeof text !== 'string') return given(prop, text, CONDITION).concat(notText(prop, text));
    if (!known(text)) return [];
    const expected = lackOf(text);
    return expected === undefined ? [] : [{ prop, got: show(text), expected }];
  },

  /** Whether it compares with a regular expression, which small plans cannot. */
  usesPatterns: (text: string): boolean =>
    known(text) && /\bmatches\b|~/.test(bare(text)?.text ?? ''),

  /** Values of a field that are texts, as a condition. */
  isOneOf: (field: string, values: readonly string[]): string =>
    `${field} in {${values.map((value) => `"${value}"`).join(' ')}}`,

  /** Conditions of which one has to hold. */
  any: ([first, ...others]: readonly string[]): string =>
    others.length === 0 ? first : [first, ...others].map((it) => `(${it})`).join(' or '),
};

const CONDITION = 'a condition, as in http.request.uri.path eq "/login"';

const notText = (prop: string, text: unknown): Problem[] =>
  text === undefined || text === null
    ? []
    : [{ prop, got: `another ${typeof text}`, expected: CONDITION }];

function lackOf(text: string): string | undefined {
  if (text.trim() === '') return CONDITION;
  if (text.length > EXPRESSION_LENGTH) return `at most ${EXPRESSION_LENGTH} characters`;
  const outside = bare(text);
  if (!outside) return 'a closing quote for each that opens';
  return isBalanced(outside.text) ? undefined : 'a closing bracket for each that opens';
}

/** The text without what stands in quotes, or nothing where a quote stays open. */
function bare(text: string): { readonly text: string } | undefined {
  // raw texts, r"…" and r#"…"#, know no escapes.
  const quotes = /\br(#*)"[\s\S]*?"\1|"(?:[^"\\]|\\[\s\S])*"/g;
  const rest = text.replace(quotes, '""');
  return rest.replace(/""/g, '').includes('"') ? undefined : { text: rest };
}

function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const [bracket] of text.matchAll(/[(){}[\]]/g)) {
    const opening = OPENING[bracket];
    if (opening === undefined) open.push(bracket);
    else if (open.pop() !== opening) return false;
  }
  return open.length === 0;
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', '}': '{', ']': '[' };
