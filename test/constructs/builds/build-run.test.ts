import { BuildRun } from '../../../lib/constructs/builds/build-run';

test('a build is started by others, by an action or by a script', () => {
  const starters = [BuildRun.byOthers(), BuildRun.byAction(), BuildRun.byScript()];
  expect(starters.map((it) => it._starter)).toEqual(['nobody', 'action', 'script']);
});
