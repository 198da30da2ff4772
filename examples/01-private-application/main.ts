/** One app that only its own project can reach, with one secret. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AppSecret,
  CodeEngineProject,
  EnvValue,
  Image,
  Probe,
  SecretData,
  SecretValue,
  SecureApp,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class PrivateApplication extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const region = new TerraformVariable(this, 'region', { type: 'string', default: 'us-south' });
    const resourceGroupId = new TerraformVariable(this, 'resource_group_id', {
      type: 'string',
      description: 'Id of the resource group, 32 characters.',
    });
    const image = new TerraformVariable(this, 'image', {
      type: 'string',
      description: 'Image of the app, pinned by digest: host/path@sha256:…',
      validation: [
        {
          condition: '${can(regex("@sha256:[a-f0-9]{64}$", var.image))}',
          errorMessage: 'The image must be pinned by digest: host/path@sha256:…',
        },
      ],
    });

    // the account's API key comes from the environment: IC_API_KEY.
    new ibm.provider.IbmProvider(this, 'ibm', { region: region.stringValue });

    const project = new CodeEngineProject(this, 'private-application', {
      resourceGroupId: resourceGroupId.stringValue,
    });

    const secret = new AppSecret(this, 'app-secret', {
      project,
      data: SecretData.generic({ API_TOKEN: SecretValue.fromVariable(this, 'api_token') }),
    });

    const app = new SecureApp(this, 'app', {
      project,
      image: Image.fromReference(image.stringValue),
      environment: {
        MODE: EnvValue.literal('production'),
        API_TOKEN: EnvValue.fromSecret(secret, 'API_TOKEN'),
      },
      readiness: Probe.http('/ready', { interval: 5 }),
      liveness: Probe.http('/healthz', { initialDelay: 5 }),
      minInstances: 1,
      maxInstances: 5,
    });

    new TerraformOutput(this, 'internal_url', { value: app.internalUrl });
  }
}

const app = new App();
new PrivateApplication(app, 'private-application');
app.synth();
