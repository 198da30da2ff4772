import { blocksOfPlan } from '../../../lib/policy/loaders/plan';
import { Unknown } from '../../../lib/policy/value';

const plan = {
  resource_changes: [
    {
      address: 'module.shop.ibm_code_engine_app.web["a"]',
      mode: 'managed',
      type: 'ibm_code_engine_app',
      change: {
        actions: ['create'],
        after: { name: 'web', token: 'canary', run: [{ value: 'x' }] },
        after_unknown: { endpoint: true, project_id: true, run: [{ reference: true }] },
        after_sensitive: { token: true },
      },
    },
    {
      address: 'ibm_cis.gone',
      mode: 'managed',
      type: 'ibm_cis',
      change: { actions: ['delete'], after: null },
    },
  ],
  configuration: {
    provider_config: { ibm: { name: 'ibm', expressions: { region: { constant_value: 'eu-de' } } } },
    root_module: {
      outputs: { url: { expression: { references: ['module.shop.url', 'module.shop'] } } },
      module_calls: {
        shop: {
          module: {
            resources: [
              {
                mode: 'managed',
                type: 'ibm_code_engine_app',
                name: 'web',
                expressions: {
                  name: { constant_value: 'web' },
                  token: { references: ['var.token'] },
                  project_id: { references: ['ibm_code_engine_project.p.id'] },
                  run: [
                    {
                      value: { constant_value: 'x' },
                      reference: { references: ['ibm_code_engine_secret.s.name'] },
                    },
                  ],
                },
              },
            ],
          },
        },
      },
    },
  },
};

test('a plan has what will be, what is unknown until then, and what refers to what', () => {
  const [app, provider, output] = blocksOfPlan(plan, 'plan.json');
  expect(app.address).toBe('module.shop.ibm_code_engine_app.web["a"]');
  expect(app.body.name).toBe('web');
  expect((app.body.project_id as Unknown).references).toEqual([
    'module.shop.ibm_code_engine_project.p',
  ]);
  expect((app.body.project_id as Unknown).paths).toEqual([
    'module.shop.ibm_code_engine_project.p.id',
  ]);
  // what Terraform itself was told stands in no plan.
  expect(app.body.lifecycle).toBeInstanceOf(Unknown);
  // what nobody wrote is computed, and absent from the code.
  expect(app.body.endpoint).toBeUndefined();
  expect(JSON.stringify(app.body)).not.toContain('canary');
  expect(provider.body.region).toBe('eu-de');
  expect((output.body.value as Unknown).references).toEqual(['module.shop']);
});

test('what is destroyed is not judged', () => {
  expect(blocksOfPlan(plan).some(({ type }) => type === 'ibm_cis')).toBe(false);
});

test.each([[{}], [null], [{ resource_changes: 5 }]])('%p has no blocks', (json) => {
  expect(blocksOfPlan(json)).toEqual([]);
});

test('data that were read for the plan are there, and variables and outputs with what they come to', () => {
  const blocks = blocksOfPlan({
    variables: { image: { value: 'a' } },
    output_changes: { url: { after: 'https://a', after_unknown: false, after_sensitive: false } },
    prior_state: {
      values: {
        root_module: {
          child_modules: [
            { resources: [{ address: 'module.m.data.ibm_cis.c', mode: 'data', type: 'ibm_cis' }] },
          ],
        },
      },
    },
    configuration: {
      root_module: {
        variables: { image: { default: 'b', sensitive: true } },
        outputs: { url: { expression: { references: ['ibm_code_engine_app.web.endpoint'] } } },
      },
    },
  });
  expect(blocks.map(({ address }) => address)).toEqual([
    ...['module.m.data.ibm_cis.c', 'output.url', 'variable.image', 'terraform'],
  ]);
  expect(blocks[1].body).toMatchObject({ value: 'https://a', sensitive: false });
  expect(blocks[2].body).toEqual({ default: 'b', sensitive: true });
});

test('what a removed block leaves alone is not judged', () => {
  const change = { actions: ['forget'], after: null };
  expect(blocksOfPlan({ resource_changes: [{ address: 'ibm_cis.a', change }] })).toEqual([]);
});
