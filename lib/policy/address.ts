/** The key of an instance: `[0]` or `["eu-de"]`; each begins in one way only, or a long one would be tried in many. */
const KEY = String.raw`\[(?:"(?:[^"\\]|\\.)*"|[^"\]][^\]]*)\]`;

const KEYS = new RegExp(KEY, 'g');
const MODULES = new RegExp(
  String.raw`^(?:module\.[\w-]+(?:${KEY})?\.)+(?=(?:data\.)?[a-z]\w*_\w+\.)`,
);
const TOKEN = new RegExp(String.raw`\.?([\w-]+)|(${KEY})`, 'y');

/** An address or a path as its own module writes it: without the modules around it, and without keys of instances. */
export const bare = (address: string): string => address.replace(MODULES, '').replace(KEYS, '');

/** Whether only Terraform knows what stands at an address: a variable, a local value, the output of a module. */
export const isOpaque = (address: string): boolean => /^(var|local|module)\./.test(bare(address));

/** The same but for a variable: what lies between, and may be taken from any resource. */
export const isBetween = (address: string): boolean =>
  // nearly every address is one of a resource, and need not be taken apart.
  /^(local|module)\./.test(address) && isOpaque(address);

/** One step of an address: a word, or the key of an instance. */
export interface Token {
  readonly text: string;
  readonly isKey: boolean;
}

/** More than any address has. */
const MOST = 64;

/** Takes an address apart, as far as it is one. */
export function tokensOf(address: string): Token[] {
  const tokens: Token[] = [];
  const token = new RegExp(TOKEN);
  while (tokens.length < MOST) {
    const found = token.exec(address);
    if (!found) break;
    const [, word, key] = found;
    tokens.push({ text: word ?? key, isKey: word === undefined });
  }
  return tokens;
}

export const isKey = (token: Token | undefined): boolean => token?.isKey === true;

/** The address that tokens make. */
export const addressOf = (tokens: readonly Token[]): string =>
  tokens.map(({ text, isKey: key }, at) => (key || at === 0 ? text : `.${text}`)).join('');

/** A module on the way to an instance, and its key where it has one. */
export interface Step {
  readonly name: string;
  readonly key?: string;
}

/** An instance of a resource, and where it is. */
export interface Instance {
  readonly address: string;
  readonly steps: readonly Step[];
  /** `ibm_code_engine_app.web`, as its module calls it. */
  readonly name: string;
  readonly key?: string;
}

/** Reads the address of an instance: `module.shop["a"].ibm_code_engine_app.web[0]`. */
export function instanceOf(address: string): Instance {
  const tokens = tokensOf(address);
  const steps: Step[] = [];
  let at = 0;
  while (tokens[at]?.text === 'module' && tokens[at + 1]) {
    const key = isKey(tokens[at + 2]) ? tokens[at + 2].text : undefined;
    steps.push({ name: tokens[at + 1].text, key });
    at += key === undefined ? 2 : 3;
  }
  const own = tokens.slice(at);
  const name = addressOf(own.filter((it) => !it.isKey));
  return { address, steps, name, key: own.find((it) => it.isKey)?.text };
}

/** The address of something in modules, with their keys or without them. */
export const placeOf = (steps: readonly Step[], name: string, isExact = false): string =>
  [...steps.map((it) => `module.${it.name}${(isExact && it.key) || ''}`), name].join('.');
