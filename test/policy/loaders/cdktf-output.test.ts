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
    const [{ file, json }] = stacks;
    expect(json).toMatchObject({ resource: { ibm_code_engine_project: {} } });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(json);
  });
});
