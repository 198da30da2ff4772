/** What users install: small, without source maps, and loading nothing until it is touched. */
import { execFile } from 'child_process';
import { promisify } from 'util';
import { ROOT, textOf } from '../kit/fresh';
import { requireBuild } from '../kit/made';
import { readTypeList } from '../../tools/provider-data';

beforeAll(requireBuild);

const run = promisify(execFile);
/** Bindings, constructs and the policy together. */
const LIMIT_KB = 55;

interface Packed {
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

async function packed(): Promise<Packed> {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const { stdout } = await run('npm', args, { cwd: ROOT, timeout: 60_000, maxBuffer: 1 << 24 });
  // one package: a list in older versions of npm, a map by name in newer ones.
  return Object.values(JSON.parse(stdout) as Record<string, Packed>)[0];
}

describe('the package', () => {
  let pack: Packed;
  beforeAll(async () => void (pack = await packed()), 60_000);

  test(`holds at most ${LIMIT_KB} KB for each resource type that it exports`, () => {
    const types = Object.values(readTypeList().resources).flat().length;
    expect(pack.unpackedSize / 1024 / types).toBeLessThanOrEqual(LIMIT_KB);
  });

  test('holds what is built, its assembly and its pages, and nothing else', () => {
    const known = /^(build\/|\.jsii(\.gz)?$|(API|CHANGELOG|README)\.md$|LICENSE$|package\.json$)/;
    expect(pack.files.map((file) => file.path).filter((file) => !known.test(file))).toEqual([]);
    expect(pack.files.map((file) => file.path)).toEqual(
      expect.arrayContaining(['build/index.js', 'build/index.d.ts', '.jsii.gz', 'LICENSE']),
    );
  });

  test('holds every command that it names, ready to run', () => {
    const { bin } = JSON.parse(textOf('package.json')) as { bin: Record<string, string> };
    expect(Object.keys(bin)).toEqual(['ce-guard']);
    for (const file of Object.values(bin)) {
      expect(pack.files.map((it) => it.path)).toContain(file);
      expect(textOf(file)).toMatch(/^#!\/usr\/bin\/env node\n/);
    }
  });

  test('holds what runs in the cloud, as the texts that config maps carry', () => {
    for (const file of ['certificate-rotation.mjs', 'origin-guard.mjs']) {
      expect(pack.files.map((it) => it.path)).toContain(`build/.gen/runtime/${file}`);
      expect(textOf(`build/.gen/runtime/${file}`)).toBe(textOf(`lib/.gen/runtime/${file}`));
    }
    const beside = pack.files.map((it) => it.path).filter((it) => /^build\/runtime\//.test(it));
    expect(beside.every((it) => /\/(contract|module)\.(d\.ts|js)$/.test(it))).toBe(true);
  });

  test('holds no source map, inline or beside the code', () => {
    const code = pack.files.map((file) => file.path).filter((file) => file.endsWith('.js'));
    expect(code.length).toBeGreaterThan(100);
    for (const file of code) expect(textOf(file)).not.toContain('sourceMappingURL=data:');
    expect(pack.files.filter((file) => file.path.endsWith('.map'))).toEqual([]);
  });
});

describe('requiring the package', () => {
  const loaded = async (touch: string) => {
    const script = `const lib = require('./build'); ${touch};
      console.log(Object.keys(require.cache).length)`;
    const { stdout } = await run(process.execPath, ['-e', script], { cwd: ROOT });
    return Number(stdout);
  };

  test('loads one file until something is touched', async () => {
    expect(await loaded('void lib')).toBe(1);
  });

  test('loads no construct and no binding but the one that is touched', async () => {
    const script = `require('./build').Visibility;
      console.log(Object.keys(require.cache).filter((file) => /cdktf|gen/.test(file.slice(process.cwd().length))).length)`;
    const { stdout } = await run(process.execPath, ['-e', script], { cwd: ROOT });
    expect(Number(stdout)).toBe(0);
  });

  test('offers every name that the source exports', async () => {
    const script = "console.log(JSON.stringify(Object.keys(require('./build')).sort()))";
    const { stdout } = await run(process.execPath, ['-e', script], { cwd: ROOT });
    const source = await import('../../lib');
    expect(JSON.parse(stdout)).toEqual(Object.keys(source).sort());
  });
});
