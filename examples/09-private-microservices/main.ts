/** Services that call each other, that one VPC reaches by a private endpoint, and the internet not at all. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  CodeEngineProject,
  EgressPolicy,
  Image,
  NetworkAddress,
  NetworkZone,
  OutboundDestination,
  PrivateMicroservices,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class Warehouse extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const given = (name: string) => new TerraformVariable(this, name, {}).stringValue;
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });
    const resourceGroupId = given('resource_group_id');
    // it exists, and `allow-all`, with which it was born, is gone: see `takesPlaceOfAllowAll` of EgressPolicy for how it goes.
    const project = CodeEngineProject.fromCrn(given('project_crn'));

    // nothing of the project calls out but to the database behind a private path.
    new EgressPolicy(this, 'egress', {
      project,
      destinations: {
        database: OutboundDestination.privatePath(given('database_gateway_crn'), {
          dedicated: true,
        }),
      },
    });

    // from where it is managed: pipelines of the office network, and people there with a second factor.
    const office = new NetworkZone(this, 'office', {
      accountId: given('account_id'),
      addresses: [NetworkAddress.subnet('192.0.2.0/24')],
    });

    const warehouse = new PrivateMicroservices(this, 'warehouse', {
      project,
      services: {
        orders: {
          image: Image.fromReference(given('orders_image')),
          calls: { STOCK_URL: 'stock' },
          isEntry: true,
        },
        stock: { image: Image.fromReference(given('stock_image')) },
      },
      callers: {
        vpcCrn: given('vpc_crn'),
        vpcId: given('vpc_id'),
        subnetIds: [given('subnet_id')],
        securityGroupIds: [given('security_group_id')],
        resourceGroupId,
      },
      management: { deployer: office, people: [office] },
    });
    // begin without this line, and look into the audit log for what would have been refused.
    warehouse.perimeter.enforce();

    new TerraformOutput(this, 'url', { value: warehouse.apps.orders.url });
  }
}

const app = new App();
new Warehouse(app, 'private-microservices');
app.synth();
