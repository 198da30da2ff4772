import { Graph, referencesOf, waivedToo } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { blocksOfPlan } from '../../lib/policy/loaders/plan';
import { Resource } from '../../lib/policy/resource';

const graph = new Graph(
  blocksOfConfiguration({
    resource: {
      ibm_code_engine_app: { web: { name: 'web' } },
      ibm_code_engine_domain_mapping: {
        map: { component: { name: '${ibm_code_engine_app.web.name}' }, name: 'a.example.com' },
      },
    },
    data: { ibm_cis: { edge: {} } },
  }),
);

test('blocks are found by their type and by their address', () => {
  expect(graph.of('ibm_code_engine_app').map(({ address }) => address)).toEqual([
    'ibm_code_engine_app.web',
  ]);
  expect(graph.of('data.ibm_cis')).toHaveLength(1);
  expect(graph.at('ibm_code_engine_app.web[0]')?.type).toBe('ibm_code_engine_app');
  expect(graph.at('ibm_x.y')).toBeUndefined();
});

test('each reference in a value is told with the attribute that it stands in', () => {
  const [{ body, read }] = graph.of('ibm_code_engine_domain_mapping');
  expect(referencesOf(body, read)).toEqual([['component.name', 'ibm_code_engine_app.web']]);
});

test('what follows from the configuration is worked out once', () => {
  const workOut = jest.fn(() => undefined);
  expect([graph.once('key', workOut), graph.once('key', workOut)]).toEqual([undefined, undefined]);
  expect(workOut).toHaveBeenCalledTimes(1);
});

test('what is known in a plan still refers to what it is taken from', () => {
  const planned = new Graph(
    blocksOfPlan({
      resource_changes: ['ibm_code_engine_app.web', 'ibm_code_engine_job.night'].map((address) => ({
        address,
        type: address.split('.')[0],
        change: { actions: ['create'], after: { name: 'web' } },
      })),
      configuration: {
        root_module: {
          resources: [
            {
              type: 'ibm_code_engine_job',
              name: 'night',
              expressions: { name: { references: ['ibm_code_engine_app.web.name'] } },
            },
          ],
        },
      },
    }),
  );
  const app = Resource.of(planned.at('ibm_code_engine_app.web')!, planned);
  const [job] = app.users('ibm_code_engine_job', 'name');
  expect(job.text('name')).toBe('web');
  expect(job.references('name')).toEqual(['ibm_code_engine_app.web']);
  expect(job.paths('name')).toEqual(['ibm_code_engine_app.web.name']);
});

test('what refers to a local value may refer to anything', () => {
  const open = new Graph(
    blocksOfConfiguration({
      resource: {
        ibm_code_engine_domain_mapping: { map: { component: { name: '${local.app}' } } },
      },
    }),
  );
  expect(open.mayRefer('ibm_code_engine_domain_mapping', 'component.name')).toBe(true);
  expect(open.mayRefer('ibm_code_engine_domain_mapping', 'tls_secret')).toBe(false);
  expect(open.mayRefer('ibm_code_engine_app')).toBe(false);
});

test('a block with other waivers too is the same for the rest', () => {
  const json = {
    ibm_cis: { edge: { name: 'edge', '//': { metadata: { path: 'shop/edge' } } } },
  };
  const [block] = blocksOfConfiguration({ resource: json }, { file: 'main.tf' });
  const waiver = { rule: 'edge/x', reason: 'a page for all', owner: 'team', until: '2099-01-01' };
  const { kind, type, address, body, read, path, file, line, waivers } = waivedToo(block, [waiver]);
  expect(waivers).toEqual([waiver]);
  for (const [name, it] of Object.entries({ kind, type, address, body, read, path, file, line })) {
    expect([name, it]).toEqual([name, block[name as keyof typeof block]]);
  }
  expect(waivedToo(block, [])).toBe(block);
});
