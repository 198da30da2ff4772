/** `lib/index.ts` and its kind are lists of what lies beside them: generated, so that none is forgotten. */
import { expectFresh, filesIn, textOf } from '../kit/fresh';

const HEAD =
  '/** CDK for Terraform constructs that make IBM Cloud Code Engine workloads secure by default. */\n';

test('the public face exports every construct, every enumeration of facts and the bindings', () => {
  const constructs = filesIn('lib/constructs', '.ts').flatMap((file) => exportsOf(file));
  const enumerations = filesIn('lib/facts', '.ts').flatMap((file) =>
    [...textOf(file).matchAll(/^export enum (\w+)/gm)].map(
      ([, name]) => `export { ${name} } from '${moduleOf(file, 'lib')}';`,
    ),
  );
  const lines = [...constructs, ...enumerations, "export * as ibm from './.gen/providers/ibm';"];
  expectFresh('lib/index.ts', `${HEAD}${lines.join('\n')}\n`);
});

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
  const names = [...text.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name);
  return names.length > 0 ? [`export type { ${names.join(', ')} } ${from}`] : [];
}

const moduleOf = (file: string, folder: string) => `.${file.slice(folder.length, -'.ts'.length)}`;
