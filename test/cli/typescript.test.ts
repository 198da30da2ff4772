import { RULES } from '../../lib/policy/rules';
import { requireBuild } from '../kit/made';
import { OWN, guard } from './guard';

beforeAll(requireBuild);

const CONFIGURATION = JSON.stringify({
  resource: { ibm_code_engine_app: { web: { name: 'web' } } },
});
const RULE = `
import { IPolicyRule, PolicyPack, PolicyResource, PolicySeverity, PolicyVerdict } from '${OWN}';
import { PREFIX } from './prefix';

class NameBeginsWithTeam implements IPolicyRule {
  readonly id = 'acme/name-begins-with-team';
  readonly title = 'the name of an app begins with its team';
  readonly severity = PolicySeverity.CRITICAL;
  readonly types = ['ibm_code_engine_app'];
  readonly remedy = 'begin the name with the team';
  readonly packs = [PolicyPack.STRICT];
  judge(app: PolicyResource): PolicyVerdict {
    const name: string = app.text('name') ?? '';
    return name.startsWith(PREFIX)
      ? PolicyVerdict.holds()
      : PolicyVerdict.breaks(\`\\\`name\\\` is '\${name}'\`);
  }
}
export const rules = [new NameBeginsWithTeam()];
`;
const files = {
  'rules.ts': RULE,
  'prefix.ts': "export const enum Unused { A }\nexport const PREFIX: string = 'acme-';",
  'app.tf.json': CONFIGURATION,
};
const CHECK = ['check', 'app.tf.json', '--pack', 'strict', '--rules', 'rules.ts'];

test('a rule in TypeScript is read by the compiler of the user, with what it imports', async () => {
  const { code, output } = await guard(CHECK, { files, packages: ['typescript', OWN] });
  expect(output).toContain(
    "critical  acme/name-begins-with-team  ibm_code_engine_app.web  app.tf.json\n          `name` is 'web'",
  );
  expect(code).toBe(1);
});

test('it is listed and explained like the others', async () => {
  const packages = ['typescript', OWN];
  const { output: list } = await guard(['rules', '--rules', 'rules.ts'], { files, packages });
  expect(list.trim().split('\n')).toHaveLength(RULES.length + 1);
  const explain = ['explain', 'acme/name-begins-with-team', '--rules', 'rules.ts'];
  const { code, output } = await guard(explain, { files, packages });
  expect([code, output]).toEqual([0, EXPLAINED]);
});

const EXPLAINED = `acme/name-begins-with-team (critical)

  the name of an app begins with its team

  looks at    ibm_code_engine_app
  do          begin the name with the team
  packs       strict
`;

test('TypeScript that cannot be compiled is refused in one line', async () => {
  const broken = { ...files, 'prefix.ts': '\nexport const PREFIX: = 1;' };
  const { code, output } = await guard(CHECK, { files: broken, packages: ['typescript', OWN] });
  expect([code, output.trim().split('\n')]).toEqual([
    2,
    [
      expect.stringMatching(
        /prefix\.ts: got TypeScript that is ill-formed in line 2, expected what `tsc` compiles$/,
      ),
    ],
  ]);
});

// newer versions of Node need nothing.
const strips = 'typescript' in process.features;

test('where nothing reads TypeScript, it is said what would', async () => {
  const { code, output } = await guard(CHECK, { files });
  const [line] = output.trim().split('\n');
  expect(code).toBe(2);
  expect(line).toMatch(
    strips
      ? /^rules\.ts: got /
      : /^rules\.ts: got TypeScript, and nothing that reads it, expected the package typescript beside it; `npm install --save-dev typescript`/,
  );
});

test('a user with tsx alone has what it takes', async () => {
  const tsx = `module.exports.require = (file) => ({ rules: [
    { id: 'acme/by-tsx', title: file.slice(-8), severity: 'low', types: ['ibm_cis'], remedy: 'b',
      judge: () => ({ outcome: 'holds' }) }] });`;
  const { output } = await guard(['rules', '--rules', 'rules.ts'], {
    files: { ...files, 'node_modules/tsx/cjs/api.js': tsx },
  });
  expect(output).toContain('acme/by-tsx');
});
