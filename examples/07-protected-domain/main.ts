/** An app that the internet reaches through Cloud Internet Services alone: all eight steps of IBM's page. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AppSecret,
  CisPlan,
  CisProtectedDomain,
  CisZone,
  CodeEngineProject,
  Image,
  SecretData,
  SecretValue,
  SecureApp,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class ProtectedDomain extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const given = (name: string) =>
      new TerraformVariable(this, name, { type: 'string' }).stringValue;
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });

    const [crn, zoneId] = [given('cis_crn'), given('zone_id')];
    const plan = CisPlan.ENTERPRISE_ADVANCED;
    const zone = CisZone.fromAttributes(this, 'zone', { crn, zoneId, domain: 'example.com', plan });
    const resourceGroupId = given('resource_group_id');
    const project = new CodeEngineProject(this, 'shop', { resourceGroupId });
    const privateKey = SecretValue.fromVariable(this, 'private_key');
    const data = SecretData.tls({ certificateChain: given('certificate_chain'), privateKey });
    const tlsSecret = new AppSecret(this, 'certificate', { project, data });
    const image = Image.fromReference(given('image'));
    const workload = new SecureApp(this, 'web', { project, image });
    const [host, origins] = ['shop.example.com', { main: { workload, tlsSecret } }];
    const shop = new CisProtectedDomain(this, 'edge', { zone, host, origins });

    new TerraformOutput(this, 'url', { value: shop.url });
    new TerraformOutput(this, 'steps', { value: shop.steps.map((it) => it.addresses) });
  }
}

const app = new App();
new ProtectedDomain(app, 'protected-domain');
app.synth();
