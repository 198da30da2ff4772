import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Resource } from '../../lib/policy/resource';

const graph = new Graph(
  blocksOfConfiguration({
    variable: { token: { sensitive: true } },
    resource: {
      ibm_code_engine_app: {
        web: {
          scale_max_instances: '5',
          run_as_user: '${var.user}',
          image_reference: 'us.icr.io/ns@${var.digest}',
          probe_liveness: { type: 'http', port: 8080 },
          run_env_variables: [{ name: 'A' }, { name: '${var.n}' }],
          empty: '',
        },
      },
      ibm_code_engine_domain_mapping: {
        map: { component: [{ name: '${ibm_code_engine_app.web.name}' }] },
      },
      ibm_cis_origin_pool: { pool: { origins: [{ name: 'a' }] } },
      ibm_code_engine_secret: { s: { data: '${sensitive({"A" = var.token})}' } },
    },
  }),
);
const at = (address: string) => new Resource(graph.at(address)!, graph);
const app = at('ibm_code_engine_app.web');

test('values are read as what a rule asks for', () => {
  expect(app.number('scale_max_instances')).toBe(5);
  expect(app.text('probe_liveness.type')).toBe('http');
  expect(app.blocks('probe_liveness').map((it) => it.number('port'))).toEqual([8080]);
  expect(app.flag('nothing')).toBeUndefined();
  expect([app.has('empty'), app.has('nothing'), app.has('probe_liveness')]).toEqual([
    false,
    false,
    true,
  ]);
});

test('what a configuration does not say is what the provider takes', () => {
  expect(app.text('managed_domain_mappings')).toBe('local_public');
  const [origin] = at('ibm_cis_origin_pool.pool').blocks('origins');
  expect(origin.number('weight')).toBe(1);
});

test('what is unknown ends the rule that reads it', () => {
  expect(() => app.number('run_as_user')).toThrow(/is known only to Terraform/);
  expect(() => app.blocks('run_env_variables').map((it) => it.text('name'))).toThrow(
    /run_env_variables\.name/,
  );
  expect(app.isKnown('run_as_user')).toBe(false);
  expect(app.pattern('image_reference')).toBe('us.icr.io/ns@\0');
  expect(app.pattern('scale_max_instances')).toBe('5');
  expect(at('ibm_code_engine_secret.s').isSensitive('data')).toBe(true);
});

test('resources are followed along their references, both ways', () => {
  const mapping = at('ibm_code_engine_domain_mapping.map');
  expect(mapping.follow('component.name').map(({ address }) => address)).toEqual([app.address]);
  expect(app.users('ibm_code_engine_domain_mapping', 'component.name')).toHaveLength(1);
  expect(app.users('ibm_code_engine_domain_mapping', 'name')).toEqual([]);
  expect(app.others('ibm_cis_origin_pool')).toHaveLength(1);
});

test('every text of a resource can be looked at', () => {
  const leaves = Object.fromEntries(app.leaves().filter(([, value]) => typeof value !== 'object'));
  expect(leaves['probe_liveness.type']).toBe('http');
});

test('what has a value is told from what may have none', () => {
  const world = new Graph(
    blocksOfConfiguration({
      variable: { set: {}, open: { default: null }, empty: { default: '' } },
      resource: {
        ibm_code_engine_app: {
          web: {
            made: '${ibm_code_engine_secret.s.name}',
            set: '${var.set}',
            open: '${var.open}',
            empty: '${var.empty}',
            local: '${local.a}-x',
            unclear: '${local.a}',
          },
        },
      },
    }),
  );
  const it = new Resource(world.at('ibm_code_engine_app.web')!, world);
  expect(['made', 'set', 'local', 'nothing'].map((name) => it.given(name))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  for (const name of ['open', 'empty', 'unclear'])
    expect(() => it.given(name)).toThrow(/is known only to Terraform/);
  expect([it.known('set'), it.known('managed_domain_mappings')]).toEqual([
    undefined,
    'local_public',
  ]);
  expect(it.paths('made')).toEqual(['ibm_code_engine_secret.s.name']);
  expect(() => it.undecided('set')).toThrow(/`set` is known only to Terraform/);
});

test('what belongs to a resource refers to it or holds its id', () => {
  const owner = (id: string, project_id: string) => {
    const world = new Graph(
      blocksOfConfiguration({
        resource: {
          ibm_code_engine_project: { p: { project_id: id }, other: {} },
          ibm_code_engine_app: { web: { project_id, lifecycle: [{ ignore_changes: ['name'] }] } },
        },
      }),
    );
    return new Resource(world.at('ibm_code_engine_project.p')!, world);
  };
  const owned = (id: string, project_id: string) =>
    owner(id, project_id).owned('ibm_code_engine_app', 'project_id', ['project_id']).length;
  expect(owned('', '${ibm_code_engine_project.p.project_id}')).toBe(1);
  expect(owned('', '${ibm_code_engine_project.other.project_id}')).toBe(0);
  expect([owned('1', '1'), owned('1', '2')]).toEqual([1, 0]);
  expect(() => owned('1', '${var.project}')).toThrow(/is known only to Terraform/);
  const [web] = owner('1', '1').others('ibm_code_engine_app');
  expect([web.lifecycleHas('ignore_changes'), web.lifecycleHas('prevent_destroy')]).toEqual([
    true,
    false,
  ]);
});

test('what names its owner by an id may belong to any whose id is unknown', () => {
  const world = new Graph(
    blocksOfConfiguration({
      resource: {
        ibm_code_engine_project: { p: {}, q: {} },
        ibm_code_engine_app: {
          web: { project_id: '${ibm_code_engine_project.p.project_id}' },
          api: { project_id: '${ibm_code_engine_project.p.id}' },
          job: { project_id: 'a-1' },
        },
      },
    }),
  );
  const owned = (name: string) =>
    new Resource(world.at(`ibm_code_engine_project.${name}`)!, world)
      .owned('ibm_code_engine_app', 'project_id')
      .map(({ address }) => address);
  expect(owned('p')).toEqual(['ibm_code_engine_app.web', 'ibm_code_engine_app.api']);
  // the id of the other project is unknown, and may be that of the job.
  expect(() => owned('q')).toThrow(/`ibm_code_engine_app.project_id` is known only to Terraform/);
});

test('what is so of the whole configuration is worked out once, and an end as unknown too', () => {
  const question = jest.fn((any: Resource) => any.others('ibm_code_engine_app').length);
  const pool = at('ibm_cis_origin_pool.pool');
  expect([app.overall(question), pool.overall(question)]).toEqual([1, 1]);
  expect(question).toHaveBeenCalledTimes(1);
  const open = jest.fn((any: Resource) => any.others('ibm_code_engine_app')[0].get('run_as_user'));
  for (const it of [app, pool]) expect(() => it.overall(open)).toThrow(/known only to Terraform/);
  expect(open).toHaveBeenCalledTimes(1);
});
