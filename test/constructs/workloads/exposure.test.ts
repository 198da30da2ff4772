import { exposure } from '../../../lib/constructs/workloads/exposure';
import { Visibility } from '../../../lib/facts/visibility';
import { waiver } from '../../kit/samples';

const workload = { endpointInternal: 'inside' };
const read = { endpoint: 'outside' };

test.each([
  [Visibility.PROJECT, 'inside'],
  [Visibility.PRIVATE, 'outside'],
  [Visibility.PUBLIC, 'outside'],
])('a workload that is %s hands out its address %s', (visibility, address) => {
  expect(exposure.urlOf(visibility, workload, read)).toBe(address);
});

test('only the internet is an opt-out', () => {
  const taken = Object.values(Visibility).filter(
    (visibility) => exposure.optOutsIn('a/rule', visibility, waiver())[0].taken,
  );
  expect(taken).toEqual([Visibility.PUBLIC]);
});

test('what is no visibility is told', () => {
  expect(exposure.problemsIn('everyone' as Visibility)).toHaveLength(1);
  expect(exposure.problemsIn(Visibility.PRIVATE)).toEqual([]);
});
