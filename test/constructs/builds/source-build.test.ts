import { TerraformStack } from 'cdktf';
import { BuildRun } from '../../../lib/constructs/builds/build-run';
import { BuildStrategy } from '../../../lib/constructs/builds/build-strategy';
import { SourceBuild, SourceBuildProps } from '../../../lib/constructs/builds/source-build';
import { SourceRepository } from '../../../lib/constructs/builds/source-repository';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { BuildSize } from '../../../lib/facts/builds';
import { refusalOf } from '../../kit/refusal';
import { COMMIT, project, recorded, registry, source, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const build = (stack: TerraformStack, props: Partial<SourceBuildProps> = {}) =>
  new SourceBuild(stack, 'make', {
    project: project(stack),
    source: source(stack),
    output: registry(stack).image('web'),
    ...props,
  });
const refused = (props: Partial<SourceBuildProps>) => refusalOf(() => build(newStack(), props));
const secret = EnvValue.fromSecret(AppSecret.fromSecretName('npm'), 'token');
const open = (revision: 'commit' | 'branch') => {
  const repository = SourceRepository.fromPublic('https://github.com/acme/shop', waiver());
  return revision === 'commit' ? repository.commit(COMMIT) : repository.branch('a/b', waiver());
};

test('a build renders its source, its output and its bounds', () => {
  const synthesized = synthesize((stack) => build(stack));
  expect(synthesized.types).toEqual([
    'ibm_code_engine_build',
    'ibm_code_engine_project',
    'ibm_code_engine_secret', // the deploy key
    'ibm_code_engine_secret', // the leave to push
    'ibm_cr_namespace',
    'ibm_cr_retention_policy',
    'ibm_iam_service_api_key',
    'ibm_iam_service_id',
    'ibm_iam_service_policy',
    'terraform_data', // makes the retention anew when it changes
    'terraform_data', // makes the key of the push identity anew
  ]);
  expect(synthesized.only('ibm_code_engine_build')).toEqual({
    project_id: '${ibm_code_engine_project.project_C7BA6BD1.project_id}',
    name: 'make',
    source_type: 'git',
    source_url: 'git@github.com:acme/shop.git',
    source_revision: COMMIT,
    source_secret: expect.stringMatching(/^\$\{ibm_code_engine_secret\.make_DeployKey/),
    output_image: `private.us.icr.io/acme-shop/web:${COMMIT}`,
    output_secret: expect.stringMatching(/^\$\{ibm_code_engine_secret\.images_PushSecret/),
    strategy_type: 'dockerfile',
    strategy_spec_file: 'Dockerfile',
    strategy_size: 'medium',
    timeout: 600,
    run_build_params: [],
  });
});

test('a build renders every prop', () => {
  const synthesized = synthesize((stack) =>
    build(stack, {
      source: open('branch'),
      outputTag: 'stable',
      buildName: 'shop',
      strategy: BuildStrategy.buildpacks(),
      contextDirectory: 'services/web',
      size: BuildSize.XLARGE,
      timeout: 1800,
      parameters: { MODE: EnvValue.literal('prod'), NPM: secret },
      waivers: { secretParameters: waiver() },
    }),
  );
  expect(synthesized.only('ibm_code_engine_build')).toMatchObject({
    name: 'shop',
    source_url: 'https://github.com/acme/shop',
    source_revision: 'a/b',
    source_context_dir: 'services/web',
    output_image: 'private.us.icr.io/acme-shop/web:stable',
    strategy_type: 'buildpacks',
    strategy_size: 'xlarge',
    timeout: 1800,
    run_build_params: [
      { name: 'MODE', type: 'literal', value: 'prod' },
      { name: 'NPM', type: 'secret_key_reference', reference: 'npm', key: 'token' },
    ],
    waivers: [
      recorded('builds/commit-pinned'),
      recorded('builds/private-repository'),
      recorded('builds/no-secret-parameter'),
    ],
  });
  expect(synthesized.only('ibm_code_engine_build').source_secret).toBeUndefined();
});

test('an image of a branch carries a tag that can be one', () => {
  const { output_image: image } = synthesize((stack) =>
    build(stack, { source: open('branch') }),
  ).only('ibm_code_engine_build');
  expect(image).toBe('private.us.icr.io/acme-shop/web:a-b');
});

test('a build that Terraform starts by its action is told so past cdktf', () => {
  const synthesized = synthesize((stack) => build(stack, { run: BuildRun.byAction() }));
  const [name] = Object.keys(synthesized.json.resource.ibm_code_engine_build as object);
  expect(synthesized.json.action).toEqual({
    ibm_code_engine_build_run: {
      [name]: {
        config: {
          project_id: '${ibm_code_engine_project.project_C7BA6BD1.project_id}',
          build_name: `\${ibm_code_engine_build.${name}.name}`,
          wait_timeout: 600,
        },
      },
    },
  });
  expect(synthesized.only('ibm_code_engine_build').lifecycle).toEqual({
    action_trigger: [
      {
        events: ['after_create', 'after_update'],
        actions: [`action.ibm_code_engine_build_run.${name}`],
      },
    ],
  });
});

test('a build that a script starts runs again for each other source or output', () => {
  const { json } = synthesize((stack) => build(stack, { run: BuildRun.byScript() }));
  const scripts = Object.values(json.resource.terraform_data as Record<string, any>);
  const run = scripts.find(({ provisioner }) => provisioner !== undefined);
  expect(run.triggers_replace).toEqual([
    expect.stringMatching(/build_id\}$/),
    `git@github.com:acme/shop.git ${COMMIT} private.us.icr.io/acme-shop/web:${COMMIT}`,
  ]);
  const [{ 'local-exec': script }] = run.provisioner;
  expect(script.command).toContain('ibmcloud ce buildrun submit --build "$BUILD" --wait');
  expect(Object.keys(script.environment as object)).toEqual([
    'BUILD',
    'PROJECT_ID',
    'REGION',
    'TIMEOUT',
  ]);
});

test.each<[string, Partial<SourceBuildProps>]>([
  ['project', { project: undefined }],
  ['source', { source: undefined }],
  ['source', { source: 'main' as never }],
  ['output', { output: undefined }],
  ['output', { output: Image.fromRegistry('us.icr.io/shop/web') }],
  ['outputTag', { outputTag: 'a b' }],
  ['buildName', { buildName: 'Make' }],
  ['strategy', { strategy: 'dockerfile' as never }],
  ['contextDirectory', { contextDirectory: '/etc' }],
  ['size', { size: 'huge' as BuildSize }],
  ['timeout', { timeout: 3601 }],
  ['parameters.1X', { parameters: { '1X': EnvValue.literal('x') } }],
  ['parameters.NPM_TOKEN', { parameters: { NPM_TOKEN: EnvValue.literal('x') } }],
  ['parameters', { parameters: { NPM: secret } }],
  ['run', { run: true as never }],
  ['waivers.secretParameters', { waivers: { secretParameters: waiver() } }],
])('a build is refused for its %s', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a build hands out its name, its id and where its image goes', () => {
  const handedOut = renderedValues((stack) => {
    const { buildName, buildId, outputImage } = build(stack);
    return { buildName, buildId, outputImage };
  });
  expect(handedOut).toEqual({
    buildName: expect.stringMatching(/^\$\{ibm_code_engine_build\.make\w*\.name\}$/),
    buildId: expect.stringMatching(/build_id\}$/),
    outputImage: `private.us.icr.io/acme-shop/web:${COMMIT}`,
  });
});
