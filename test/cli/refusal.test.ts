import { isRefusal, refuse } from '../../lib/cli/refusal';
import { refusal } from './recorder';

test('a refusal names every problem, one in a line', async () => {
  const lines = await refusal(() =>
    refuse(
      { at: '--wait', got: '"soon"', expected: 'seconds' },
      { at: 'file', got: 'nothing', expected: 'a list', remedy: 'write one' },
    ),
  );
  expect(lines).toEqual([
    '--wait: got "soon", expected seconds',
    'file: got nothing, expected a list; write one',
  ]);
});

test('only refusals are refusals', () => {
  expect([new Error('x'), new TypeError('x'), null, undefined, 'x'].filter(isRefusal)).toEqual([]);
});
