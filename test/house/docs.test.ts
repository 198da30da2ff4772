/** Every piece of TypeScript in the README and in docstrings compiles as its reader would compile it. */
import { execFile } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { promisify } from 'util';
import { ROOT, filesIn, textOf } from '../kit/fresh';
import { requireBuild } from '../kit/made';
import { removeFolder, temporaryFolder } from '../kit/temporary';

beforeAll(requireBuild);

const ROSETTA = path.join(ROOT, 'node_modules', '.bin', 'jsii-rosetta');

test('rosetta compiles every snippet, strictly', async () => {
  const dir = temporaryFolder();
  try {
    const tablet = path.join(dir, 'tablet.json');
    const args = ['extract', '--strict', '--output', tablet, '.'];
    await promisify(execFile)(ROSETTA, args, { cwd: ROOT, timeout: 90_000 });
    const { snippets } = JSON.parse(fs.readFileSync(tablet, 'utf8')) as {
      snippets: Record<string, { didCompile: boolean }>;
    };
    const fences = (textOf('README.md').match(/^```ts$/gm) ?? []).length;
    expect(Object.values(snippets).filter(({ didCompile }) => didCompile)).toHaveLength(fences);
  } finally {
    // rosetta also leaves one beside the assembly.
    fs.rmSync(path.join(ROOT, '.jsii.tabl.json'), { force: true });
    removeFolder(dir);
  }
}, 100_000);

test('every script that a page names exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
  const pages = ['README.md', 'CONTRIBUTING.md', ...filesIn('provider', '.md')];
  for (const page of pages) {
    for (const [, script] of textOf(page).matchAll(/npm run (?:--\S+ )*([\w:]+)/g)) {
      expect(Object.keys(scripts)).toContain(script);
    }
  }
});

test('every file that a page links to exists', () => {
  for (const page of ['README.md', 'CONTRIBUTING.md']) {
    for (const [, target] of textOf(page).matchAll(/\]\((?!https?:|#)([^)]+)\)/g)) {
      const [file] = target.split('#');
      expect([page, target, fs.existsSync(path.join(ROOT, file))]).toEqual([page, target, true]);
    }
  }
});
