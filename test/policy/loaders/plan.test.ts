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
                  project_id: { references: ['ibm_code_engine_project.p.id'] },
                  run: [{ reference: { references: ['ibm_code_engine_secret.s.name'] } }],
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
  expect((app.body.project_id as Unknown).references).toEqual(['ibm_code_engine_project.p']);
  expect((app.body.project_id as Unknown).paths).toEqual(['ibm_code_engine_project.p.id']);
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
