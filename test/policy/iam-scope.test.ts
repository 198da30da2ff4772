import { Graph } from '../../lib/policy/graph';
import { isNarrowed, serviceOf } from '../../lib/policy/iam-scope';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Resource } from '../../lib/policy/resource';

const policy = (body: object) => {
  const graph = new Graph(
    blocksOfConfiguration({ resource: { ibm_iam_service_policy: { it: body } } }),
  );
  return new Resource(graph.at('ibm_iam_service_policy.it')!, graph);
};
const attribute = (name: string, value: string) => ({ resource_attributes: [{ name, value }] });

test('a policy is narrowed in either spelling', () => {
  const block = policy({ resources: { service: 'codeengine', resource_instance_id: 'a' } });
  expect([isNarrowed(block, 'service'), isNarrowed(block, 'resource')]).toEqual([true, false]);
  expect(serviceOf(block)).toBe('codeengine');
  const listed = policy(attribute('serviceName', 'codeengine'));
  expect([isNarrowed(listed, 'service'), serviceOf(listed)]).toEqual([true, 'codeengine']);
});

test('what matches anything does not narrow', () => {
  expect(isNarrowed(policy(attribute('serviceInstance', '*')), 'resource_instance_id')).toBe(false);
  expect([isNarrowed(policy({}), 'service'), serviceOf(policy({}))]).toEqual([false, undefined]);
});
