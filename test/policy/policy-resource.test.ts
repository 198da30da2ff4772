import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { PolicyResource } from '../../lib/policy/policy-resource';
import { Resource } from '../../lib/policy/resource';

const graph = new Graph(
  blocksOfConfiguration({
    resource: {
      ibm_code_engine_project: { shop: { name: 'shop' } },
      ibm_code_engine_app: {
        web: {
          '//': { metadata: { path: 'shop/web/Resource' } },
          project_id: '${ibm_code_engine_project.shop.id}',
          scale_max_instances: 10,
          ready: true,
          tags: ['a', 'b'],
          labels: { owner: 'team', tier: '${var.tier}' },
          probe_liveness: { type: 'http' },
          run_volume_mounts: [{ mount_path: '/a' }, { mount_path: '${var.path}' }],
          later: '${var.later}',
        },
      },
    },
  }),
);
const ended: string[] = [];
const resource = (address: string) =>
  PolicyResource._of(new Resource(graph.at(address)!, graph), ({ message }) => ended.push(message));
const app = resource('ibm_code_engine_app.web');

beforeEach(() => void ended.splice(0));

test('it says what it is and who made it', () => {
  const { address, type, path } = app;
  expect([address, type]).toEqual(['ibm_code_engine_app.web', 'ibm_code_engine_app']);
  expect(path).toBe('shop/web/Resource');
  expect(resource('ibm_code_engine_project.shop').path).toBeUndefined();
});

test('attributes are read as what they are', () => {
  expect(app.text('probe_liveness.type')).toBe('http');
  expect(app.text('image_reference')).toBeUndefined();
  expect(app.number('scale_max_instances')).toBe(10);
  expect(app.flag('ready')).toBe(true);
  expect(app.texts('tags')).toEqual(['a', 'b']);
  expect(app.keys('labels')).toEqual(['owner', 'tier']);
  expect(app.has('later')).toBe(true);
  expect(app.has('nothing')).toBe(false);
  // the provider publishes an app that says nothing.
  expect(app.text('managed_domain_mappings')).toBe('local_public');
});

test('to read what only Terraform knows ends the rule, inside of a block too', () => {
  const [first, second] = app.blocks('run_volume_mounts');
  expect(first.text('mount_path')).toBe('/a');
  expect(() => second.text('mount_path')).toThrow(/known only to Terraform/);
  expect(() => app.number('later')).toThrow(/known only to Terraform/);
  expect(app.isKnown('later')).toBe(false);
  expect(ended).toEqual([
    '`run_volume_mounts.mount_path` is known only to Terraform',
    '`later` is known only to Terraform',
  ]);
});

test('references lead to other resources, and back', () => {
  expect(app.references('project_id')).toEqual(['ibm_code_engine_project.shop']);
  const [project] = app.follow('project_id');
  expect(project.text('name')).toBe('shop');
  const users = project.users('ibm_code_engine_app', 'project_id');
  expect(users.map(({ address }) => address)).toEqual(['ibm_code_engine_app.web']);
  expect(project.users('ibm_code_engine_job')).toEqual([]);
  expect(project.others('ibm_code_engine_app')).toHaveLength(1);
});
