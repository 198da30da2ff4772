import { frontages } from '../../../lib/constructs/workloads/frontage';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { Visibility } from '../../../lib/facts/visibility';
import { image, project } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

test('an app is known to what stands in front of it, a job is not', () => {
  const stack = newStack();
  const home = { project: project(stack), image: image() };
  const app = new SecureApp(stack, 'web', home);
  expect(frontages.get(app)?.visibility).toBe(Visibility.PROJECT);
  expect(frontages.get(new SecureJob(stack, 'night', home))).toBeUndefined();
});

test.each([
  [undefined, true, 1],
  [0, false, 0],
  [3, true, 3],
])('an app that asked for %p instances keeps running: %p', (minInstances, runs, rendered) => {
  const { only } = synthesize((stack) => {
    const home = { project: project(stack), image: image() };
    const app = new SecureApp(stack, 'web', { ...home, minInstances });
    expect(frontages.get(app)?.keepRunning()).toBe(runs);
  });
  expect(only('ibm_code_engine_app').scale_min_instances).toBe(rendered);
});
