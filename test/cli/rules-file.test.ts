import * as fs from 'fs';
import { ownRules } from '../../lib/cli/rules-file';
import { textOf } from '../kit/fresh';
import { requireBuild } from '../kit/made';
import { inTemporaryFolder } from '../kit/temporary';
import { OWN, guard } from './guard';
import { refusal } from './recorder';

/** One rule, as somebody without a compiler writes it. */
const ruleText = (id: string, rest = '') =>
  `{ id: '${id}', title: 'a', severity: 'low', types: ['ibm_cis'], remedy: 'b', ${rest}
     judge: () => ({ outcome: 'holds' }) }`;

async function read(files: Record<string, string>) {
  return inTemporaryFolder(async (dir) => {
    const paths = Object.entries(files).map(([name, text]) => {
      fs.writeFileSync(`${dir}/${name}`, text);
      return `${dir}/${name}`;
    });
    try {
      return (await ownRules(paths)).map(({ id }) => id);
    } catch (error) {
      (error as Error).message = (error as Error).message.split(`${dir}/`).join('');
      throw error;
    }
  });
}

test.each([
  ['module.exports', `module.exports = [${ruleText('acme/a')}]`],
  ['rules', `exports.rules = [${ruleText('acme/a')}]`],
  ['a default', `exports.default = [${ruleText('acme/a')}]`],
  ['a default in a default', `exports.default = { default: [${ruleText('acme/a')}] }`],
])('rules are exported as %s', async (_, text) => {
  expect(await read({ 'rules.js': text })).toEqual(['acme/a']);
});

test('several files are read, and none is fine', async () => {
  const files = {
    'a.js': `module.exports = [${ruleText('acme/a')}]`,
    'b.cjs': `module.exports = [${ruleText('acme/b')}]`,
  };
  expect(await read(files)).toEqual(['acme/a', 'acme/b']);
  expect(await ownRules()).toEqual([]);
});

test.each<[string, string, string]>([
  ['nothing', '', 'rules.js: rules: got an object, expected a list of rules'],
  [
    'a rule',
    `module.exports = ${ruleText('acme/a')}`,
    'rules.js: rules: got an object, expected a',
  ],
  [
    'no rule',
    'module.exports = []',
    'rules.js: rules: got an empty list, expected a list of rules',
  ],
  ['itself', 'exports.default = exports', 'rules.js: rules: got an object, expected a list'],
  [
    'a title less',
    `module.exports = [${ruleText('a/b', 'title: 1,')}]`,
    'rules.js: rules[0].title: got 1',
  ],
])('a file that exports %s is refused', async (_, text, line) => {
  expect((await refusal(() => read({ 'rules.js': text })))[0]).toContain(line);
});

test('all problems of all files are told at once', async () => {
  const files = {
    'a.js': `module.exports = [${ruleText('acme/a', 'remedy: "",')}, 7]`,
    'b.js': `module.exports = [${ruleText('acme/a')}]`,
  };
  expect(await refusal(() => read(files))).toEqual([
    'a.js: rules[0].remedy: got "", expected a text',
    'a.js: rules[1]: got 7, expected a rule',
    'b.js: rules[0].id: got "acme/a", expected an id that is free; a.js: rules[0] has it',
  ]);
});

test.each([
  ['throws', '\nthrow new TypeError("no such\\nthing")', 'TypeError in line 2: "no such"'],
  ['throws no error', 'throw "away"', 'Error: "away"'],
])('a file that %s is refused in one line, without a stack', async (_, text, got) => {
  const [line, ...more] = await refusal(() => read({ 'rules.js': text }));
  expect(line).toContain(`rules.js: got ${got}`);
  expect(line).toMatch(
    /, expected a file of JavaScript or TypeScript that exports a list of rules$/,
  );
  expect(more).toEqual([]);
});

test('a file that is not there is refused', async () => {
  const [line] = await refusal(() => ownRules(['nowhere.js']));
  expect(line).toContain('nowhere.js: got no such file, expected a file of JavaScript');
});

describe('as it is built', () => {
  beforeAll(requireBuild);
  const LIST = ['rules', '--rules'];

  test('rules are read as CommonJS and as ES modules, however a file says which it is', async () => {
    const rule = (id: string) => `import { PolicyVerdict } from '${OWN}';
      await undefined;
      export default [${ruleText(id, 'kind: typeof PolicyVerdict.holds,')}];`;
    const files = {
      'package.json': '{ "type": "module" }',
      'a.cjs': `module.exports = [${ruleText('acme/common')}]`,
      'b.mjs': rule('acme/module'),
      'c.js': rule('acme/by-package'),
    };
    const args = ['rules', '--rules', 'a.cjs', '--rules', 'b.mjs', '--rules', 'c.js'];
    const { code, output } = await guard(args, { files, packages: [OWN] });
    expect([code, output]).toEqual([0, expect.stringContaining('acme/common')]);
    expect(output).toContain('acme/module');
    expect(output).toContain('acme/by-package');
  });

  test.each([
    ['throw undefined', 'rules.js: got Error: "undefined"'],
    ['require("no-such-package")', `rules.js: got Error: "Cannot find module 'no-such-package'"`],
    ['const a = ;', 'rules.js: got SyntaxError in line 1: "Unexpected token \';\'"'],
    ['{', 'rules.js: got SyntaxError in line 1: "Unexpected end of input"'],
  ])('%p is refused in one line', async (text, got) => {
    const { code, output } = await guard([...LIST, 'rules.js'], { files: { 'rules.js': text } });
    expect(output.trim()).toBe(
      `${got}, expected a file of JavaScript or TypeScript that exports a list of rules`,
    );
    expect(code).toBe(2);
  });

  test('the example of its page is a rule, and its table names every member', async () => {
    const [, page] = textOf('lib/cli/README.md').split('### Rules of your own');
    const [, text] = /```js\n([\s\S]*?)```/.exec(page)!;
    const { output } = await guard([...LIST, 'rules.js'], {
      files: { 'rules.js': text },
      packages: [OWN],
    });
    expect(output).toContain('acme/app-named-after-team');
    const [declared] = /export interface IPolicyRule[\s\S]*/.exec(
      textOf('lib/policy/policy-rule.ts'),
    )!;
    const members = [...declared.matchAll(/^ {2}(?:readonly )?(\w+)[?:(]/gm)].map(([, it]) => it);
    expect(members.length).toBeGreaterThan(10);
    for (const member of members) expect(page).toContain(`\n| \`${member}\` |`);
  });

  test('a rule that answers nonsense has crashed, and that is no pass', async () => {
    const text = `module.exports = [${ruleText('acme/a')}];
      module.exports[0].judge = async () => ({ outcome: 'holds' });`;
    const files = { 'rules.js': text, 'a.tf.json': '{"resource":{"ibm_cis":{"it":{}}}}' };
    const args = ['check', 'a.tf.json', '--rules', 'rules.js'];
    const { code, output } = await guard(args, { files });
    expect(code).toBe(3);
    expect(output).toContain('judge: got a promise, expected a PolicyVerdict');
  });
});
