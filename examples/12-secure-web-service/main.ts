/** An app that serves the internet, with everything that IBM's page asks of one. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  CertificateSource,
  CisPlan,
  CisZone,
  CodeEngineProject,
  EventHub,
  Image,
  LetsEncrypt,
  PrivateRegistry,
  RegistryRegion,
  SecretValue,
  SecretsStore,
  SecureWebService,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class Shop extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const given = (name: string) => new TerraformVariable(this, name, {}).stringValue;
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });

    const resourceGroupId = given('resource_group_id');
    const project = new CodeEngineProject(this, 'shop', { resourceGroupId });
    const namespace = { namespaceName: 'acme-shop', region: RegistryRegion.US_SOUTH };
    const images = new PrivateRegistry(this, 'images', { ...namespace, resourceGroupId });
    const [instanceCrn, plan] = [given('cis_crn'), CisPlan.ENTERPRISE_ADVANCED];
    const zone = new CisZone(this, 'zone', { domain: 'example.com', instanceCrn, plan });
    const store = SecretsStore.fromCrn(this, 'store', { crn: given('secrets_manager_crn') });
    const hub = EventHub.fromCrn(this, 'hub', { crn: given('event_notifications_crn') });
    const accountKey = SecretValue.fromVariable(this, 'account_key');
    const issuer = new LetsEncrypt(this, 'issuer', { store, zone, accountKey });
    const certificate = CertificateSource.ordered(issuer);
    const rotatorImage = Image.fromReference(given('node_image'));
    const image = images.image('web').digest(given('image_digest'));
    const edge = { zone, certificate, host: 'shop.example.com', emails: ['security@example.com'] };
    const shop = new SecureWebService(this, 'web', { ...edge, project, image, hub, rotatorImage });

    new TerraformOutput(this, 'url', { value: shop.url });
  }
}

const app = new App();
new Shop(app, 'secure-web-service');
app.synth();
