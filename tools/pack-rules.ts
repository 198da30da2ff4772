/**
 * Puts the compiled rules into one file, `index.js`, in which each is read when it is first asked: to find, open and compile
 * each of many small files takes longer than to read them in one, and a stack needs a few of them.
 */
import * as fs from 'fs';
import * as path from 'path';
import { filesUnder } from './fingerprint';
import { shown } from './tool';

/** What `tsc` makes of an import. */
const IMPORT = /^(const \w+ = )require\("(\.[^"]+)"\);$/gm;

/** What is told of a rule before it is read: enough to know whether it is to be asked. */
const TOLD = ['id', 'severity', 'types', 'packs'];

/** Packs a folder, of whose modules nobody else needs one or its declarations; answers how many there were. */
export function packRules(folder: string): number {
  const index = path.join(folder, 'index.js');
  if (!fs.existsSync(index)) return 0;
  const files = filesUnder(folder).filter((file) => file.endsWith('.js') && file !== index);
  const names = new Map(files.map((file) => [file.slice(0, -'.js'.length), nameIn(folder, file)]));
  const packed = (file: string) =>
    fs.readFileSync(file, 'utf8').replace(IMPORT, (_, declared: string, target: string) => {
      const wanted = path.resolve(path.dirname(file), target);
      const name = names.get(wanted);
      return name === undefined
        ? `${declared}require('${relative(folder, wanted)}');`
        : `${declared}load('${name}');`;
    });
  const modules = files.map((file) => `'${nameIn(folder, file)}'(exports) {\n${packed(file)}},\n`);
  const rules = rulesIn(index, files);
  fs.writeFileSync(index, `${HEAD}const modules = {\n${modules.join('')}};\n${rules}`);
  for (const it of fs.readdirSync(folder, { withFileTypes: true })) {
    if (it.isDirectory()) fs.rmSync(path.join(folder, it.name), { recursive: true });
  }
  return files.length;
}

type Rule = Readonly<Record<string, unknown>>;

/** The list of the rules, in its order, of which each is read from its module. */
function rulesIn(index: string, files: readonly string[]): string {
  // the same paths may have been built before.
  for (const file of [index, ...files]) delete require.cache[file];
  const { RULES } = require(index) as { readonly RULES: readonly Rule[] };
  const homes = new Map(
    files.flatMap((file) =>
      Object.entries(require(file) as object).map(([member, it]) => [it, { file, member }]),
    ),
  );
  const lines = RULES.map((rule) => {
    const home = homes.get(rule);
    if (!home || TOLD.some((name) => rule[name] === undefined)) {
      const expected = `a rule that a module exports, with ${TOLD.join(', ')}`;
      throw new Error(`${shown(index)}: got ${JSON.stringify(rule)}, expected ${expected}`);
    }
    const told = [home.member, ...TOLD.map((name) => rule[name])].map((it) => JSON.stringify(it));
    return `  rule('${nameIn(path.dirname(index), home.file)}', ${told.join(', ')}),\n`;
  });
  const others = new Set(RULES.flatMap((rule) => Object.keys(rule)));
  for (const name of TOLD) others.delete(name);
  const getters = [...others].map((name) => `    get ${name}() { return read().${name}; },\n`);
  return `const rule = (name, member, ${TOLD.join(', ')}) => {
  const read = () => load(name)[member];
  return {
    ${TOLD.join(', ')},
${getters.join('')}  };
};
exports.RULES = [
${lines.join('')}];
`;
}

const HEAD = `'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
const loaded = {};
const load = (name) => {
  if (!(name in loaded)) modules[name]((loaded[name] = {}));
  return loaded[name];
};
`;

const relative = (folder: string, file: string): string =>
  path.relative(folder, file).split(path.sep).join('/');

const nameIn = (folder: string, file: string): string =>
  relative(folder, file).slice(0, -'.js'.length);
