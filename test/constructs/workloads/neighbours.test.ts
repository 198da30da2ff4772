import { neighbours } from '../../../lib/constructs/workloads/neighbours';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { PROJECT } from '../../kit/judged';
import { image, project } from '../../kit/samples';
import { appIn } from '../../kit/samples-auth';
import { newStack } from '../../kit/synth';

test('the neighbours of a workload are those of its project, but for what runs code of ours', () => {
  const stack = newStack();
  const shop = appIn(stack);
  const cart = appIn(stack, PROJECT, 'cart');
  const night = new SecureJob(stack, 'night', { project: PROJECT, image: image() });
  const rotator = new SecureJob(stack, 'rotator', { project: PROJECT, image: image() });
  appIn(stack, project(stack), 'elsewhere');
  neighbours.runsOurCode(rotator);
  expect(neighbours.of(shop, new Set([shop]))).toEqual([cart, night]);
  expect(neighbours.of(shop, new Set([shop, cart, night]))).toEqual([]);
});
