import { COMMANDS } from '../../lib/cli/commands';
import { filesIn, textOf } from '../kit/fresh';

test('every file of a command is in the table', () => {
  const files = filesIn('lib/cli/commands', '.ts').map((file) => file.slice(17, -3));
  expect(Object.keys(COMMANDS).sort()).toEqual(files);
});

test.each(Object.entries(COMMANDS))(
  '%s loads, and its help begins with its name',
  async (name, it) => {
    const { help } = await it.load();
    expect(help).toMatch(
      new RegExp(`^ce-guard ${name}: ${it.summary}\n\nusage: ce-guard ${name} `),
    );
    expect(help).toContain('exit codes: 0 ');
  },
);

test('no command is loaded before it is asked for', () => {
  for (const file of ['lib/cli/main.ts', 'lib/cli/commands.ts']) {
    expect(textOf(file)).not.toMatch(/from '\.\/commands\//);
  }
});
