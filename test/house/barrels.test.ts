/** `lib/index.ts` and its kind are lists of what lies beside them: generated, so that none is forgotten. */
import { expectFresh, filesIn, textOf } from '../kit/fresh';

const HEAD =
  '/** CDK for Terraform constructs that make IBM Cloud Code Engine workloads secure by default. */\n';

test('the public face exports every construct, every enumeration of facts and the bindings', () => {
  const constructs = filesIn('lib/constructs', '.ts').map(
    (file) => `export * from '${moduleOf(file, 'lib')}';`,
  );
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

const moduleOf = (file: string, folder: string) => `.${file.slice(folder.length, -'.ts'.length)}`;
