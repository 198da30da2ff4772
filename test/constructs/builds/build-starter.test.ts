import { TerraformResource } from 'cdktf';
import { BuildRun } from '../../../lib/constructs/builds/build-run';
import { startBuild } from '../../../lib/constructs/builds/build-starter';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { synthesize } from '../../kit/synth';

const project = CodeEngineProject.fromCrn(
  'crn:v1:bluemix:public:codeengine:eu-de:a/0123:01234567-89ab-cdef-0123-456789abcdef::',
);

test('a build that nobody starts here is only defined', () => {
  const { types, json } = synthesize((stack) => {
    const build = new TerraformResource(stack, 'make', { terraformResourceType: 'x' });
    const named = Object.assign(build, { name: 'make', buildId: 'id' });
    startBuild(stack, named, { run: BuildRun.byOthers(), project, timeout: 1, subject: 's' });
  });
  expect([types, json.action]).toEqual([['x'], undefined]);
});

test('a script knows the region of a project that exists', () => {
  const { only } = synthesize((stack) => {
    const build = new TerraformResource(stack, 'make', { terraformResourceType: 'x' });
    const named = Object.assign(build, { name: 'make', buildId: 'id' });
    startBuild(stack, named, { run: BuildRun.byScript(), project, timeout: 1, subject: 's' });
  });
  const [{ 'local-exec': script }] = only('terraform_data').provisioner;
  expect(script.environment).toMatchObject({ REGION: 'eu-de', BUILD: 'make', TIMEOUT: '1' });
});
