import { BuildStrategy } from '../../../lib/constructs/builds/build-strategy';
import { refusalOf } from '../../kit/refusal';

test('an image is made by a Dockerfile or by buildpacks', () => {
  expect(BuildStrategy.dockerfile()._toTerraform()).toEqual({
    strategyType: 'dockerfile',
    strategySpecFile: 'Dockerfile',
  });
  expect(BuildStrategy.dockerfile('deploy/Dockerfile')._toTerraform().strategySpecFile).toBe(
    'deploy/Dockerfile',
  );
  expect(BuildStrategy.buildpacks()._toTerraform().strategyType).toBe('buildpacks');
});

test.each([['/etc/passwd'], ['../Dockerfile'], ['a b'], ['']])(
  '%p is no file of a source',
  (file) => {
    expect(refusalOf(() => BuildStrategy.dockerfile(file))).toEqual([
      expect.stringMatching(/^file: got .*, expected a path inside the source/),
    ]);
  },
);
