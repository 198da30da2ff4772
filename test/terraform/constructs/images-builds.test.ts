/** Registries, builds and the way from one to the other, minimal and full, through real Terraform. */
import * as fs from 'fs';
import { TerraformStack } from 'cdktf';
import { BuildRun } from '../../../lib/constructs/builds/build-run';
import { BuildStrategy } from '../../../lib/constructs/builds/build-strategy';
import { SourceBuild, SourceBuildProps } from '../../../lib/constructs/builds/source-build';
import { SourceRepository } from '../../../lib/constructs/builds/source-repository';
import { ExternalRegistry } from '../../../lib/constructs/images/external-registry';
import { PrivateRegistry } from '../../../lib/constructs/images/private-registry';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { BuildSize } from '../../../lib/facts/builds';
import { RegistryRegion } from '../../../lib/facts/registries';
import { PrivateSupplyChain } from '../../../lib/patterns/private-supply-chain';
import { Defence } from '../../kit/defence';
import { takesThroughLife } from '../../kit/life';
import {
  COMMIT,
  DIGEST,
  RESOURCE_GROUP_ID,
  image,
  project,
  registry,
  source,
  waiver,
} from '../../kit/samples';
import { describeOffline } from '../../kit/terraform';

const build = (stack: TerraformStack, props: Partial<SourceBuildProps> = {}) =>
  new SourceBuild(stack, 'make', {
    project: project(stack),
    source: source(stack),
    output: registry(stack).image('web'),
    ...props,
  });

takesThroughLife({
  'a minimal PrivateRegistry': (stack) => void registry(stack),
  'a full PrivateRegistry': (stack) => {
    const images = new PrivateRegistry(stack, 'images', {
      namespaceName: 'acme-shop',
      region: RegistryRegion.US_SOUTH,
      resourceGroupId: RESOURCE_GROUP_ID,
      imagesPerRepository: 3,
      retainUntagged: false,
      deletionProtection: false,
      keyGeneration: 2,
      keysExpireAt: '2030-01-01T00:00:00Z',
      waivers: { deletionProtection: waiver() },
    });
    const home = project(stack);
    new SecureApp(stack, 'web', { project: home, image: images.image('web').digest(DIGEST) });
    images.grantPull(new SecureApp(stack, 'api', { project: home, image: image() }));
  },
  'a PrivateRegistry of a namespace that exists': (stack) => {
    const images = PrivateRegistry.fromNamespaceName(stack, 'images', {
      namespaceName: 'acme-shop',
      region: RegistryRegion.US_SOUTH,
    });
    const home = project(stack);
    new SecureApp(stack, 'web', { project: home, image: images.image('web').digest(DIGEST) });
  },
  'an ExternalRegistry': (stack) => {
    const images = new ExternalRegistry(stack, 'images', {
      server: 'registry.example.com',
      pull: { username: 'reader', password: SecretValue.fromVariable(stack, 'reader') },
      push: { username: 'writer', password: SecretValue.fromVariable(stack, 'writer') },
    });
    const home = project(stack);
    const output = images.image('web');
    new SecureApp(stack, 'web', { project: home, image: output.digest(DIGEST) });
    new SourceBuild(stack, 'make', { project: home, source: source(stack), output });
  },
  'a minimal SourceBuild': (stack) => void build(stack),
  'a full SourceBuild': (stack) =>
    void build(stack, {
      source: SourceRepository.fromSecret(
        'ssh://git@git.example.com/acme/shop.git',
        AppSecret.fromSecretName('deploy-key'),
      ).branch('main', waiver()),
      outputTag: 'stable',
      buildName: 'shop',
      strategy: BuildStrategy.buildpacks(),
      contextDirectory: 'services/web',
      size: BuildSize.LARGE,
      timeout: 3600,
      parameters: { MODE: EnvValue.literal('prod') },
      run: BuildRun.byScript(),
    }),
  'a SourceBuild of a public repository': (stack) =>
    void build(stack, {
      source: SourceRepository.fromPublic('https://github.com/acme/shop', waiver()).commit(COMMIT),
    }),
  'a PrivateSupplyChain before the first build': (stack) =>
    void new PrivateSupplyChain(stack, 'shop', {
      project: project(stack),
      source: source(stack),
      registry: registry(stack),
      repository: 'web',
    }),
  'a PrivateSupplyChain that runs what it built': (stack) =>
    void new PrivateSupplyChain(stack, 'shop', {
      project: project(stack),
      source: source(stack),
      registry: registry(stack),
      repository: 'web',
      imageDigest: DIGEST,
      buildOptions: { run: BuildRun.byScript() },
      appOptions: { minInstances: 1 },
    }),
});

describeOffline('a build that a script starts', () => {
  const it = new Defence();
  afterEach(() => it.close());
  const log = () => fs.readFileSync(`${it.workspace.dir}/ibmcloud.log`, 'utf8').trim().split('\n');

  test('runs once it is made, again for another commit, and not otherwise', async () => {
    const run = BuildRun.byScript();
    await it.deploy((stack) => void build(stack, { run }));
    expect(log()).toEqual([
      'login -q -r us-south',
      expect.stringMatching(/^ce project select -q --id [0-9a-z-]{36}$/),
      'ce buildrun submit --build make --wait --wait-timeout 600',
    ]);
    await it.change((stack) => void build(stack, { run }));
    expect(log()).toHaveLength(3);
    const next = (stack: TerraformStack) =>
      SourceRepository.fromSsh('git@github.com:acme/shop.git', {
        deployKey: SecretValue.fromVariable(stack, 'deploy_key'),
        knownHosts: 'github.com ssh-ed25519 AAAA',
      }).commit(COMMIT.replace('0', 'f'));
    await it.change((stack) => void build(stack, { run, source: next(stack) }));
    expect(log()).toHaveLength(6);
    await it.converged();
  });

  test('fails the apply when the run fails', async () => {
    const run = BuildRun.byScript();
    await it.prepare((stack) => void build(stack, { run, buildName: 'fails' }));
    const { code, stdout, stderr } = await it.workspace.terraform('apply', '-auto-approve');
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('build run failed');
  });
});
