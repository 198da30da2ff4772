/** What rules say of the code, a real plan of it never contradicts: neither before anything is made, nor after. */
import * as fs from 'fs';
import * as path from 'path';
import * as fc from 'fast-check';
import { filesOf, followed, partsOf } from '../../lib/cli/check/modules';
import { bare } from '../../lib/policy/address';
import { Block } from '../../lib/policy/graph';
import { blocksOfConfiguration, blocksOfModule } from '../../lib/policy/loaders/configuration';
import { blocksOfPlan } from '../../lib/policy/loaders/plan';
import { RULES } from '../../lib/policy/rules';
import { EXAMPLE_VARIABLES } from '../kit/example-variables';
import { filesIn, textOf } from '../kit/fresh';
import { variablesOf } from '../kit/life';
import { hclOf } from '../kit/policy/hcl';
import { programs } from '../kit/policy/programs';
import { Comparison, compared } from '../kit/policy/refinement';
import { verdictsOn } from '../kit/policy/verdicts';
import { describeOffline, Workspace } from '../kit/terraform';

type Json = Record<string, any>;

const RUNS = 20;

describeOffline('a plan never contradicts what was said of the code', () => {
  const goldens = filesIn('examples', '.tf.json');
  const examples = [...new Set(goldens.map((file) => path.dirname(file)))];

  test.each(examples)('%s, before it is applied and after', async (folder) => {
    const files = goldens.filter((file) => path.dirname(file) === folder);
    const phases = files.map((file) => JSON.parse(textOf(file)) as Json);
    const variables = Object.assign({}, ...phases.map((it) => variablesOf(it, EXAMPLE_VARIABLES)));
    const workspace = await Workspace.open({ json: phases[0] }, { variables });
    try {
      for (const [at, json] of phases.entries()) {
        workspace.write(json);
        await workspace.must('init', ['init', '-no-color']);
        expectRefined(`${files[at]}, before`, json, await planOf(workspace));
        await workspace.must('apply', ['apply', '-no-color', PLAN]);
        expectRefined(`${files[at]}, after`, json, await planOf(workspace));
      }
    } finally {
      await workspace.close();
    }
  });

  const some = examples.filter((it) => /secrets|protected-domain|secure-web-service/.test(it));

  test.each(some)('%s, as a module in a module', async (folder) => {
    const json = JSON.parse(textOf(`${folder}/expected.tf.json`)) as Json;
    const variables = variablesOf(json, EXAMPLE_VARIABLES);
    const workspace = await Workspace.open({ json }, { variables, honest: true });
    try {
      await workspace.must('init', ['init', '-no-color']);
      const flat = blocksOfPlan(await planOf(workspace));
      callAsModule(workspace, json);
      await workspace.must('init', ['init', '-no-color']);
      const nested = blocksOfPlan(await planOf(workspace));
      expect(sameAs(flat, nested)).toEqual([]);
      const { module } = await followed(workspace.dir, await partsOf(filesOf(workspace.dir)));
      expect(sameAs(blocksOfConfiguration(json), blocksOfModule(module))).toEqual([]);
    } finally {
      await workspace.close();
    }
  });

  test('programs that nobody wrote', async () => {
    const sums = { planned: 0, refused: 0, verdicts: 0, learned: 0, forgotten: 0 };
    await fc.assert(
      fc.asyncProperty(programs(), async (json) => {
        const workspace = await Workspace.open(
          { json },
          { variables: variablesOf(json), honest: true },
        );
        try {
          await workspace.must('init', ['init', '-no-color']);
          const { code } = await workspace.terraform('plan', '-no-color', `-out=${PLAN}`);
          // what was changed at random Terraform need not accept.
          if (code !== 0) sums.refused += 1;
          else {
            const it = expectRefined('', json, await shown(workspace));
            sums.planned += 1;
            sums.verdicts += it.verdicts;
            sums.learned += it.learned;
            sums.forgotten += it.forgotten.length;
          }
        } finally {
          await workspace.close();
        }
      }),
      { numRuns: RUNS, seed: 1, endOnFailure: true },
    );
    process.stderr.write(`programs: ${JSON.stringify(sums)}\n`);
    expect(sums.planned).toBeGreaterThan(sums.refused);
    expect(sums.verdicts).toBeGreaterThan(RUNS * 10);
  });
});

const PLAN = 'tfplan';

async function planOf(workspace: Workspace): Promise<unknown> {
  await workspace.must('plan', ['plan', '-no-color', `-out=${PLAN}`]);
  return shown(workspace);
}

async function shown(workspace: Workspace): Promise<unknown> {
  const { stdout } = await workspace.must('show', ['show', '-json', PLAN]);
  return JSON.parse(stdout) as unknown;
}

/** Compares what rules say of a plan with what they said of its code, and tells how much of that it knows. */
function expectRefined(name: string, code: Json, plan: unknown): Comparison {
  const comparison = compared(blocksOfConfiguration(code), blocksOfPlan(plan));
  const { contradicted, verdicts, learned, forgotten } = comparison;
  expect(contradicted).toEqual([]);
  if (name !== '') {
    process.stderr.write(
      `${name}: ${verdicts} verdicts, ${learned} more known, ${forgotten.length} no longer\n`,
    );
  }
  return comparison;
}

/** Puts a configuration into a module with `count`, which is called by one with `for_each`, which the root calls. */
function callAsModule(workspace: Workspace, json: Json): void {
  const { provider, terraform = {}, variable = {}, output = {}, ...rest } = json;
  const handedOn = (from: string) =>
    Object.fromEntries(
      Object.entries(output as Json).map(([name, { sensitive }]) => [
        name,
        { sensitive, value: `\${${from}.${name}}` },
      ]),
    );
  const given = Object.fromEntries(
    Object.keys(variable as Json).map((it) => [it, `\${var.${it}}`]),
  );
  const call = (source: string, more: Json) => ({ inner: { source, ...given, ...more } });
  const common = { variable, terraform };
  const write = (folder: string, content: Json) => {
    fs.mkdirSync(path.join(workspace.dir, folder), { recursive: true });
    const text = JSON.stringify({ ...common, ...content });
    fs.writeFileSync(path.join(workspace.dir, folder, 'main.tf.json'), text);
  };
  const inmost = path.join(workspace.dir, 'middle/inmost');
  fs.mkdirSync(inmost, { recursive: true });
  // as people write it: of that, a plan keeps less than of JSON.
  fs.writeFileSync(path.join(inmost, 'main.tf'), hclOf({ ...common, output, ...rest }));
  write('middle', {
    module: call('./inmost', { count: 1 }),
    output: handedOn('module.inner[0]'),
  });
  write('.', {
    provider,
    module: call('./middle', { for_each: '${toset(["eu-de"])}' }),
    output: handedOn('module.inner["eu-de"]'),
  });
}

/** Where two sets of blocks are not judged alike, whatever modules they lie in. */
function sameAs(flat: readonly Block[], nested: readonly Block[]): string[] {
  const [expected, got] = [flat, nested].map((blocks) =>
    verdictsOn(blocks, RULES)
      .map(({ rule, block, outcome }) => `${rule.id} ${bare(block.address)}: ${outcome}`)
      .sort(),
  );
  return [
    ...expected.filter((it) => !got.includes(it)).map((it) => `flat ${it}`),
    ...got.filter((it) => !expected.includes(it)).map((it) => `nested ${it}`),
  ];
}
