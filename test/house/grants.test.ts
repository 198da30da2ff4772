/** What each verb gives is told in the README, in a table that is made of what is rendered. */
import { expectFresh, filesIn, textOf } from '../kit/fresh';
import { section } from '../kit/section';
import { GRANTS, Grant } from '../../lib/facts/grants';
import { PERSONAS, RESOURCE_GROUP_ROLES } from '../../lib/facts/personas';
import { ROLES_BY_SERVICE } from '../../lib/facts/roles';

const grants: readonly [string, Grant][] = Object.entries(GRANTS);

test.each(grants)(
  'grant %s gives roles that its service knows, and none that manages it',
  (_, it) => {
    expect(ROLES_BY_SERVICE[it.service]).toEqual(expect.arrayContaining([...it.roles]));
    expect(it.roles).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Admin|Manager|Editor/)]),
    );
  },
);

test.each(grants)('grant %s is what a construct renders and a test looks at', (name, { verb }) => {
  const [construct, method] = verb.split('.');
  const lib = filesIn('lib/constructs', '.ts').map(textOf).join('\n');
  expect(lib).toMatch(new RegExp(`export class ${construct} `));
  if (method) expect(lib).toMatch(new RegExp(`public ${method}\\(`));
  expect(lib).toMatch(new RegExp(`GRANTS(\\.${name}\\b|\\[purpose\\])`));
});

test('the README says what each verb gives', () => {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const personas = Object.entries(PERSONAS).map(([persona, { roles }]) =>
    row([
      `\`ProjectAccess\`, ${persona}`,
      'the members of the group',
      'codeengine',
      roles.join(', '),
      `one project; ${RESOURCE_GROUP_ROLES.join(', ')} on its resource group`,
    ]),
  );
  const verbs = grants.map(([, { verb, to, service, roles, scope }]) =>
    row([`\`${verb}\``, to, service, roles.join(', '), scope]),
  );
  const table = [
    row(['verb', 'who gets it', 'service', 'roles', 'scope']),
    '|---|---|---|---|---|',
    ...verbs,
    ...personas,
  ];
  expectFresh('README.md', section(textOf('README.md'), 'grants', table.join('\n')));
});
