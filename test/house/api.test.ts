/** `API.md` is what jsii sees of the constructs, and nothing of the bindings. */
import { execFile } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { promisify } from 'util';
import { ROOT, expectFresh, textOf } from '../kit/fresh';
import { requireBuild } from '../kit/made';
import { removeFolder, temporaryFolder } from '../kit/temporary';

beforeAll(requireBuild);

const DOCGEN = require.resolve('jsii-docgen/bin/jsii-docgen');

test('API.md is fresh', async () => {
  const dir = temporaryFolder();
  try {
    const args = [DOCGEN, '--submodule', 'root', '--output', path.join(dir, 'API')];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, timeout: 90_000 });
    expectFresh('API.md', fs.readFileSync(path.join(dir, 'API.md'), 'utf8'));
  } finally {
    removeFolder(dir);
  }
}, 100_000);

test('API.md names every public construct', () => {
  const names = [
    ...textOf('lib/index.ts').matchAll(/export \* from '\.\/constructs\/([\w/-]+)/g),
  ].map(([, module]) => module);
  for (const module of names) {
    const classes = [...textOf(`lib/constructs/${module}.ts`).matchAll(/^export class (\w+)/gm)];
    for (const [, name] of classes) expect(textOf('API.md')).toContain(`### ${name} `);
  }
});
