/** A certificate that renews itself and is served minutes later, in two projects, and a job that runs by the clock. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  CertificateSource,
  CisPlan,
  CisProtectedDomain,
  CisZone,
  CodeEngineProject,
  EventHub,
  EventRecipient,
  Image,
  LetsEncrypt,
  RotatingCertificate,
  Schedule,
  SecretValue,
  SecretsStore,
  SecureApp,
  SecureJob,
  Steering,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class RotatingCertificateStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const given = (name: string) =>
      new TerraformVariable(this, name, { type: 'string' }).stringValue;
    const secret = (name: string) => SecretValue.fromVariable(this, name);
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });

    const [crn, zoneId] = [given('cis_crn'), given('zone_id')];
    const plan = CisPlan.ENTERPRISE_ADVANCED;
    const zone = CisZone.fromAttributes(this, 'zone', { crn, zoneId, domain: 'example.com', plan });
    const store = SecretsStore.fromCrn(this, 'store', { crn: given('secrets_manager_crn') });
    const resourceGroupId = given('resource_group_id');
    const hub = new EventHub(this, 'events', { resourceGroupId, region: 'us-south' });

    const accountKey = secret('lets_encrypt_account_key');
    const issuer = new LetsEncrypt(this, 'issuer', { store, zone, accountKey });
    const certificate = new RotatingCertificate(this, 'certificate', {
      source: CertificateSource.ordered(issuer),
      hosts: ['shop.example.com'],
      hub,
      // a stock image with Node.js, pinned by the digest that you looked at.
      rotatorImage: Image.fromReference(given('node_image')),
      alarms: {
        operations: EventRecipient.email('operations@example.com'),
        channel: EventRecipient.slack(secret('slack_webhook_url')),
      },
    });

    const image = Image.fromReference(given('image'));
    const project = new CodeEngineProject(this, 'shop', { resourceGroupId });
    const standby = new CodeEngineProject(this, 'standby', { resourceGroupId });
    const serve = (at: CodeEngineProject, name: string) => ({
      workload: new SecureApp(this, name, { project: at, image }),
      tlsSecret: certificate.attachTo(at),
    });
    const origins = { main: serve(project, 'web'), standby: serve(standby, 'web-standby') };
    const steering = Steering.failover('main', 'standby');
    const props = { zone, host: 'shop.example.com', origins, steering };
    const shop = new CisProtectedDomain(this, 'edge', props);

    const report = new SecureJob(this, 'report', { project, image });
    new Schedule(this, 'nightly', { hub, job: report, cron: '0 2 * * MON-FRI' });

    new TerraformOutput(this, 'url', { value: shop.url });
    new TerraformOutput(this, 'rotator', { value: certificate.rotatorIn(project).jobName });
  }
}

const app = new App();
new RotatingCertificateStack(app, 'rotating-certificate');
app.synth();
