import { Unknown, Value } from './value';

/** Where an interpolation begins and ends in a text, with what stands in it. */
interface Part {
  readonly isExpression: boolean;
  readonly text: string;
}

/** A text of a configuration: as it is, or unknown where Terraform has something to fill in. */
export function textValue(text: string, sensitive: ReadonlySet<string> = new Set()): Value {
  if (!text.includes('${') && !text.includes('%{')) return text;
  const [, alone, rest] = ALONE.exec(text) ?? [];
  if (alone !== undefined) return new Unknown('\0', [alone], sensitive.has(alone), [alone + rest]);
  const parts = partsOf(text);
  if (parts.every(({ isExpression }) => !isExpression)) return parts.map((it) => it.text).join('');
  const expressions = parts.filter(({ isExpression }) => isExpression).map((it) => it.text);
  const traversals = expressions.flatMap((it) => traversalsIn(it));
  const references = [...new Set(traversals.map(([address]) => address))];
  const pattern = parts.map((it) => (it.isExpression ? '\0' : it.text)).join('');
  const isSensitive =
    expressions.some((it) => /\bsensitive\s*\(/.test(it)) ||
    references.some((it) => sensitive.has(it));
  const paths = [...new Set(traversals.map(pathOf))];
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
      const end = endOf(template, at + 2, '}');
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

/** Where what is open at a place is closed, an expression by `}` or a text by `"`; each may hold the other. */
function endOf(text: string, from: number, closing: '}' | '"'): number {
  const open = [closing];
  for (let at = from; at < text.length; at++) {
    const [one, two, three] = [text[at], text[at + 1], text[at + 2]];
    if (open.at(-1) !== '"') {
      if (one === '"') open.push('"');
      else if (one === '{') open.push('}');
      else if (one === '}') open.pop();
    } else if (one === '"') {
      open.pop();
    } else if (one === '\\') {
      at += 1;
    } else if ((one === '$' || one === '%') && two === one && three === '{') {
      at += 2;
    } else if ((one === '$' || one === '%') && two === '{') {
      open.push('}');
      at += 1;
    }
    if (open.length === 0) return at;
  }
  return text.length;
}

/** The deepest that expressions in texts in expressions are looked into. */
const DEEPEST = 8;

const ADDRESS =
  /(data\.[a-z]\w*\.[\w-]+|var\.[\w-]+|local\.[\w-]+|module\.[\w-]+|[a-z]\w*_\w+\.[\w-]+)/.source;

const REFERENCE = new RegExp(`(?<![\\w.-])${ADDRESS}((?:\\.[\\w-]+|\\[[^\\]]*\\])*)`, 'g');

/** Nothing but an attribute of something else, as most expressions are: it need not be taken apart. */
const ALONE = new RegExp(`^\\$\\{${ADDRESS}((?:\\.[\\w-]+)*)\\}$`);

/** The addresses that an expression refers to; what stands in its texts is none, but for expressions in them. */
export const referencesIn = (expression: string): string[] =>
  traversalsIn(expression).map(([address]) => address);

/** The same with the attributes that are read, without indices: `ibm_code_engine_app.web.endpoint`. */
export const pathsIn = (expression: string): string[] => [
  ...new Set(traversalsIn(expression).map(pathOf)),
];

const pathOf = ([address, rest]: [string, string]): string =>
  `${address}${rest.replace(/\[[^\]]*\]/g, '')}`;

function traversalsIn(expression: string, depth = 0): [string, string][] {
  const found: [string, string][] = [];
  if (depth > DEEPEST) return found;
  let code = '';
  for (let at = 0; at < expression.length;) {
    const quote = expression.indexOf('"', at);
    code += expression.slice(at, quote < 0 ? undefined : quote);
    if (quote < 0) break;
    const end = endOf(expression, quote + 1, '"');
    const inner = partsOf(expression.slice(quote + 1, end)).filter((it) => it.isExpression);
    found.push(...inner.flatMap((it) => traversalsIn(it.text, depth + 1)));
    code += ' ';
    at = end + 1;
  }
  const own = [...code.matchAll(REFERENCE)].map(([, address, rest]): [string, string] => [
    address,
    rest,
  ]);
  return [...own, ...found];
}
