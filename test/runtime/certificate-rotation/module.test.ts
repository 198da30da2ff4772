import { execFileSync } from 'child_process';
import * as path from 'path';
import { builtinModules } from 'module';
import { MOST_MODULE_BYTES } from '../../../lib/runtime/certificate-rotation/contract';
import { rotatorModule } from '../../../lib/runtime/certificate-rotation/module';
import { ROOT } from '../../kit/fresh';
import { joined } from '../../../tools/runtime';

const text = rotatorModule();

test('the text is what its sources make; else run `npm run bindings`', () => {
  expect(text).toBe(joined(path.join(ROOT, 'lib/runtime/certificate-rotation/main.ts')));
});

test('the text fits into a config map with room to spare', () => {
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_MODULE_BYTES);
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
