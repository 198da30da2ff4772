/** `lib/index.ts` and its kind are lists of what lies beside them: generated, so that none is forgotten. */
import { expectFresh, filesIn, textOf } from '../kit/fresh';

const HEAD =
  '/** CDK for Terraform constructs that make IBM Cloud Code Engine workloads secure by default. */\n';

/** What users see of the policy. */
const POLICY = ['code-engine-policy', 'policy-resource', 'policy-rule'].map(
  (name) => `lib/policy/${name}.ts`,
);

test('the public face exports every construct, every enumeration of facts and the bindings', () => {
  const folders = ['lib/constructs', 'lib/patterns'];
  const files = folders.flatMap((folder) => filesIn(folder, '.ts'));
  const constructs = [...files, ...POLICY].flatMap(exportsOf);
  const enumerations = filesIn('lib/facts', '.ts').flatMap((file) =>
    [...textOf(file).matchAll(/^export enum (\w+)/gm)].map(
      ([, name]) => `export { ${name} } from '${moduleOf(file, 'lib')}';`,
    ),
  );
  const lines = [...constructs, ...enumerations, "export * as ibm from './.gen/providers/ibm';"];
  expectFresh('lib/index.ts', `${HEAD}${lines.join('\n')}\n`);
});

test('the policy has every rule', () => {
  const rules = filesIn('lib/policy/rules', '.ts').filter((file) => !file.endsWith('/index.ts'));
  const names = rules.map((file) => camel(file.slice(file.lastIndexOf('/') + 1, -'.ts'.length)));
  const imports = rules.map(
    (file, at) => `import { ${names[at]} } from '${moduleOf(file, 'lib/policy/rules')}';`,
  );
  const text = [
    '/* eslint-disable max-lines -- a list of files, not code */',
    "import type { Rule } from '../rule';",
    ...imports,
    '',
    '/** Every rule, in the order of its id; generated. */',
    '// prettier-ignore',
    'export const RULES: readonly Rule[] = [',
    ...names.map((name) => `  ${name},`),
    '];',
  ];
  expectFresh('lib/policy/rules/index.ts', `${text.join('\n')}\n`);
});

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test('the core has one door', () => {
  const lines = filesIn('lib/core', '.ts')
    .filter((file) => file !== 'lib/core/index.ts')
    .map((file) => `export * from '${moduleOf(file, 'lib/core')}';`);
  expectFresh('lib/core/index.ts', `${lines.join('\n')}\n`);
});

/** All of a file with a public class; of one that only shares code between classes, the interfaces that users name. */
function exportsOf(file: string): string[] {
  const text = textOf(file);
  const from = `from '${moduleOf(file, 'lib')}';`;
  if (/(?<!@internal\n \*\/\n)^export class /m.test(text)) return [`export * ${from}`];
  const names = [...text.matchAll(/(?<!@internal\n \*\/\n)^export interface (\w+)/gm)].map(
    ([, name]) => name,
  );
  const [short, long] = [names.join(', '), names.map((name) => `\n  ${name},`).join('')];
  const line = `export type { ${short} } ${from}`;
  if (names.length === 0) return [];
  return [line.length <= 100 ? line : `export type {${long}\n} ${from}`];
}

const moduleOf = (file: string, folder: string) => `.${file.slice(folder.length, -'.ts'.length)}`;
