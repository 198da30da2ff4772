/** Every example: run as its users run it, compared with its golden file, and taken through its whole life. */
import * as fs from 'fs';
import * as path from 'path';
import { expectFresh } from './kit/fresh';
import { canonical } from './kit/golden';
import { variablesOf } from './kit/life';
import { CANARY, DIGEST, RESOURCE_GROUP_ID } from './kit/samples';
import { removeFolder, temporaryFolder } from './kit/temporary';
import { deployOffline, describeTerraform, providerMode } from './kit/terraform';
import { exampleNames } from '../tools/synth';

/** Values for the variables of the examples that are not sensitive. */
const VARIABLES: Record<string, string> = {
  resource_group_id: RESOURCE_GROUP_ID,
  image: `private.us.icr.io/shop/web@${DIGEST}`,
};

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

  describeTerraform(`deploys example ${name}`, () => {
    test.each(stacks.map(({ stack }) => [stack]))('stack %s', async (stack) => {
      const { dir, json } = stacks.find((it) => it.stack === stack)!;
      const deployed = await deployOffline({ dir }, { variables: variablesOf(json, VARIABLES) });
      expect(deployed.plan).not.toContain(CANARY);
      if (providerMode() === 'offline') expect(deployed.cloud.size).toBe(0);
    });
  });
});

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
