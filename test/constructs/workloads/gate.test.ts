import { gate } from '../../../lib/constructs/workloads/gate';

test('what failed is told with its reasons', () => {
  const { condition, errorMessage } = gate.notFailed('app');
  expect(condition).toBe('${self.status != "failed"}');
  expect(errorMessage).toContain('The app ${self.name} could not be rolled out');
});

test('what is to have a token is not held to have none', () => {
  expect(gate.noToken('job', true)).toEqual([]);
  expect(gate.noToken('job', false)).toEqual([
    {
      condition: '${self.run_compute_resource_token_enabled != true}',
      errorMessage: expect.stringContaining('The job ${self.name} was left with'),
    },
  ]);
});
