import { fail, isFailure, line } from '../../../lib/runtime/certificate-rotation/failure';
import { failureOf } from '../../kit/rotation/ports';

const problem = { at: 'chain', got: 'nothing', expected: 'certificates' };

test('a failure carries its kind and all its problems', async () => {
  const failure = await failureOf(() => fail('sourceUnfit', problem, problem));
  expect(failure).toMatchObject({ kind: 'sourceUnfit', problems: [problem, problem] });
  expect(isFailure(failure)).toBe(true);
});

test('nothing else counts as one', () => {
  for (const other of [new Error('x'), undefined, null, 'Failure', {}]) {
    expect(isFailure(other)).toBe(false);
  }
});

test('a problem reads as a line', () => {
  expect(line(problem)).toBe('chain: got nothing, expected certificates');
});
