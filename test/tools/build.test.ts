import * as fs from 'fs';
import * as path from 'path';
import { build, removeNoise } from '../../tools/build';
import { PROVIDER_DIR } from '../../tools/provider-data';
import { scratch, snapshot, write } from './scratch';

const PACKAGE = {
  name: 'sample',
  version: '0.0.0',
  license: 'Apache-2.0',
  author: { name: 'nobody' },
  repository: { url: 'https://example.com/sample.git' },
  main: 'build/index.js',
  types: 'build/index.d.ts',
  peerDependencies: { cdktf: '>=0.21.0 <1.0.0', constructs: '^10.6.0' },
  jsii: { tsconfig: 'tsconfig.json', validateTsconfig: 'strict', targets: {} },
};

/** A small library over one type of the provider. */
function project(): string {
  const root = scratch();
  fs.symlinkSync(path.join(__dirname, '../../node_modules'), path.join(root, 'node_modules'));
  write(root, {
    'package.json': JSON.stringify(PACKAGE),
    'README.md': '# Sample\n',
    'lib/index.ts': `export * as ibm from './.gen/providers/ibm';\nexport * from './level';\n`,
    'lib/runtime/greeter/main.ts': 'export const start = (it: unknown): void => void it;\n',
    'lib/runtime/greeter/contract.ts': 'export const NAME = 1;\n',
    'lib/level.ts': `/** A level. */\nexport enum Level {\n  /** Low. */\n  LOW = 'low',\n}\n`,
    'provider/types.json':
      '{ "resources": { "workloads": ["ibm_code_engine_binding"] }, "dataSources": {} }',
  });
  fs.mkdirSync(path.join(root, 'provider/data-sources'));
  fs.mkdirSync(path.join(root, 'provider/resources'));
  const copied = ['provider/provider.json', 'provider/resources/ibm_code_engine_binding.json'];
  for (const file of ['tsconfig.json', ...copied]) {
    fs.copyFileSync(path.join(PROVIDER_DIR, '..', file), path.join(root, file));
  }
  return root;
}

test('a build is compiled, lazy and free of noise, and not repeated while fresh', async () => {
  const root = project();
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line.replace(/ +[\d.]+ s +/, ': '));
  expect(await build({ root, log })).toBe(true);
  expect(lines).toEqual([
    'bindings: 1 types',
    'jsii: compiled',
    'runtime: 1 modules',
    'rules: 0 modules',
    'lazy exports: 2 barrels',
    'clean: 0 files',
  ]);
  const files = Object.keys(snapshot(path.join(root, 'build'))).sort();
  expect(files).toEqual(
    [
      '.gen/providers/ibm/code-engine-binding/index',
      '.gen/providers/ibm/index',
      '.gen/providers/ibm/provider/index',
      'index',
      'level',
      'runtime/greeter/contract',
    ]
      .flatMap((name) => [`${name}.d.ts`, `${name}.js`])
      .concat('.gen/runtime/greeter.mjs')
      .sort(),
  );
  expect(fs.existsSync(path.join(root, '.jsii.gz'))).toBe(true);
  expect(await build({ root, log })).toBe(false);
  fs.rmSync(path.join(root, 'build/index.js'));
  write(root, { 'lib/level.ts': 'export const broken: string = 1;\n' });
  await expect(build({ root, log })).rejects.toThrow(
    /level\.ts.*\n?[^]*jsii: got exit code 1, expected 0/,
  );
}, 60_000);

test('noise is what neither Node nor a compiler reads', () => {
  const dir = scratch();
  write(dir, { 'a.js': '', 'a.js.map': '', 'b/c.d.ts': '', 'b/tsconfig.tsbuildinfo': '' });
  expect(removeNoise(dir)).toBe(2);
  expect(Object.keys(snapshot(dir)).sort()).toEqual(['a.js', 'b/c.d.ts']);
});
