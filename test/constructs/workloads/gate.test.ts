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

test('what has to serve is ready, or ready with a warning', () => {
  expect(gate.serves('app')).toEqual({
    condition: '${contains(["ready", "warning"], self.status)}',
    errorMessage: expect.stringMatching(
      /^The app \$\{self\.name\} does not serve its last change yet: .* apply again when it is ready\.$/,
    ),
  });
});
