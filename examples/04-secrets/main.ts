/** Secrets that an app reads while it runs, and the one that has to be an environment variable. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AppSecret,
  ArbitrarySecret,
  CodeEngineProject,
  EnvValue,
  Image,
  SecretData,
  SecretGroup,
  SecretValue,
  SecretsStore,
  SecureApp,
  UserCredentials,
  WorkloadIdentity,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

/** Under this name the app asks IAM for a token. */
const PROFILE = 'shop-app';

class Secrets extends TerraformStack {
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
    });
    const secretsManagerCrn = new TerraformVariable(this, 'secrets_manager_crn', {
      type: 'string',
      description: 'Cloud resource name of the Secrets Manager instance.',
      validation: [
        {
          condition:
            '${can(regex("^crn:v1:[^:]*:[^:]*:secrets-manager:", var.secrets_manager_crn))}',
          errorMessage: 'It must be the CRN of an instance of Secrets Manager.',
        },
      ],
    });

    // the account's API key comes from the environment: IC_API_KEY.
    new ibm.provider.IbmProvider(this, 'ibm', { region: region.stringValue });

    // the instance exists: only what is in one group of it belongs to this app.
    const store = SecretsStore.fromCrn(this, 'store', { crn: secretsManagerCrn.stringValue });
    const group = new SecretGroup(this, 'shop', { store, description: 'What the shop reads.' });

    const partnerToken = new ArbitrarySecret(this, 'partner-token', {
      group,
      payload: SecretValue.fromVariable(this, 'partner_token'),
    });
    const database = new UserCredentials(this, 'database', {
      group,
      username: 'shop',
      rotationDays: 14,
    });

    const project = new CodeEngineProject(this, 'project', {
      resourceGroupId: resourceGroupId.stringValue,
    });

    // a library that knows no other way takes its key from the environment.
    const license = new AppSecret(this, 'license', {
      project,
      data: SecretData.generic({ KEY: SecretValue.fromVariable(this, 'license_key') }),
    });

    const app = new SecureApp(this, 'app', {
      project,
      image: Image.fromReference(image.stringValue),
      environment: {
        // where the secrets are and as whom to read them, and not what they are.
        SECRETS_URL: EnvValue.literal(store.serviceUrl),
        PROFILE_NAME: EnvValue.literal(PROFILE),
        DATABASE_LOGIN_ID: EnvValue.literal(database.secretId),
        PARTNER_LOGIN_ID: EnvValue.literal(partnerToken.secretId),
        LICENSE_KEY: EnvValue.fromSecret(license, 'KEY'),
      },
    });

    // the app acts as its trusted profile, and needs no API key to read the group.
    new WorkloadIdentity(this, 'identity', { workload: app, profileName: PROFILE });
    group.grantRead(app);

    new TerraformOutput(this, 'internal_url', { value: app.internalUrl });
  }
}

const app = new App();
new Secrets(app, 'secrets');
app.synth();
