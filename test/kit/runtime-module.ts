/** What holds of every text that is shipped to run in the cloud. */
import { execFileSync } from 'child_process';
import { builtinModules } from 'module';
import * as path from 'path';
import { ROOT } from './fresh';
import { joined } from '../../tools/runtime';

export function testRuntimeModule(folder: string, text: string, mostBytes: number): void {
  test('the text is what its sources make; else run `npm run bindings`', () => {
    expect(text).toBe(joined(path.join(ROOT, 'lib/runtime', folder, 'main.ts')));
  });

  test('the text fits into a config map with room to spare', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(mostBytes);
  });

  test('the text depends on Node alone', () => {
    const from = [...text.matchAll(/\bfrom '([^']+)'/g)].map(([, it]) => it);
    expect(from.length).toBeGreaterThan(0);
    for (const it of from) expect(builtinModules.map((name) => `node:${name}`)).toContain(it);
    expect(text).not.toMatch(/\brequire\(|\bimport\(/);
  });

  test('the text is a module that Node reads', () => {
    execFileSync(process.execPath, ['--input-type=module', '--check'], { input: text });
  });
}
