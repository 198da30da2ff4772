import { EXIT } from '../../lib/cli/command';

test('a pipeline can tell findings from arguments that cannot be used', () => {
  expect(EXIT).toEqual({ fine: 0, findings: 1, unusable: 2, crashed: 3, undecided: 4 });
});
