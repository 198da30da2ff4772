import { execFileSync } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { shipRuntimes, joined, writeRuntimes } from '../../tools/runtime';
import { scratch, write } from './scratch';

const MAIN = `import { randomUUID } from 'crypto';
import * as path from 'path';
import { greet } from './greet';
import { Name } from './name';
/** Begins. */
export async function start(it: NodeJS.Process): Promise<void> {
  const name: Name = { text: path.basename('/a/world') };
  it.stdout.write(\`\${greet(name)} \${randomUUID().length}\`);
}
`;
const GREET = `import { createHash, randomUUID } from 'crypto';
import { Name } from './name';
export const greet = ({ text }: Name): string => \`hello \${text}\`;
export const digest = () => createHash('md5').update(randomUUID());
`;
const FILES = {
  'lib/runtime/greeter/main.ts': MAIN,
  'lib/runtime/greeter/greet.ts': GREET,
  'lib/runtime/greeter/name.ts': 'export interface Name { readonly text: string }\n',
  'lib/runtime/notes.txt': '',
};

function project(changes: Record<string, string> = {}): string {
  const root = scratch();
  write(root, { ...FILES, ...changes });
  return root;
}

const refusalOf = (changes: Record<string, string>) => {
  const root = project(changes);
  return expect(() => joined(path.join(root, 'lib/runtime/greeter/main.ts')));
};

test('a folder becomes one module that runs by itself and imports from Node alone', () => {
  const root = project();
  expect([...writeRuntimes(root).keys()]).toEqual(['greeter']);
  const file = path.join(root, 'lib/.gen/runtime/greeter.mjs');
  expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('hello world 36');
  const text = fs.readFileSync(file, 'utf8');
  expect(text.match(/^import .*$/gm)).toEqual([
    "import * as path from 'node:path';",
    "import { createHash } from 'node:crypto';",
    "import { randomUUID } from 'node:crypto';",
  ]);
  expect(text).not.toMatch(/^export /m);
  expect(text).toContain('/** Begins. */');
});

test('what is fresh is not written again, and is taken along whole', () => {
  const root = project();
  writeRuntimes(root);
  const file = path.join(root, 'lib/.gen/runtime/greeter.mjs');
  fs.utimesSync(file, 1, 1);
  writeRuntimes(root);
  expect(fs.statSync(file).mtimeMs).toBe(1000);
  const out = path.join(root, 'build');
  expect(shipRuntimes(root, out)).toBe(1);
  expect(fs.readFileSync(path.join(out, '.gen/runtime/greeter.mjs'))).toEqual(
    fs.readFileSync(file),
  );
  expect(fs.readdirSync(path.join(out, '.gen/runtime'))).toEqual(['greeter.mjs']);
});

test('a library without a runtime has nothing to join', () => {
  expect(writeRuntimes(scratch()).size).toBe(0);
});

test.each([
  ['a package', `import x from 'left-pad';\nx();\n`, /got left-pad, expected a module of Node/],
  ['another name', `import { greet as g } from './greet';\ng();\n`, /expected names as they are/],
  ['all names', `import * as g from './greet';\ng.x();\n`, /expected names as they are/],
  ['a re-export', `export * from './greet';\n`, /expected exports where things are declared/],
  ['a default', `export default 1;\n`, /expected exports where things are declared/],
  ['a name twice', `${GREET}${MAIN}`, /got Name|got greet in two files|got createHash/],
  ['itself', `import { start as s } from './main';\ns();\n`, /expected names as they are/],
])('refuses %s', (_, main, message) => {
  refusalOf({ 'lib/runtime/greeter/main.ts': main }).toThrow(message);
});

test('refuses files that import each other', () => {
  const greet = `import { start } from './main';\nexport const greet = () => start;\n`;
  refusalOf({ 'lib/runtime/greeter/greet.ts': greet }).toThrow(/itself through others/);
});
