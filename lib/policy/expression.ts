import { Unknown, Value } from './value';

/** Where an interpolation begins and ends in a text, with what stands in it. */
interface Part {
  readonly isExpression: boolean;
  readonly text: string;
}

/** A text of a configuration: as it is, or unknown where Terraform has something to fill in. */
export function textValue(text: string, sensitive: ReadonlySet<string> = new Set()): Value {
  if (!text.includes('${') && !text.includes('%{')) return text;
  const parts = partsOf(text);
  if (parts.every(({ isExpression }) => !isExpression)) return parts.map((it) => it.text).join('');
  const expressions = parts.filter(({ isExpression }) => isExpression).map((it) => it.text);
  const references = [...new Set(expressions.flatMap(referencesIn))];
  const pattern = parts.map((it) => (it.isExpression ? '\0' : it.text)).join('');
  const isSensitive =
    expressions.some((it) => /\bsensitive\s*\(/.test(it)) ||
    references.some((it) => sensitive.has(it));
  const paths = [...new Set(expressions.flatMap(pathsIn))];
  return new Unknown(pattern, references, isSensitive, paths);
}

/** Takes a template apart; `$${` and `%%{` stand for the characters themselves. */
export function partsOf(template: string): Part[] {
  const parts: Part[] = [];
  let text = '';
  for (let at = 0; at < template.length;) {
    const [one, two, three] = [template[at], template[at + 1], template[at + 2]];
    if ((one === '$' || one === '%') && two === one && three === '{') {
      text += `${one}{`;
      at += 3;
    } else if ((one === '$' || one === '%') && two === '{') {
      if (text !== '') parts.push({ isExpression: false, text });
      text = '';
      const end = endOfExpression(template, at + 2);
      parts.push({ isExpression: true, text: template.slice(at + 2, end) });
      at = end + 1;
    } else {
      text += one;
      at += 1;
    }
  }
  if (text !== '') parts.push({ isExpression: false, text });
  return parts;
}

/** Where the brace that closes an expression stands; texts in it may hold braces, and expressions again. */
function endOfExpression(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const one = text[at];
    if (one === '"') at = endOfText(text, at + 1);
    else if (one === '{') depth += 1;
    else if (one === '}' && depth-- === 0) return at;
  }
  return text.length;
}

function endOfText(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
    else if ((text[at] === '$' || text[at] === '%') && text[at + 1] === '{') {
      at = endOfExpression(text, at + 2);
    }
  }
  return text.length;
}

const REFERENCE =
  /(?<![\w.-])(data\.[a-z]\w*\.[\w-]+|var\.[\w-]+|local\.[\w-]+|module\.[\w-]+|[a-z]\w*_\w+\.[\w-]+)((?:\.[\w-]+|\[[^\]]*\])*)/g;

/** The addresses that an expression refers to; what stands in its texts is none, but for expressions in them. */
export const referencesIn = (expression: string): string[] =>
  traversalsIn(expression).map(([address]) => address);

/** The same with the attributes that are read, without indices: `ibm_code_engine_app.web.endpoint`. */
export const pathsIn = (expression: string): string[] =>
  traversalsIn(expression)
    .map(([address, rest]) => `${address}${rest.replace(/\[[^\]]*\]/g, '')}`)
    .filter((path, at, all) => all.indexOf(path) === at);

function traversalsIn(expression: string): [string, string][] {
  const found: [string, string][] = [];
  let code = '';
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] !== '"') {
      code += expression[at];
      continue;
    }
    const end = endOfText(expression, at + 1);
    const inner = partsOf(expression.slice(at + 1, end)).filter((it) => it.isExpression);
    found.push(...inner.flatMap((it) => traversalsIn(it.text)));
    code += ' ';
    at = end;
  }
  const own = [...code.matchAll(REFERENCE)].map(([, address, rest]): [string, string] => [
    address,
    rest,
  ]);
  return [...own, ...found];
}
