import { ComponentType } from '../../lib/facts/component-type';

test('workloads are called what IAM calls the components of a project', () => {
  expect(Object.values(ComponentType)).toEqual(['application', 'job', 'function']);
});
