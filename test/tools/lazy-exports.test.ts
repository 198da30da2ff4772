import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import * as ts from 'typescript';
import { makeExportsLazy } from '../../tools/lazy-exports';
import { scratch, snapshot, write } from './scratch';

const LIBRARY = {
  'index.ts': `export * from './animals';
export * as plants from './plants';
export { Size as Scale } from './size';
export type { Shape } from './size';`,
  'animals/index.ts': `export * from './cat';
export * from './dog';
export { hidden } from './cat';`,
  'animals/cat.ts': `export class Cat { readonly legs = 4; }
export const hidden = 1;`,
  'animals/dog.ts': `export class Dog { readonly barks = true; }`,
  'plants/index.ts': `export class Oak {}
export interface Leaf { readonly green: boolean }`,
  'size.ts': `export enum Size { SMALL, LARGE }
export interface Shape { readonly round: boolean }`,
};

/** The fixture as `tsc` compiles it, module by module. */
function compiled(files: Record<string, string> = LIBRARY): string {
  const dir = scratch();
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2020 };
  for (const [file, source] of Object.entries(files)) {
    const { outputText } = ts.transpileModule(source, { compilerOptions: options, fileName: file });
    write(dir, { [file.replace(/ts$/, 'js')]: outputText });
  }
  return dir;
}

// a process of its own: jest would answer from modules it has loaded already.
const run = (dir: string, script: string, ...flags: string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [...flags, '-e', script], { cwd: dir, encoding: 'utf8' }),
  );

const LOADED = `console.log(JSON.stringify(Object.keys(require.cache)
  .map((file) => require('path').relative(process.cwd(), file)).sort()))`;

describe('lazy exports', () => {
  const dir = compiled();
  const eagerKeys = run(dir, `console.log(JSON.stringify(Object.keys(require('./index')).sort()))`);
  const count = makeExportsLazy(dir);

  test('replace each barrel and leave modules with code of their own', () => {
    expect(count).toBe(2);
    expect(fs.readFileSync(path.join(dir, 'plants', 'index.js'), 'utf8')).toContain('class Oak');
  });

  test('read nothing but the index until something is touched', () => {
    expect(run(dir, `require('./index'); ${LOADED}`)).toEqual(['index.js']);
  });

  test('read only what is touched, once', () => {
    const script = `const { Cat } = require('./index');
      if (require('./index').Cat !== Cat) throw 0; ${LOADED}`;
    expect(run(dir, script)).toEqual(['animals/cat.js', 'animals/index.js', 'index.js']);
  });

  test('keep the set of names and the mark of an ES module', () => {
    const script = `const all = require('./index');
      console.log(JSON.stringify([Object.keys(all).sort(), all.__esModule]))`;
    expect(run(dir, script)).toEqual([eagerKeys, true]);
    expect(eagerKeys).toEqual(['Cat', 'Dog', 'Scale', 'hidden', 'plants']);
  });

  test('give classes, enumerations and namespaces as before', () => {
    const script = `const { Dog, Scale, plants } = require('./index');
      console.log(JSON.stringify([new Dog().barks, Scale.LARGE, Object.keys(plants)]))`;
    expect(run(dir, script)).toEqual([true, 1, ['Oak']]);
  });

  test('are found by name from an ES module', () => {
    const script = `import { Cat, plants } from './index.js';
      console.log(JSON.stringify([new Cat().legs, typeof plants.Oak]))`;
    expect(run(dir, script, '--input-type=module')).toEqual([4, 'function']);
  });

  test('change nothing the second time', () => {
    const before = snapshot(dir);
    expect(makeExportsLazy(dir)).toBe(0);
    expect(snapshot(dir)).toEqual(before);
  });

  test('refuse a barrel that holds more than re-exports, and then change nothing', () => {
    const mixed = compiled({
      ...LIBRARY,
      'animals/index.ts': `export * from './cat';\nconsole.log('hello');`,
    });
    const before = snapshot(mixed);
    expect(() => makeExportsLazy(mixed)).toThrow(
      /animals\/index\.js: got 'console\.log\('hello'\);', expected nothing but re-exports in a barrel; move it out$/,
    );
    expect(snapshot(mixed)).toEqual(before);
  });
});
