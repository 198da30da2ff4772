import { Options, helpOf, readArguments, readOptions } from '../../lib/cli/options';
import { refusal } from './recorder';

const OPTIONS: Options<'file' | 'level' | 'all'> = {
  file: { value: 'FILE', help: 'what to read' },
  level: { value: 'LEVEL', help: 'how much', choices: ['high', 'low'] },
  all: { help: 'everything' },
};
const read = (...args: string[]) => readOptions(args, OPTIONS);

test('reads values, beside and behind an equals sign, and flags', () => {
  expect(read('--file', '-', '--level=low', '--all')).toEqual({ file: '-', level: 'low', all: '' });
  expect(read()).toEqual({});
});

test('an option that may be given several times has every value', () => {
  const options: Options<'rules'> = { rules: { value: 'FILE', help: 'rules', many: true } };
  const { every } = readArguments(['--rules', 'a', 'x', '--rules=b'], options, 1);
  expect(every).toEqual({ rules: ['a', 'b'] });
});

test.each([
  [
    ['--fiel', 'x'],
    "arguments: got --fiel, expected --file, --level, --all, --help; did you mean '--file'?",
  ],
  [['--__proto__', 'x'], 'arguments: got --__proto__, expected --file, --level, --all, --help'],
  [['x y'], 'arguments: got another text of 3 characters, expected --file, --level, --all, --help'],
  [['--file'], '--file: got no value, expected FILE'],
  [['--file', '--all'], '--file: got no value, expected FILE'],
  [['--file='], '--file: got no value, expected FILE'],
  [['--all=yes'], '--all: got "yes", expected no value'],
  [['--all', '--all'], '--all: got it twice, expected it once'],
  [['--level', 'hihg'], '--level: got "hihg", expected one of high, low; did you mean \'high\'?'],
])('refuses %p', async (args, line) => {
  expect(await refusal(() => read(...args))).toEqual([line]);
});

test('a text that lost its option is never shown: it may be a secret', async () => {
  const [line] = await refusal(() => read('canary-secret'));
  expect(line).not.toContain('canary');
});

test('the help has a line for each', () => {
  expect(helpOf(OPTIONS).split('\n')).toEqual([
    '  --file FILE    what to read',
    '  --level LEVEL  how much',
    '  --all          everything',
  ]);
});
