/** One web service in two regions: the second one serves while no health check finds the first one well. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  CertificateSource,
  CisPlan,
  CisZone,
  CodeEngineProject,
  EventHub,
  Image,
  LetsEncrypt,
  MultiRegionWebService,
  SecretValue,
  SecretsStore,
  WebServiceRegion,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class MultiRegion extends TerraformStack {
  private readonly resourceGroupId = this.given('resource_group_id');
  private readonly image = Image.fromReference(this.given('image'));

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });

    const zone = CisZone.fromAttributes(this, 'zone', {
      crn: this.given('cis_crn'),
      zoneId: this.given('zone_id'),
      domain: 'example.com',
      plan: CisPlan.ENTERPRISE_ADVANCED,
    });
    const store = SecretsStore.fromCrn(this, 'store', { crn: this.given('secrets_manager_crn') });
    const hub = EventHub.fromCrn(this, 'hub', { crn: this.given('event_notifications_crn') });
    const accountKey = SecretValue.fromVariable(this, 'account_key');
    const issuer = new LetsEncrypt(this, 'issuer', { store, zone, accountKey });
    const shop = new MultiRegionWebService(this, 'web', {
      zone,
      host: 'shop.example.com',
      certificate: CertificateSource.ordered(issuer),
      hub,
      rotatorImage: Image.fromReference(this.given('node_image')),
      emails: ['security@example.com'],
      regions: { 'us-south': this.region('us-south'), 'eu-de': this.region('eu-de') },
      healthPath: '/healthz',
    });

    new TerraformOutput(this, 'url', { value: shop.url });
  }

  private given(name: string): string {
    return new TerraformVariable(this, name, {}).stringValue;
  }

  /** The same app in a project of its own, by the provider of its region. */
  private region(region: string): WebServiceRegion {
    const place = new Construct(this, region);
    const provider = new ibm.provider.IbmProvider(place, 'ibm', { alias: region, region });
    const { resourceGroupId, image } = this;
    return {
      project: new CodeEngineProject(place, 'project', { resourceGroupId, provider }),
      image,
    };
  }
}

const app = new App();
new MultiRegion(app, 'multi-region');
app.synth();
