/** Sign-in in front of an app that knows nothing of it, by an `AuthProxy`: people who have a role, and nobody else. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AppIdApplication,
  AppIdRole,
  AppIdTenant,
  AuthenticatedWebService,
  CertificateSource,
  CisPlan,
  CisZone,
  CodeEngineProject,
  EventHub,
  Image,
  LetsEncrypt,
  SecretValue,
  SecretsStore,
  SignIn,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class Handbook extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const given = (name: string) => new TerraformVariable(this, name, {}).stringValue;
    const image = (name: string) => Image.fromReference(given(name));
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });

    // who there is: nobody signs up by themselves, and everybody has a second factor.
    const resourceGroupId = given('resource_group_id');
    const staff = new AppIdTenant(this, 'staff', { resourceGroupId, region: 'us-south' });
    const application = new AppIdApplication(this, 'application', {
      tenant: staff,
      scopes: ['read'],
    });
    const reader = new AppIdRole(this, 'reader', { application, scopes: ['read'] });

    // what they come for: an app in a project of its own, since all in a project trusts each other.
    const project = new CodeEngineProject(this, 'project', { resourceGroupId });
    const [instanceCrn, plan] = [given('cis_crn'), CisPlan.ENTERPRISE_ADVANCED];
    const zone = new CisZone(this, 'zone', { domain: 'example.com', instanceCrn, plan });
    const store = SecretsStore.fromCrn(this, 'store', { crn: given('secrets_manager_crn') });
    const hub = EventHub.fromCrn(this, 'hub', { crn: given('event_notifications_crn') });
    const accountKey = SecretValue.fromVariable(this, 'account_key');
    const issuer = new LetsEncrypt(this, 'issuer', { store, zone, accountKey });

    const handbook = new AuthenticatedWebService(this, 'handbook', {
      project,
      zone,
      hub,
      host: 'handbook.example.com',
      image: image('image'),
      certificate: CertificateSource.ordered(issuer),
      emails: ['security@example.com'],
      rotatorImage: image('node_image'),
      signIn: SignIn.appId(application),
      proxyImage: image('proxy_image'),
      cookieSecret: SecretValue.fromVariable(this, 'cookie_secret'),
    });
    handbook.proxy.allowRole(reader);

    new TerraformOutput(this, 'url', { value: handbook.url });
  }
}

const app = new App();
new Handbook(app, 'sign-in');
app.synth();
