import { spawn } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { removeFolder, temporaryFolder } from '../temporary';
import { FileCloud } from './file-cloud';

const ROOT = path.join(__dirname, '..', '..', '..');
const APP = 'ibm_code_engine_app';

let dir: string;
let file: string;
beforeEach(() => {
  dir = temporaryFolder();
  file = path.join(dir, 'cloud.json');
});
afterEach(() => removeFolder(dir));

describe('a cloud in a file', () => {
  test('is empty, and no file, until something is made', () => {
    const cloud = new FileCloud(file);
    expect([cloud.size, cloud.list(APP), cloud.get(APP, 'web')]).toEqual([0, [], undefined]);
    expect(fs.readdirSync(dir)).toEqual([]);
  });

  test('outlives its process, with all that a value can be', () => {
    const value = { name: 'web', port: 80, big: 2n ** 60n, on: true, none: null, list: [{ a: 1 }] };
    const first = new FileCloud(file);
    first.put(APP, 'web', value);
    first.put(APP, 'gone', {});
    first.delete(APP, 'gone');
    expect([first.count('key'), first.count('key')]).toEqual([0, 1]);
    const second = new FileCloud(file);
    expect(second.list(APP)).toEqual([{ id: 'web', value }]);
    expect([second.count('key'), second.size]).toEqual([2, 1]);
    expect(fs.readdirSync(dir)).toEqual(['cloud.json']);
  });

  test('is read by its owner alone', () => {
    new FileCloud(file).put(APP, 'web', {});
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  test('sees what others make, change by hand and remove', () => {
    const [one, other] = [new FileCloud(file), new FileCloud(file)];
    one.put(APP, 'web', { port: 80 });
    other.put(APP, 'api', { port: 81 });
    expect(one.list(APP).map(({ id }) => id)).toEqual(['web', 'api']);
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('80', '8080'));
    expect(other.get(APP, 'web')).toEqual({ port: 8080 });
    fs.rmSync(file);
    expect(one.size).toBe(0);
  });

  test('takes a file without counts, as a hand may write it', () => {
    fs.writeFileSync(file, JSON.stringify({ resources: { [APP]: { web: { port: 80 } } } }));
    expect(new FileCloud(file).get(APP, 'web')).toEqual({ port: 80 });
  });

  test.each([
    ['', 'no readable JSON'],
    ['{"resources": {', 'no readable JSON'],
    ['null', 'JSON of another shape'],
    ['{"resources": []}', 'JSON of another shape'],
    [`{"resources": {"${APP}": {"web": 1}}}`, 'JSON of another shape'],
    ['{"resources": {}, "counts": {"key": "1"}}', 'JSON of another shape'],
  ])('refuses a damaged file and leaves it: %s', (text, got) => {
    const line = `${file}: got ${got}, expected a cloud as the provider keeps it; mend or remove it`;
    const early = new FileCloud(file);
    fs.writeFileSync(file, text);
    expect(() => new FileCloud(file)).toThrow(line);
    expect(() => early.put(APP, 'web', {})).toThrow(line);
    expect(fs.readFileSync(file, 'utf8')).toBe(text);
    expect(fs.readdirSync(dir)).toEqual(['cloud.json']);
  });

  test('waits for nobody who is gone', () => {
    fs.writeFileSync(`${file}.lock`, '');
    const long = new Date(Date.now() - 60_000);
    fs.utimesSync(`${file}.lock`, long, long);
    new FileCloud(file).put(APP, 'web', {});
    expect(fs.readdirSync(dir)).toEqual(['cloud.json']);
  });

  test('loses nothing when processes write at once', async () => {
    const script = `
      const { FileCloud } = require('./test/kit/provider/file-cloud');
      const cloud = new FileCloud(process.argv[1]);
      for (let i = 0; i < 50; i++) cloud.put('${APP}', process.pid + ' ' + cloud.count('key'), {});
    `;
    const args = ['-r', 'ts-node/register', '-e', script, file];
    const env = { ...process.env, TS_NODE_PROJECT: 'tools/tsconfig.json' };
    const run = () =>
      new Promise((done) =>
        spawn(process.execPath, args, { cwd: ROOT, env, stdio: 'inherit' }).on('close', done),
      );
    expect(await Promise.all([run(), run()])).toEqual([0, 0]);
    const cloud = new FileCloud(file);
    expect([cloud.size, cloud.count('key')]).toEqual([100, 100]);
  }, 20_000);
});
