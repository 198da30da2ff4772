import { execFileSync } from 'child_process';
import { builtinModules } from 'module';
import * as path from 'path';
import { MOST_GUARD_BYTES } from '../../../lib/runtime/origin-guard/contract';
import { guardModule } from '../../../lib/runtime/origin-guard/module';
import { joined } from '../../../tools/runtime';
import { ROOT } from '../../kit/fresh';

const text = guardModule();

test('the text is what its sources make; else run `npm run bindings`', () => {
  expect(text).toBe(joined(path.join(ROOT, 'lib/runtime/origin-guard/main.ts')));
});

test('the text fits into a config map with room to spare', () => {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_GUARD_BYTES);
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
