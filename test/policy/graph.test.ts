import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';

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

test('what refers to a block is known with the attribute that does', () => {
  const [edge, ...others] = graph.to('ibm_code_engine_app.web');
  expect(others).toEqual([]);
  expect([edge.from.address, edge.attribute]).toEqual([
    'ibm_code_engine_domain_mapping.map',
    'component.name',
  ]);
});
