/** Generated files, compared on `npm test` and rewritten on `npm run update`. */
import * as fs from 'fs';
import * as path from 'path';

export const ROOT = path.join(__dirname, '..', '..');

/** Holds a file of the checkout to what it is generated from; with UPDATE=1 writes it instead. */
export function expectFresh(file: string, content: string): void {
  const target = path.join(ROOT, file);
  if (process.env.UPDATE === '1') fs.writeFileSync(target, content);
  const text = fs.existsSync(target) ? fs.readFileSync(target, 'utf8') : '';
  if (text !== content) throw new Error(`${file} is stale; run \`npm run update\``);
}

/** The files below a folder of the checkout, as paths from its root, without generated folders. */
export function filesIn(folder: string, ending: string): string[] {
  const files = fs.readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => file.endsWith(ending) && !/\/(\.gen|node_modules|cdktf\.out)\//.test(file))
    .sort();
}

export const textOf = (file: string): string => fs.readFileSync(path.join(ROOT, file), 'utf8');
