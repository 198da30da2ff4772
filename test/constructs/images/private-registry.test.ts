import { SourceBuild } from '../../../lib/constructs/builds/source-build';
import { Image } from '../../../lib/constructs/images/image';
import {
  PrivateRegistry,
  PrivateRegistryProps,
} from '../../../lib/constructs/images/private-registry';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { RegistryRegion } from '../../../lib/facts/registries';
import { refusalOf } from '../../kit/refusal';
import {
  DIGEST,
  RESOURCE_GROUP_ID,
  image,
  project,
  recorded,
  registry,
  source,
  waiver,
} from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const PROPS: PrivateRegistryProps = {
  namespaceName: 'acme-shop',
  region: RegistryRegion.EU_DE,
  resourceGroupId: RESOURCE_GROUP_ID,
};
const refused = (props: Partial<PrivateRegistryProps>) =>
  refusalOf(() => new PrivateRegistry(newStack(), 'images', { ...PROPS, ...props }));

test('a registry is a namespace that keeps ten images a repository, and nobody who pulls or pushes yet', () => {
  const synthesized = synthesize((stack) => registry(stack));
  expect(synthesized.types).toEqual([
    'ibm_cr_namespace',
    'ibm_cr_retention_policy',
    'terraform_data', // makes the policy anew when what it keeps changes
  ]);
  expect(synthesized.only('ibm_cr_namespace')).toEqual({
    name: 'acme-shop',
    resource_group_id: RESOURCE_GROUP_ID,
    lifecycle: { prevent_destroy: true },
  });
  expect(synthesized.only('ibm_cr_retention_policy')).toEqual({
    namespace: expect.stringMatching(/^\$\{ibm_cr_namespace\.images\w*\.name\}$/),
    images_per_repo: 10,
    retain_untagged: true,
    lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\./)] },
  });
});

test('a registry renders every prop', () => {
  const synthesized = synthesize((stack) => {
    const images = new PrivateRegistry(stack, 'images', {
      ...PROPS,
      imagesPerRepository: 3,
      retainUntagged: false,
      deletionProtection: false,
      keyGeneration: 2,
      keysExpireAt: '2030-01-01T00:00:00Z',
      waivers: { deletionProtection: waiver() },
    });
    const app = { project: project(stack), image: images.image('web').digest(DIGEST) };
    new SecureApp(stack, 'web', app);
  });
  expect(synthesized.only('ibm_cr_namespace')).toMatchObject({
    lifecycle: { prevent_destroy: false },
    waivers: [recorded('images/namespace-protected')],
  });
  expect(synthesized.only('ibm_cr_retention_policy')).toMatchObject({
    images_per_repo: 3,
    retain_untagged: false,
  });
  expect(synthesized.only('ibm_iam_service_api_key')).toMatchObject({
    store_value: false,
    expires_at: '2030-01-01T00:00:00Z',
    lifecycle: { create_before_destroy: true },
  });
  expect(synthesized.only('ibm_code_engine_app').image_reference).toBe(
    `private.de.icr.io/acme-shop/web@${DIGEST}`,
  );
});

test('what runs an image of the registry may pull it, by a key that may read this namespace alone', () => {
  const synthesized = synthesize((stack) => {
    const app = { project: project(stack), image: registry(stack).image('web').digest(DIGEST) };
    new SecureApp(stack, 'web', app);
    new SecureApp(stack, 'api', app);
  });
  expect(synthesized.only('ibm_iam_service_policy')).toEqual({
    iam_id: expect.stringMatching(/iam_id\}$/),
    roles: ['Reader'],
    resources: {
      service: 'container-registry',
      region: 'us-south',
      resource_type: 'namespace',
      resource: expect.stringMatching(/^\$\{ibm_cr_namespace\./),
    },
  });
  expect(synthesized.only('ibm_iam_service_id').name).toBe('test-images-pull');
  expect(synthesized.only('ibm_code_engine_secret')).toMatchObject({
    name: 'images-pull',
    format: 'registry',
    data: expect.stringMatching(
      /^\$\{sensitive\(\{"server" = "private.us.icr.io", "username" = "iamapikey", "password" = ibm_iam_service_api_key\.\w+\.apikey\}\)\}$/,
    ),
  });
  const apps = Object.values(synthesized.json.resource.ibm_code_engine_app as object);
  for (const { image_secret: secret } of apps) expect(secret).toMatch(/ibm_code_engine_secret/);
});

