import { COMMANDS } from '../../lib/cli/commands';
import { main } from '../../lib/cli/main';
import { textOf } from '../kit/fresh';
import { recorder } from './recorder';

async function run(args: readonly string[], env: Record<string, string> = {}) {
  const world = recorder({ env });
  const code = await main(args, world);
  return { code, ...world.said };
}

test.each([[['--help']], [['-h']], [['help']]])('%p explains and is fine', async (args) => {
  const { code, out, told } = await run(args);
  expect([code, told]).toEqual([0, '']);
  for (const name of Object.keys(COMMANDS)) expect(out).toContain(`\n  ${name} `);
});

test('without a command it explains, and that is not fine', async () => {
  const { code, out, told } = await run([]);
  expect([code, out]).toEqual([2, '']);
  expect(told).toContain('usage: ce-guard COMMAND');
});

test('tells the version of the package', async () => {
  const { version } = JSON.parse(textOf('package.json')) as { version: string };
  expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, told: '' });
});

test.each([[['scan-gate', '--help']], [['scan-gate', '--report', 'x', '-h']]])(
  '%p explains the command',
  async (args) => {
    const { code, out } = await run(args);
    expect(code).toBe(0);
    expect(out).toContain('usage: ce-guard scan-gate --report FILE');
  },
);

test.each([
  [
    'scan-gat',
    "got scan-gat, expected check, explain, rules, scan-gate, --help, --version; did you mean 'scan-gate'?",
  ],
  [
    '--versoin',
    "got --versoin, expected check, explain, rules, scan-gate, --help, --version; did you mean '--version'?",
  ],
  ['toString', 'got toString, expected check, explain, rules, scan-gate, --help, --version'],
  [
    '\u001b[2J',
    'got another text of 4 characters, expected check, explain, rules, scan-gate, --help, --version',
  ],
])('the command %p is refused', async (name, line) => {
  expect(await run([name])).toEqual({ code: 2, out: '', told: `ce-guard: ${line}\n` });
});

describe('a bug of our own', () => {
  const bug = { summary: 'breaks', load: () => Promise.reject(new TypeError('a\u001b[2J\nb')) };
  beforeAll(() => void Object.assign(COMMANDS, { broken: bug }));
  afterAll(() => void Reflect.deleteProperty(COMMANDS, 'broken'));

  test('is one line, and says how to see more', async () => {
    const told = 'bug in ce-guard: a\\u001b[2J; set CE_GUARD_DEBUG=1 to see where\n';
    expect(await run(['broken'])).toEqual({ code: 2, out: '', told });
  });

  test('shows its stack to who asks', async () => {
    const { code, told } = await run(['broken'], { CE_GUARD_DEBUG: '1' });
    expect(code).toBe(2);
    expect(told).toMatch(/\n {4}at /);
  });
});
