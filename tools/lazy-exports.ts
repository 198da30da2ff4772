/**
 * Rewrites compiled barrels so that a module is read when its first export is touched.
 *
 * Run on eager output of `tsc`, whose modules it requires once to learn the names; a user who
 * requires the library and touches nothing then pays for an empty process.
 */
import * as fs from 'fs';
import * as path from 'path';
import * as ts from 'typescript';
import { filesUnder } from './fingerprint';
import { argumentsOf, readArguments, runTool, secondsSince, shown } from './tool';

/** One export of a barrel: its module, and its name there; no name stands for the whole module. */
interface LazyExport {
  readonly module: string;
  readonly name?: string;
}

type Statement =
  | { readonly kind: 'ignored' | 'strange' }
  | { readonly kind: 'import'; readonly variable: string; readonly module: string }
  | { readonly kind: 'star'; readonly module: string }
  | { readonly kind: 'namespace'; readonly name: string; readonly module: string }
  | {
      readonly kind: 'single';
      readonly name: string;
      readonly variable: string;
      readonly member: string;
    };

const MARK = '// every export is read when it is first touched.';

/** Rewrites each barrel (`index.js`) under the folder; answers how many there were. */
export function makeExportsLazy(dir: string): number {
  const files = filesUnder(dir).filter((file) => path.basename(file) === 'index.js');
  // every barrel is read while all of them are still eager.
  const rewritten = files.flatMap((file) => {
    const exports = readBarrel(file);
    return exports ? [{ file, text: lazyText(exports) }] : [];
  });
  for (const { file, text } of rewritten) fs.writeFileSync(file, text);
  return rewritten.length;
}

// undefined for a module that is no barrel, or that is lazy already.
function readBarrel(file: string): Map<string, LazyExport> | undefined {
  const text = fs.readFileSync(file, 'utf8');
  if (text.includes(MARK)) return undefined;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const parsed = source.statements.map((node) => ({ node, ...parse(node.getText()) }));
  const reExports = parsed.filter(({ kind }) => ['star', 'namespace', 'single'].includes(kind));
  if (reExports.length === 0) return undefined;
  const strange = parsed.find(({ kind }) => kind === 'strange');
  if (strange) {
    const line = strange.node.getText().split('\n')[0];
    throw new Error(
      `${shown(file)}: got '${line}', expected nothing but re-exports in a barrel; move it out`,
    );
  }
  return exportsOf(parsed, file);
}

function exportsOf(statements: readonly Statement[], file: string): Map<string, LazyExport> {
  const modules = new Map<string, string>();
  const exports = new Map<string, LazyExport>();
  const stars: string[] = [];
  for (const statement of statements) {
    if (statement.kind === 'import') modules.set(statement.variable, statement.module);
    if (statement.kind === 'namespace') exports.set(statement.name, { module: statement.module });
    if (statement.kind === 'star') stars.push(statement.module);
    if (statement.kind !== 'single') continue;
    const module = modules.get(statement.variable);
    if (module === undefined)
      throw new Error(`${shown(file)}: got ${statement.variable}, expected its import above`);
    exports.set(statement.name, { module, name: statement.member });
  }
  // a name given outright wins over a star, and the first star over the next, as with tsc.
  for (const module of stars) {
    for (const name of namesIn(module, file)) {
      if (!exports.has(name)) exports.set(name, { module, name });
    }
  }
  return exports;
}

function namesIn(module: string, file: string): string[] {
  const loaded = require(require.resolve(path.resolve(path.dirname(file), module))) as object;
  return Object.keys(loaded).filter((name) => name !== 'default' && name !== '__esModule');
}

function parse(statement: string): Statement {
  const text = statement.replace(/\s+/g, ' ');
  const groups = (pattern: RegExp) => pattern.exec(text)?.slice(1);
  if (IGNORED.some((pattern) => pattern.test(text))) return { kind: 'ignored' };
  let found = groups(/^(?:var|const|let) (\w+) = require\("([^"]+)"\);$/);
  if (found) return { kind: 'import', variable: found[0], module: found[1] };
  found = groups(/^(?:tslib_1\.)?__exportStar\(require\("([^"]+)"\), exports\);$/);
  if (found) return { kind: 'star', module: found[0] };
  found = groups(/^exports\.(\w+) = (?:__importStar\()?require\("([^"]+)"\)\)?;$/);
  if (found) return { kind: 'namespace', name: found[0], module: found[1] };
  found = groups(
    /^Object\.defineProperty\(exports, "(\w+)", \{ enumerable: true, get: function \(\) \{ return (\w+)\.(\w+); \} \}\);$/,
  );
  if (found) return { kind: 'single', name: found[0], variable: found[1], member: found[2] };
  return { kind: 'strange' };
}

const IGNORED = [
  /^"use strict";$/,
  /^var __(createBinding|setModuleDefault|importStar|exportStar) = /,
  /^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);$/,
  /^(exports\.\w+ = )+void 0;$/,
];

const HELPERS = `const define = (name, content) =>
  Object.defineProperty(exports, name, { enumerable: true, configurable: true, ...content });
const lazy = (name, load) => {
  const get = () => {
    const value = load();
    define(name, { value });
    return value;
  };
  define(name, { get });
};`;

// the line of `void 0` tells Node which names an ES module may import from here.
function lazyText(exports: ReadonlyMap<string, LazyExport>): string {
  const names = [...exports.keys()];
  const lines = [...exports].map(([name, { module, name: member }]) => {
    const value = member === undefined ? '' : `.${member}`;
    return `lazy('${name}', () => require('${module}')${value});`;
  });
  const declared =
    names.length === 0 ? '' : `${names.map((name) => `exports.${name} = `).join('')}void 0;\n`;
  return `'use strict';
${MARK}
Object.defineProperty(exports, '__esModule', { value: true });
${declared}${HELPERS}
${lines.join('\n')}
`;
}

if (require.main === module) {
  runTool(async () => {
    const start = Date.now();
    const dir = readArguments(argumentsOf(), []).rest[0] ?? path.join(__dirname, '..', 'build');
    console.log(
      `${makeExportsLazy(dir)} barrels in ${shown(dir)} made lazy, ${secondsSince(start)}`,
    );
  });
}
