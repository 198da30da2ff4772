import { App, TerraformOutput, TerraformStack } from 'cdktf';
import { readBehaviours } from '../kit/provider/treachery/behaviours';
import { deployOffline, describeOffline } from '../kit/terraform';
import { SECURE_WEB_SERVICE } from './fixtures';
import { TERRAFORM } from './specimen';

describeOffline('the harness', () => {
  const group = '0123456789abcdef0123456789abcdef';
  const project = { ibm_code_engine_project: { p: { name: 'p', resource_group_id: group } } };
  const json = { terraform: TERRAFORM, resource: project };

  test('carries a deployment of 52 resources through its life', async () => {
    const { resources, outputs, planJson, cloud } = await deployOffline(
      SECURE_WEB_SERVICE,
      SECURE_WEB_SERVICE,
    );
    const managed = Object.keys(resources).filter((address) => !address.startsWith('data.'));
    expect(managed).toHaveLength(52);
    expect(planJson.resource_changes.map(({ address }) => address)).toEqual(
      expect.arrayContaining(managed),
    );
    expect(outputs.url).toBe('https://www.example.com');
    const outlives = readBehaviours().filter(({ survivesDestroy }) => survivesDestroy);
    const left = Object.keys(cloud.contents.resources);
    expect(left).toContain('ibm_en_ibmsource');
    expect(outlives.flatMap(({ types }) => types)).toEqual(expect.arrayContaining(left));
  });

  test('takes a stack as it is', async () => {
    const stack = new TerraformStack(new App(), 'web');
    stack.addOverride('terraform.required_providers', TERRAFORM.required_providers);
    stack.addOverride('resource', json.resource);
    new TerraformOutput(stack, 'answer', { value: 42 });
    const { resources, outputs } = await deployOffline(stack);
    expect(Object.keys(resources)).toEqual(['ibm_code_engine_project.p']);
    expect(outputs).toEqual({ answer: 42 });
  });

  test('names the step, the exit code and what Terraform said, without variables', async () => {
    const secret = 'canary-in-a-variable';
    const wrong = {
      ...json,
      variable: { token: { type: 'string' } },
      output: { half: { value: '${regex("^x", var.token)}' } },
    };
    const failure = deployOffline({ json: wrong }, { variables: { token: secret } });
    await expect(failure).rejects.toThrow(/^plan: got exit code 1, expected 0\n[^]*regex/);
    await expect(failure).rejects.not.toThrow(secret);
  });

  test('says so when a second plan is not empty', async () => {
    const moving = { ...json, output: { now: { value: '${timestamp()}' } } };
    await expect(deployOffline({ json: moving })).rejects.toThrow(
      /^second plan, in which nothing may change: got exit code 2, expected 0/,
    );
  });

  test('kills a command that does not end', async () => {
    const failure = deployOffline({ json }, { timeout: 1 });
    await expect(failure).rejects.toThrow(
      'terraform init: got no end, expected one within 0.001 s',
    );
  });

  test('finds by data source what was put into the account, and nothing else', async () => {
    const id = '01234567-89ab-cdef-0123-456789abcdef';
    const data = { ibm_code_engine_project: { there: { project_id: id } } };
    const output = { name: { value: '${data.ibm_code_engine_project.there.name}' } };
    const found = await deployOffline(
      { json: { terraform: TERRAFORM, data, output } },
      {
        prepare: (cloud) =>
          cloud.put('ibm_code_engine_project', id, { id, project_id: id, name: 'there' }),
      },
    );
    expect(found.outputs).toEqual({ name: 'there' });
    await expect(deployOffline({ json: { terraform: TERRAFORM, data } })).rejects.toThrow(
      `ibm_code_engine_project: got project_id "${id}", expected one that exists`,
    );
  });
});
