import * as fs from 'fs';
import { App, TerraformStack } from 'cdktf';
import { stacksOfOutput } from '../../../lib/policy/loaders/cdktf-output';
import { project } from '../../kit/samples';
import { withTemporaryFolder } from '../../kit/temporary';

test('the stacks of a synthesis are read as its manifest lists them', () => {
  withTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    for (const name of ['one', 'two']) project(new TerraformStack(app, name));
    app.synth();
    const stacks = stacksOfOutput(outdir);
    expect(stacks.map(({ name }) => name)).toEqual(['one', 'two']);
    const [block] = stacks[0].blocks.filter(({ kind }) => kind === 'resource');
    expect(block.path).toBe('one/project/Resource');
    expect(fs.existsSync(block.file!)).toBe(true);
  });
});
