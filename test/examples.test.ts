/** Every example: run as its users run it, compared with its golden file, and taken through its whole life. */
import * as fs from 'fs';
import * as path from 'path';
import { expectFresh } from './kit/fresh';
import { canonical } from './kit/golden';
import { variablesOf } from './kit/life';
import { EXAMPLE_VARIABLES as VARIABLES } from './kit/example-variables';
import { CANARY } from './kit/samples';
import type { RememberedCloud } from './kit/provider/cloud';
import { removeFolder, temporaryFolder } from './kit/temporary';
import {
  deployOffline,
  describeOffline,
  describeTerraform,
  providerMode,
  Workspace,
} from './kit/terraform';
import { traps } from './kit/traps';
import { exampleNames } from '../tools/synth';

describe.each(exampleNames())('example %s', (name) => {
  const out = temporaryFolder();
  const stacks = synthesized(name, out);
  afterAll(() => removeFolder(out));

  test.each(stacks.map(({ stack }) => [stack]))(
    'stack %s is what its golden file says',
    (stack) => {
      const file = stacks.length === 1 ? 'expected.tf.json' : `expected.${stack}.tf.json`;
      const json = stacks.find((it) => it.stack === stack)!.json;
      expectFresh(`examples/${name}/${file}`, canonical(json));
    },
  );

  const variables = Object.assign({}, ...stacks.map(({ json }) => variablesOf(json, VARIABLES)));
  const phases = stacks.filter(({ stack }) => /^phase-\d/.test(stack));

  describeTerraform(`deploys example ${name}`, () => {
    const alone = stacks.filter((it) => !phases.includes(it)).map(({ stack, dir }) => [stack, dir]);
    if (alone.length > 0) {
      test.each(alone)('stack %s', async (_, dir) => {
        const deployed = await deployOffline({ dir }, { variables });
        expect(deployed.plan).not.toContain(CANARY);
        if (providerMode() === 'offline') expect(leftBehind(deployed.cloud)).toEqual([]);
      });
    }
  });

  if (phases.length === 0) return;
  describeOffline(`deploys example ${name}, one phase after the other`, () => {
    test(phases.map(({ stack }) => stack).join(', '), async () => {
      const [first, ...rest] = phases;
      const workspace = await Workspace.open({ dir: first.dir }, { variables });
      try {
        for (const [index, { dir }] of [first, ...rest].entries()) {
          if (index > 0) await workspace.replace({ dir });
          const { stdout } = await phase(workspace);
          expect(stdout).not.toContain(CANARY);
          // whoever is reached stays: nothing is destroyed, and no app is made anew.
          expect(stdout).toMatch(/Plan: \d+ to add, \d+ to change, 0 to destroy\.|No changes/);
        }
        workspace.liftProtection();
        await workspace.must('destroy', ['destroy', '-no-color', '-auto-approve']);
      } finally {
        await workspace.close();
      }
    });
  });
});

/** Applies what stands in a workspace, answers its plan, and fails unless a second one is empty. */
async function phase(workspace: Workspace) {
  await workspace.must('init', ['init', '-no-color']);
  const plan = await workspace.must('plan', ['plan', '-no-color', '-out=tfplan']);
  await workspace.must('apply', ['apply', '-no-color', 'tfplan']);
  await workspace.must('second plan', ['plan', '-no-color', '-detailed-exitcode']);
  return plan;
}

/** What is left of a destroyed stack, but for settings that are set back or stay: they go with their zone or tenant. */
const leftBehind = (cloud: RememberedCloud): string[] =>
  Object.keys(cloud.contents.resources).filter((type) => !STAYING.has(type));

const STAYING = new Set(
  traps
    .filter(({ id, kind }) => kind === 'leaves-behind' || id.startsWith('app-id/destroyed-'))
    .flatMap(({ types }) => types),
);

interface Synthesized {
  readonly stack: string;
  readonly dir: string;
  readonly json: Record<string, any>;
}

/** Runs `main.ts` in this process: the package it names is the source, so no build is needed. */
function synthesized(name: string, out: string): Synthesized[] {
  const before = process.env.CDKTF_OUTDIR;
  process.env.CDKTF_OUTDIR = out;
  try {
    jest.isolateModules(() => void require(`../examples/${name}/main.ts`));
  } finally {
    if (before === undefined) delete process.env.CDKTF_OUTDIR;
    else process.env.CDKTF_OUTDIR = before;
  }
  return fs.readdirSync(path.join(out, 'stacks')).map((stack) => {
    const dir = path.join(out, 'stacks', stack);
    return { stack, dir, json: JSON.parse(fs.readFileSync(path.join(dir, 'cdk.tf.json'), 'utf8')) };
  });
}
