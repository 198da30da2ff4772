/** From a commit of a private repository to a running app, without an image that anyone else can read or move. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  CodeEngineProject,
  PrivateRegistry,
  PrivateSupplyChain,
  Probe,
  RegistryRegion,
  SecretValue,
  SourceRepository,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

// the host key of github.com, as it publishes it; any other server is refused.
const GITHUB =
  'github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl';

class SupplyChain extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const resourceGroupId = new TerraformVariable(this, 'resource_group_id', {
      type: 'string',
      description: 'Id of the resource group, 32 characters.',
    });
    const commit = new TerraformVariable(this, 'commit', {
      type: 'string',
      description: 'The commit to build: the whole hash.',
    });

    new ibm.provider.IbmProvider(this, 'ibm', { region: RegistryRegion.EU_DE });

    const project = new CodeEngineProject(this, 'project', {
      projectName: 'shop',
      resourceGroupId: resourceGroupId.stringValue,
      tags: ['team:shop'],
    });

    const registry = new PrivateRegistry(this, 'images', {
      namespaceName: 'acme-shop',
      region: RegistryRegion.EU_DE,
      resourceGroupId: resourceGroupId.stringValue,
      keysExpireAt: '2031-01-01T00:00:00Z',
    });

    const repository = SourceRepository.fromSsh('git@github.com:acme/shop.git', {
      deployKey: SecretValue.fromVariable(this, 'deploy_key'),
      knownHosts: GITHUB,
    });

    // a SourceBuild that may push, and a SecureApp that may pull.
    const shop = new PrivateSupplyChain(this, 'shop', {
      project,
      source: repository.commit(commit.stringValue),
      registry,
      repository: 'web',
      // leave it out until the first run of the build has reported it and `ce-guard scan-gate` has passed it.
      imageDigest: 'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      appOptions: { readiness: Probe.http('/ready'), maxInstances: 5 },
    });

    new TerraformOutput(this, 'built_image', { value: shop.sourceBuild.outputImage });
  }
}

const app = new App();
new SupplyChain(app, 'supply-chain');
app.synth();
