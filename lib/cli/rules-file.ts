/** Reads rules of a user's own from a file of JavaScript or TypeScript; that runs its code. */
import * as fs from 'fs';
import { createRequire } from 'module';
import * as path from 'path';
import { pathToFileURL } from 'url';
import { plain, shown } from './plain';
import { isRefusal, refuse } from './refusal';
import { typeScriptReader } from './typescript';
import { problemsInRules, rulesOfOwn } from '../policy/own-rules';
import { IPolicyRule } from '../policy/policy-rule';
import { Rule } from '../policy/rule';

export const RULES_OPTION = {
  value: 'FILE',
  help: "rules of one's own, in JavaScript or TypeScript; may be given several times",
  many: true,
};

const EXPECTED = 'a file of JavaScript or TypeScript that exports a list of rules';

/** The rules of files; refuses all that is wrong with them at once. */
export async function ownRules(files: readonly string[] = []): Promise<Rule[]> {
  const lists: { name: string; rules: unknown }[] = [];
  for (const file of files) {
    lists.push({ name: `${file}: rules`, rules: listIn(await exportsOf(file)) });
  }
  const empty = lists.filter(({ rules }) => Array.isArray(rules) && rules.length === 0);
  const problems = [
    ...problemsInRules(lists),
    ...empty.map(({ name }) => ({ at: name, got: 'an empty list', expected: 'a list of rules' })),
  ];
  if (problems.length > 0) refuse(...problems);
  return lists.flatMap(({ rules }) => rulesOfOwn(rules as IPolicyRule[]));
}

/** The list in what a file exports: as `module.exports`, as its default, or as `rules`. */
function listIn(exported: unknown, depth = 2): unknown {
  if (typeof exported !== 'object' || exported === null || Array.isArray(exported)) return exported;
  const { rules, default: main } = exported as { rules?: unknown; default?: unknown };
  // what was compiled to CommonJS has its default once more inside of what `import` calls the default.
  return rules ?? (main === undefined || depth === 0 ? exported : listIn(main, depth - 1));
}

async function exportsOf(name: string): Promise<unknown> {
  const file = path.resolve(name);
  if (!fs.existsSync(file)) refuse({ at: name, got: 'no such file', expected: EXPECTED });
  const read = readerOf(file, name);
  const refused = (error: unknown) =>
    isRefusal(error) ? Promise.reject(error) : refuseEnd(name, file, error);
  return Promise.resolve()
    .then(read)
    .catch((error: unknown) => (isModule(error) ? imported(file).catch(refused) : refused(error)));
}

function readerOf(file: string, name: string): () => unknown {
  if (/\.[cm]?ts$/.test(file)) return typeScriptReader(file, name);
  const load = createRequire(file);
  return file.endsWith('.mjs') ? () => imported(file) : () => load(file) as unknown;
}

// what Node says of an ES module that it does not `require`: one that waits, and in older versions any.
const MODULE = ['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE'];
const isModule = (error: unknown): boolean =>
  MODULE.includes(((error ?? {}) as NodeJS.ErrnoException).code ?? '');

const imported = (file: string): Promise<unknown> => importModule(pathToFileURL(file).href);

// an `import` in code that becomes CommonJS would be compiled to `require`.
// eslint-disable-next-line @typescript-eslint/no-implied-eval
const importModule = new Function('url', 'return import(url)') as (url: string) => Promise<unknown>;

/** An error of somebody else's code, in one line: its words, and where in the file it arose. */
function refuseEnd(name: string, file: string, error: unknown): never {
  const {
    message = String(error),
    stack = '',
    name: kind = 'Error',
  } = (error ?? {}) as Partial<Error>;
  const [first] = message.split('\n');
  const [, line] = stack.split(file)[1]?.match(/^:(\d+)/) ?? [];
  const place = line === undefined ? '' : ` in line ${line}`;
  return refuse({ at: name, got: `${plain(kind)}${place}: ${shown(first)}`, expected: EXPECTED });
}
