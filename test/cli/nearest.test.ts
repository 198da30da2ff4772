import { didYouMean } from '../../lib/cli/nearest';

const NAMES = ['--report', '--image', '--wait'];

test.each([
  ['--reprot', "did you mean '--report'?"],
  ['--wiat', "did you mean '--wait'?"],
  ['--severity', undefined],
  ['x', undefined],
  ['r'.repeat(100_000), undefined],
])('%s', (name, answer) => {
  expect(didYouMean(name, NAMES)).toBe(answer);
});
