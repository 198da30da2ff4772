import { protectedApp } from '../../../lib/constructs/auth/protected-app';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { Visibility } from '../../../lib/facts/visibility';
import { PROJECT } from '../../kit/judged';
import { project, waiver } from '../../kit/samples';
import { appIn } from '../../kit/samples-auth';
import { newStack } from '../../kit/synth';

const public_ = { visibility: Visibility.PUBLIC, waivers: { publicEndpoint: waiver() } };

test('an app that only its project reaches may be put behind a proxy', () => {
  const stack = newStack();
  const [app, proxy] = [appIn(stack), appIn(stack, PROJECT, 'proxy')];
  expect(protectedApp.problemsIn('app', app, proxy)).toEqual([]);
  expect(protectedApp.openedLater(app)).toEqual([]);
});

test('an app that is reached otherwise, that lies elsewhere or is not known well enough may not', () => {
  const stack = newStack();
  const proxy = appIn(stack, PROJECT, 'proxy');
  const existing = SecureApp.fromAppName(stack, 'old', { project: PROJECT, appName: 'old' });
  const got = [
    appIn(stack, PROJECT, 'public', public_),
    appIn(stack, PROJECT, 'private', { visibility: Visibility.PRIVATE }),
    appIn(stack, project(stack), 'elsewhere'),
    existing,
    proxy,
    {} as SecureApp,
  ].map((app) => protectedApp.problemsIn('app', app, proxy).map((problem) => problem.got));
  expect(got).toEqual([
    ['an app that is reached around the proxy'],
    ['an app that is reached around the proxy'],
    ['an app of another project'],
    ['an app that exists already'],
    ['the proxy itself'],
    ['another object'],
  ]);
});

test('an app may have a proxy made for it where nothing else reaches it, wherever it lies', () => {
  const stack = newStack();
  const got = [
    appIn(stack, project(stack)),
    appIn(stack, PROJECT, 'public', public_),
    {} as SecureApp,
  ].map((app) => protectedApp.closed('app', app).map((problem) => problem.got));
  expect(got).toEqual([[], ['an app that is reached around the proxy'], ['another object']]);
});
