/** Who may import what: a folder sees only what lies below it. */
import * as path from 'path';
import { filesIn, textOf } from '../kit/fresh';

const OUTSIDE = ['cdktf', 'constructs', 'crypto'];

/** For each folder, the folders of `lib/` and the packages that it may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  facts: [],
  core: ['facts', ...OUTSIDE],
  constructs: ['core', 'facts', '.gen', 'runtime', 'cdktf', 'constructs'],
  patterns: ['constructs', 'core', 'facts', 'cdktf'],
  policy: ['facts', 'cdktf', 'constructs', 'fs', 'path'],
  report: ['policy', 'facts', 'crypto'],
  cli: ['policy', 'report', 'facts', 'fs', 'module', 'path', 'url', 'util'],
  jest: ['policy', 'report', 'facts', 'cdktf'],
  // it ships alone: Node, and nothing else.
  runtime: ['facts', 'crypto', 'fs', 'http', 'https', 'path', 'stream', 'tls'],
};

/** What of `runtime` the rest may see: what it agrees on, and the text that it ships. */
const RUNTIME_FACE = ['contract', 'module'];

const imports = (file: string) =>
  [...textOf(file).matchAll(/\b(?:from |import\()'([^']+)'/g)].map(([, from]) => from);

/** `facts` for `../../facts/limits`, `cdktf` for `cdktf`. */
function home(file: string, from: string): string {
  if (!from.startsWith('.')) return from;
  const target = path.posix.join(path.posix.dirname(file), from);
  return target.split('/')[1];
}

const libFiles = filesIn('lib', '.ts').filter((file) => file !== 'lib/index.ts');

test.each(libFiles)('%s imports only what it may', (file) => {
  const own = file.split('/')[1];
  expect(Object.keys(MAY_IMPORT)).toContain(own);
  for (const from of imports(file)) {
    expect([own, ...MAY_IMPORT[own]]).toContain(home(file, from));
  }
});

test('of what runs in the cloud, the library sees the contract and the text', () => {
  for (const file of libFiles.filter((it) => !it.startsWith('lib/runtime/'))) {
    const seen = imports(file).filter((from) => from.includes('/runtime/'));
    for (const from of seen) expect(RUNTIME_FACE).toContain(path.posix.basename(from));
  }
});

test('the library names cdktf and constructs bare, so that a build can put their fork in', () => {
  for (const file of libFiles) {
    for (const from of imports(file).filter((it) => !it.startsWith('.'))) {
      expect(from).not.toMatch(/\//);
    }
    expect(textOf(file)).not.toMatch(/\binstanceof [A-Z]|\brequire\(/);
  }
});

test('examples read as code of their users: they import packages, never files', () => {
  for (const file of filesIn('examples', '.ts')) {
    expect(imports(file).filter((from) => from.startsWith('.'))).toEqual([]);
  }
});

test('no file imports itself through others', () => {
  const graph = new Map(
    libFiles.map((file) => [file, imports(file).flatMap((from) => targetsOf(file, from))]),
  );
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) throw new Error(`cycle: ${[...trail, file].join(' → ')}`);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
});

function targetsOf(file: string, from: string): string[] {
  if (!from.startsWith('.')) return [];
  const target = path.posix.join(path.posix.dirname(file), from);
  return [`${target}.ts`, `${target}/index.ts`].filter((it) => libFiles.includes(it));
}
