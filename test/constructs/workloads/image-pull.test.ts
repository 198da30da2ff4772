import { imagePull } from '../../../lib/constructs/workloads/image-pull';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { image, project } from '../../kit/samples';
import { newStack } from '../../kit/synth';

test('an app that is made here can be told who pulls its image, one that exists cannot', () => {
  const stack = newStack();
  const home = project(stack);
  const app = new SecureApp(stack, 'web', { project: home, image: image() });
  const old = SecureApp.fromAppName(stack, 'old', { project: home, appName: 'old' });
  expect(imagePull.of(app)).toBeDefined();
  expect(imagePull.of(old)).toBeUndefined();
});
