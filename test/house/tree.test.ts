import * as fs from 'fs';
import { ROOT, filesIn } from '../kit/fresh';

const WORDS = [
  'access',
  'auth',
  'builds',
  'certificates',
  'edge',
  'images',
  'secrets',
  'workloads',
];

const tested = filesIn('test', '.test.ts');
const isBarrel = (file: string) => file.endsWith('/index.ts');

test.each(filesIn('lib', '.ts').filter((file) => !isBarrel(file)))('%s has its test', (file) => {
  expect(tested).toContain(file.replace(/^lib\//, 'test/').replace(/\.ts$/, '.test.ts'));
});

test('every test mirrors a file of the library, unless it lies in a folder of its own kind', () => {
  const ownKind = /^test\/(house|kit|terraform|tools)\/|^test\/\w+\.test\.ts$/;
  const mirrored = tested
    .filter((file) => !ownKind.test(file))
    .map((file) => file.replace(/^test\//, 'lib/').replace(/\.test\.ts$/, '.ts'));
  expect(filesIn('lib', '.ts')).toEqual(expect.arrayContaining(mirrored));
});

test('the library has no folder but those that the house knows', () => {
  const folders = (folder: string) =>
    fs
      .readdirSync(`${ROOT}/${folder}`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name);
  const known = [
    'cli',
    'constructs',
    'core',
    'facts',
    'jest',
    'patterns',
    'policy',
    'report',
    'runtime',
  ];
  expect(known).toEqual(expect.arrayContaining(folders('lib')));
  expect(WORDS).toEqual(expect.arrayContaining(folders('lib/constructs')));
});

test('the root holds only what the house knows', () => {
  const known = [
    ...['API.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md'],
    ...['cdktf.json', 'eslint.config.js', 'jest.config.js', 'package-lock.json', 'package.json'],
    ...['tsconfig.json', 'bench', 'examples', 'lib', 'provider', 'test', 'tools'],
    ...['build', 'cdktf.out', 'coverage', 'dist', 'node_modules'],
  ];
  const visible = fs.readdirSync(ROOT).filter((name) => !name.startsWith('.'));
  expect(known).toEqual(expect.arrayContaining(visible));
});

test('every example is numbered and complete', () => {
  const examples = fs.readdirSync(`${ROOT}/examples`, { withFileTypes: true });
  for (const { name } of examples.filter((entry) => entry.isDirectory())) {
    expect(name).toMatch(/^\d\d-[a-z-]+$/);
    const files = fs.readdirSync(`${ROOT}/examples/${name}`);
    expect(files).toEqual(expect.arrayContaining(['cdktf.json', 'main.ts']));
    expect(files.some((file) => /^expected(\.[\w-]+)?\.tf\.json$/.test(file))).toBe(true);
  }
});
