/**
 * A public app goes behind Cloud Internet Services without a moment in which nobody reaches it.
 *
 * The three stacks are one stack at three times: apply the first as it is today, the second beside it, and the third when
 * the route through the edge has been seen to work. Their resources have the same addresses, so in your own stack you
 * change the two lines that differ and apply again.
 */
import { App, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AppSecret,
  CisPlan,
  CisProtectedDomain,
  CisZone,
  CodeEngineProject,
  Cutover,
  Image,
  SecretData,
  SecretValue,
  SecureApp,
  Visibility,
  Waiver,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

interface Phase {
  readonly visibility: Visibility;
  readonly cutover?: Cutover;
}

class Shop extends TerraformStack {
  constructor(scope: Construct, id: string, { visibility, cutover }: Phase) {
    super(scope, id);
    const given = (name: string) =>
      new TerraformVariable(this, name, { type: 'string' }).stringValue;
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });

    const project = new CodeEngineProject(this, 'project', {
      projectName: 'shop',
      resourceGroupId: given('resource_group_id'),
    });
    const publicEndpoint = Waiver.because('public until it stands behind the edge', {
      owner: 'team-shop',
      until: '2099-12-31',
    });
    const web = new SecureApp(this, 'web', {
      project,
      appName: 'web',
      image: Image.fromReference(given('image')),
      minInstances: 1,
      visibility,
      waivers: visibility === Visibility.PUBLIC ? { publicEndpoint } : {},
    });
    if (!cutover) return;

    const zone = CisZone.fromAttributes(this, 'zone', {
      crn: given('cis_crn'),
      zoneId: given('zone_id'),
      domain: 'example.com',
      plan: CisPlan.STANDARD_NEXT,
    });
    const tlsSecret = new AppSecret(this, 'certificate', {
      project,
      data: SecretData.tls({
        certificateChain: given('certificate_chain'),
        privateKey: SecretValue.fromVariable(this, 'private_key'),
      }),
    });
    new CisProtectedDomain(this, 'edge', {
      zone,
      host: 'shop.example.com',
      origins: { main: { workload: web, tlsSecret } },
      cutover,
    });
  }
}

const app = new App();
new Shop(app, 'phase-1-public', { visibility: Visibility.PUBLIC });
new Shop(app, 'phase-2-prepare', { visibility: Visibility.PUBLIC, cutover: Cutover.PREPARE });
new Shop(app, 'phase-3-complete', { visibility: Visibility.PROJECT, cutover: Cutover.COMPLETE });
app.synth();
