import * as fs from 'fs';
import { App, TerraformStack } from 'cdktf';
import { IbmProvider } from '../../../lib/.gen/providers/ibm/provider';
import { load } from '../../../lib/cli/check/source';
import { wholeOf } from '../../../lib/policy/graph';
import { project } from '../../kit/samples';
import { inTemporaryFolder } from '../../kit/temporary';
import { recorder } from '../recorder';

const CONFIGURATION = { resource: { ibm_code_engine_app: { web: {} } } };
const PLAN = {
  resource_changes: [
    { address: 'ibm_cis.x', mode: 'managed', type: 'ibm_cis', change: { actions: ['create'] } },
  ],
};

test('a synthesis, a plan and Terraform are told apart', async () => {
  await inTemporaryFolder(async (dir) => {
    const app = new App({ outdir: `${dir}/cdktf.out` });
    const stack = new TerraformStack(app, 'shop');
    new IbmProvider(stack, 'ibm', { region: 'us-south' });
    project(stack);
    app.synth();
    fs.writeFileSync(`${dir}/plan.json`, JSON.stringify(PLAN));
    fs.writeFileSync(`${dir}/main.tf`, 'resource "ibm_code_engine_job" "night" {}\n');
    fs.writeFileSync(`${dir}/more.tf.json`, JSON.stringify(CONFIGURATION));
    const kinds = async (source: string) => {
      const { kind, stacks } = await load(source, recorder());
      return [kind, ...[...stacks.values()].flat().map(({ address }) => address)];
    };
    expect((await kinds(`${dir}/cdktf.out`))[0]).toBe('synthesis');
    expect(await kinds(`${dir}/plan.json`)).toEqual(['plan', 'ibm_cis.x']);
    expect(await kinds(`${dir}/main.tf`)).toEqual(['configuration', 'ibm_code_engine_job.night']);
    expect((await kinds(dir)).sort()).toEqual([
      'configuration',
      'ibm_code_engine_app.web',
      'ibm_code_engine_job.night',
    ]);
  });
});

test('what one file declares, the others use', async () => {
  await inTemporaryFolder(async (dir) => {
    const secret = 'resource "ibm_code_engine_secret" "s" {\n  data = { KEY = var.key }\n}\n';
    fs.writeFileSync(`${dir}/main.tf`, `${secret}\nlocals {\n  open = "local_public"\n}\n`);
    fs.writeFileSync(`${dir}/variables.tf`, 'variable "key" {\n  sensitive = true\n}\n');
    const app = { ibm_code_engine_app: { web: { managed_domain_mappings: '${local.open}' } } };
    fs.writeFileSync(`${dir}/app.tf.json`, JSON.stringify({ resource: app }));
    const { stacks } = await load(dir, recorder());
    const bodies = new Map([...stacks.values()].flat().map((it) => [it.address, wholeOf(it)]));
    expect(bodies.get('ibm_code_engine_app.web')).toEqual({
      managed_domain_mappings: 'local_public',
    });
    expect(bodies.get('ibm_code_engine_secret.s')).toMatchObject({
      data: { KEY: { isSensitive: true } },
    });
  });
});

test('a plan may come on stdin', async () => {
  const { kind } = await load('-', recorder({ stdin: JSON.stringify(PLAN) }));
  expect(kind).toBe('plan');
});

test('what is nothing of that is refused', async () => {
  await inTemporaryFolder(async (dir) => {
    fs.writeFileSync(`${dir}/other.json`, '{"a":1}');
    fs.writeFileSync(`${dir}/cut.json`, '{"resource_changes":[');
    fs.mkdirSync(`${dir}/empty`);
    fs.mkdirSync(`${dir}/half`);
    fs.writeFileSync(`${dir}/half/manifest.json`, '{"stacks":{"a":{}}}');
    for (const [source, said] of [
      ['nowhere', /no such file or folder/],
      ['a\0b', /no such file or folder/],
      ['other.json', /neither a plan nor a configuration/],
      ['cut.json', /breaks off/],
      ['empty', /a folder without Terraform/],
      ['half', /a synthesis that is not complete/],
    ] as const) {
      await expect(load(`${dir}/${source}`, recorder())).rejects.toThrow(said);
    }
  });
});
