import * as fs from 'fs';
import * as path from 'path';
import { TOO_MUCH, nameOf, parseJson, readBytes, readJson, textOf } from '../../lib/cli/input';
import { inTemporaryFolder } from '../kit/temporary';
import { recorder, refusal } from './recorder';

const A_LIST = 'a list as JSON';
const read = (file: string, stdin?: string | Uint8Array) =>
  readJson(file, recorder({ stdin }), A_LIST, 'write one');

test('reads a file and stdin', async () => {
  await inTemporaryFolder(async (dir) => {
    const file = path.join(dir, 'list.json');
    fs.writeFileSync(file, '\ufeff[1]');
    expect(await read(file)).toEqual([1]);
    expect(await read('-', '[2]')).toEqual([2]);
  });
});

test('reads what an older PowerShell wrote', () => {
  expect(textOf(Buffer.from('\ufeff[1]', 'utf16le'))).toBe('[1]');
});

test('refuses what is not there, no file, or a person at a terminal', async () => {
  await inTemporaryFolder(async (dir) => {
    const missing = path.join(dir, 'missing.json');
    expect(await refusal(() => read(missing))).toEqual([
      `${missing}: got no such file, expected ${A_LIST}`,
    ]);
    expect(await refusal(() => read(dir))).toEqual([`${dir}: got a folder, expected ${A_LIST}`]);
    expect(await refusal(() => read('-'))).toEqual([`stdin: got a terminal, expected ${A_LIST}`]);
    const [odd] = await refusal(() => read(path.join(dir, 'a\0b')));
    expect(odd).toContain(': got a name that no file can have, expected');
  });
});

test.each([
  ['', 'nothing'],
  [' \n', 'nothing'],
  ['The scan has not finished', 'another text'],
  ['[1, 2', 'JSON that breaks off or is ill-formed'],
  ['{"a": 1]', 'JSON that breaks off or is ill-formed'],
])('refuses %p without quoting it', async (text, got) => {
  const lines = await refusal(() => read('-', text));
  expect(lines).toEqual([`stdin: got ${got}, expected ${A_LIST}; write one`]);
});

test('what is nested a million times is read or refused, and nothing breaks', () => {
  expect(parseJson('['.repeat(1e6) + ']'.repeat(1e6), { at: 'x', expected: A_LIST })).toHaveLength(
    1,
  );
});

test('stops reading at the limit', async () => {
  let parts = 0;
  async function* endless() {
    for (;;) {
      parts++;
      yield Buffer.alloc(10);
    }
  }
  expect(await readBytes(endless(), 35)).toBe(TOO_MUCH);
  expect(parts).toBe(4);
});

test('a file without an end is refused', async () => {
  if (!fs.existsSync('/dev/zero')) return;
  const lines = await refusal(() => read('/dev/zero'));
  expect(lines).toEqual([`/dev/zero: got more than 64 MB, expected ${A_LIST}`]);
});

test('errors name stdin as people do', () => {
  expect([nameOf('-'), nameOf('a.json')]).toEqual(['stdin', 'a.json']);
});