test('two projects have a registry secret each, and one key between them', () => {
  const { types } = synthesize((stack) => {
    const web = registry(stack).image('web').digest(DIGEST);
    const other = new CodeEngineProject(stack, 'other', { resourceGroupId: RESOURCE_GROUP_ID });
    new SecureApp(stack, 'web', { project: project(stack), image: web });
    new SecureApp(stack, 'api', { project: other, image: web });
  });
  const count = (type: string) => types.filter((it) => it === type).length;
  expect([count('ibm_code_engine_secret'), count('ibm_iam_service_api_key')]).toEqual([2, 1]);
});

test('a grant lets what refers to its image otherwise pull it', () => {
  const { json } = synthesize((stack) => {
    const images = registry(stack);
    const home = project(stack);
    images.grantPull(new SecureApp(stack, 'web', { project: home, image: image() }));
    images.grantPull(
      new SecureFunction(stack, 'hello', {
        project: home,
        runtime: FunctionRuntime.NODEJS_24,
        code: FunctionCode.fromImage(image()),
      }),
    );
  });
  const [app] = Object.values(json.resource.ibm_code_engine_app as Record<string, any>);
  const [code] = Object.values(json.resource.ibm_code_engine_function as Record<string, any>);
  expect(app.image_secret).toMatch(/^\$\{ibm_code_engine_secret\./);
  expect(code.code_secret).toBe(app.image_secret);
});

test('who pushes is another one than who pulls', () => {
  const { json } = synthesize((stack) => {
    const images = registry(stack);
    const home = project(stack);
    new SecureApp(stack, 'web', { project: home, image: images.image('web').digest(DIGEST) });
    const output = images.image('web');
    const build = new SourceBuild(stack, 'make', { project: home, source: source(stack), output });
    images.grantPush(build);
  });
  const policies = Object.values(json.resource.ibm_iam_service_policy as Record<string, any>);
  expect(policies.map(({ roles }) => roles)).toEqual([['Reader'], ['Reader', 'Writer']]);
  expect(new Set(policies.map(({ iam_id: id }) => id)).size).toBe(2);
});

test.each<[string, Partial<PrivateRegistryProps>]>([
  ['namespaceName', { namespaceName: 'Shop' }],
  ['namespaceName', { namespaceName: 'abc' }],
  ['namespaceName', { namespaceName: 'a'.repeat(31) }],
  ['namespaceName', { namespaceName: undefined }],
  ['region', { region: 'moon' as RegistryRegion }],
  ['region', { region: undefined }],
  ['resourceGroupId', { resourceGroupId: 'default' }],
  ['imagesPerRepository', { imagesPerRepository: 0 }],
  ['imagesPerRepository', { imagesPerRepository: -1 }],
  ['keyGeneration', { keyGeneration: 1.5 }],
  ['keysExpireAt', { keysExpireAt: 'tomorrow' }],
  ['keysExpireAt', { keysExpireAt: '2030-02-30T00:00:00Z' }],
  ['deletionProtection', { deletionProtection: false }],
  ['waivers.deletionProtection', { waivers: { deletionProtection: waiver() } }],
])('a registry is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test.each([['Web'], ['/web'], ['web@sha256:0'], ['web:1'], ['']])(
  'a repository is refused when it is %p',
  (path) => {
    const images = registry(newStack());
    expect(refusalOf(() => images.image(path))).toEqual([
      expect.stringMatching(/^repository: got .*, expected a path in lower case/),
    ]);
  },
);

test('a grant to what was not made here is refused', () => {
  const stack = newStack();
  const images = registry(stack);
  const home = project(stack);
  const app = SecureApp.fromAppName(stack, 'old', { project: home, appName: 'old' });
  expect(refusalOf(() => images.grantPull(app))).toEqual([
    expect.stringMatching(/^workload: got a workload that exists already/),
  ]);
  expect(refusalOf(() => images.grantPush({ buildName: 'old', project: home }))).toEqual([
    expect.stringMatching(/^build: got a build that exists already/),
  ]);
  expect(refusalOf(() => images.grantPull(undefined as never))).toEqual([
    expect.stringMatching(/^workload: got nothing/),
  ]);
});

test('a registry hands out its namespace and its address', () => {
  const stack = newStack();
  const images = registry(stack);
  expect(images.address).toBe('private.us.icr.io/acme-shop');
  expect(images.image('team/web').repository).toBe('private.us.icr.io/acme-shop/team/web');
  expect(Image.fromRegistry('private.us.icr.io/acme-shop/web').repository).toBe(
    images.image('web').repository,
  );
});
