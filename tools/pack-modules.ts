/**
 * Puts the compiled modules of a folder into its `index.js`: to find, open and compile each of many
 * small files takes three times as long as to read them in one.
 */
import * as fs from 'fs';
import * as path from 'path';
import { filesUnder } from './fingerprint';

/** What `tsc` makes of an import. */
const IMPORT = /^(const \w+ = )require\("(\.[^"]+)"\);$/gm;

/** Packs a folder, of whose modules nobody else needs one or its declarations; answers how many there were. */
export function packModules(folder: string): number {
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
  fs.writeFileSync(index, `${HEAD}const modules = {\n${modules.join('')}};\n${packed(index)}`);
  for (const it of fs.readdirSync(folder, { withFileTypes: true })) {
    if (it.isDirectory()) fs.rmSync(path.join(folder, it.name), { recursive: true });
  }
  return files.length;
}

const HEAD = `'use strict';
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
