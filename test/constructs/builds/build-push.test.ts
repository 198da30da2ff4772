import { buildPush } from '../../../lib/constructs/builds/build-push';
import { SourceBuild } from '../../../lib/constructs/builds/source-build';
import { project, registry, source } from '../../kit/samples';
import { newStack } from '../../kit/synth';

test('a build that is made here can be told who pushes its image', () => {
  const stack = newStack();
  const build = new SourceBuild(stack, 'make', {
    project: project(stack),
    source: source(stack),
    output: registry(stack).image('web'),
  });
  expect(buildPush.of(build)).toBeDefined();
  expect(buildPush.of({})).toBeUndefined();
});
