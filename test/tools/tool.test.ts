import { spawnSync } from 'child_process';
import * as path from 'path';
import { fingerprint } from '../../tools/fingerprint';
import { didYouMean, readArguments } from '../../tools/tool';
import { scratch, write } from './scratch';

const ROOT = path.join(__dirname, '../..');

describe('a tool', () => {
  test('tells bad input in one line and ends with 1', () => {
    const args = ['-r', 'ts-node/register', 'tools/bindings.ts', '--frce'];
    const env = { ...process.env, TS_NODE_PROJECT: 'tools/tsconfig.json' };
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      1,
      "got --frce, expected --force; did you mean '--force'?\n",
    ]);
  });

  test('splits its arguments', () => {
    const { flags, rest } = readArguments(['--check', '2.6.0'], ['--check']);
    expect([[...flags], rest]).toEqual([['--check'], ['2.6.0']]);
  });

  test.each([
    ['ibm_cis_domian', "; did you mean 'ibm_cis_domain'?"],
    ['ibm_code_engine', "; did you mean 'ibm_code_engin'?"],
    ['something else', ''],
  ])('for %s says "%s"', (name, hint) => {
    expect(didYouMean(name, ['ibm_cis_domain', 'ibm_code_engin'])).toBe(hint);
  });
});

test('a fingerprint changes with names, contents and what is given beside, and nothing else', () => {
  const [a, b] = [scratch(), scratch()];
  write(a, { 'x/1': 'one', 'x/2': 'two' });
  write(b, { 'x/2': 'two', 'x/1': 'one' });
  const first = fingerprint(a, ['x', 'missing']);
  expect(fingerprint(b, ['x'])).toBe(first);
  expect(fingerprint(b, ['x'], ['v2'])).not.toBe(first);
  write(b, { 'x/1': 'onetwo', 'x/2': '' });
  expect(fingerprint(b, ['x'])).not.toBe(first);
});
