import { PlanReferences } from '../../../lib/policy/loaders/plan-references';

const resource = (type: string, name: string, more: object = {}) => ({
  mode: 'managed',
  type,
  name,
  ...more,
});
const read = (...references: string[]) => ({ references });

/** A project for each region, a module for each, and in it a module that makes the app. */
const ROOT = {
  resources: [
    resource('ibm_project', 'p'),
    resource('ibm_job', 'j', { for_each_expression: read('ibm_project.p') }),
  ],
  module_calls: {
    shop: {
      for_each_expression: read('var.regions'),
      expressions: {
        project: read('ibm_project.p', 'each.key'),
        pinned: read('ibm_project.p["b"].id', 'ibm_project.p["b"]', 'ibm_project.p'),
      },
      module: {
        outputs: { url: { expression: read('module.inner[0].link', 'module.inner[0]') } },
        module_calls: {
          inner: {
            expressions: { project: read('var.project'), pinned: read('var.pinned') },
            module: {
              resources: [resource('ibm_app', 'web')],
              outputs: { link: { expression: read('ibm_app.web.endpoint', 'ibm_app.web') } },
            },
          },
        },
      },
    },
  },
};
const appOf = (key: string) => `module.shop["${key}"].module.inner[0].ibm_app.web`;
const references = new PlanReferences(ROOT, [
  ...['a', 'b'].flatMap((key) => [`ibm_project.p["${key}"]`, appOf(key), `ibm_job.j["${key}"]`]),
]);

test('a variable of a module is what its caller gives, for the instance with the same key', () => {
  const { meaningOf } = references.at(appOf('a'));
  expect(meaningOf(read('var.project'))?.references).toEqual(['ibm_project.p["a"]']);
  expect(meaningOf(read('var.pinned'))?.paths).toEqual(['ibm_project.p["b"].id']);
  // what nobody gives has its default.
  expect(meaningOf(read('var.other'))?.references).toEqual([]);
});

test('an output of a module is what it refers to inside, whatever it is handed through', () => {
  expect(references.inRoot(read('module.shop["b"].url', 'module.shop["b"]'))?.paths).toEqual([
    `${appOf('b')}.endpoint`,
  ]);
  // all instances, where one is not chosen.
  expect(references.inRoot(read('module.shop'))?.references).toEqual([appOf('a'), appOf('b')]);
});

test('each goes through what the resource goes through', () => {
  const { meaningOf } = references.at('ibm_job.j["b"]');
  expect(meaningOf(read('each.value.id', 'each.value'))?.paths).toEqual(['ibm_project.p["b"].id']);
  expect(meaningOf(read('each.key'))?.references).toEqual([]);
});

test('what a plan does not resolve stays as it is', () => {
  const all = ['var.image', 'local.a.b', 'module.gone.x', 'data.ibm_group.g.id', 'count.index'];
  expect(references.inRoot(read(...all))).toEqual({
    references: ['var.image', 'local.a', 'module.gone', 'data.ibm_group.g'],
    paths: ['var.image', 'local.a.b', 'module.gone.x', 'data.ibm_group.g.id'],
  });
  expect(references.at('ibm_app.gone')).toMatchObject({ isThere: false, expressions: {} });
});

test('modules that lead in a circle come to an end', () => {
  const around = {
    module_calls: {
      m: {
        expressions: { v: read('module.m.o', 'module.m') },
        module: { outputs: { o: { expression: read('var.v') } } },
      },
    },
  };
  expect(new PlanReferences(around, []).inRoot(read('module.m.o'))?.references).toEqual([]);
});
