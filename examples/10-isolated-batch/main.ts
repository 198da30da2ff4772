/** A job that nobody can call: it runs by a timer, calls one network, and the project around it is closed. */
import { App, TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import {
  AppSecret,
  CodeEngineProject,
  ContainerSize,
  EnvValue,
  EventHub,
  Image,
  IsolatedBatch,
  NetworkAddress,
  NetworkZone,
  OutboundDestination,
  SecretData,
  SecretValue,
  ibm,
} from 'cdktf-ibm-code-engine';
import { Construct } from 'constructs';

class Settlement extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const given = (name: string) => new TerraformVariable(this, name, {}).stringValue;
    new ibm.provider.IbmProvider(this, 'ibm', { region: 'us-south' });
    // it exists, and `allow-all`, with which it was born, is gone: see `takesPlaceOfAllowAll` of EgressPolicy for how it goes.
    const project = CodeEngineProject.fromCrn(given('project_crn'));
    const bank = new AppSecret(this, 'bank', {
      project,
      data: SecretData.generic({ TOKEN: SecretValue.fromVariable(this, 'bank_token') }),
    });
    const accountId = given('account_id');
    const pipeline = new NetworkZone(this, 'pipeline', {
      accountId,
      addresses: [NetworkAddress.vpc(given('vpc_crn'))],
    });
    const office = new NetworkZone(this, 'office', {
      accountId,
      addresses: [NetworkAddress.subnet('192.0.2.0/24')],
    });

    const settlement = new IsolatedBatch(this, 'settlement', {
      project,
      image: Image.fromReference(given('image')),
      destinations: { bank: OutboundDestination.cidr('198.51.100.0/24') },
      schedule: {
        hub: EventHub.fromCrn(this, 'hub', {
          crn: given('event_notifications_crn'),
          timerSourceId: given('timer_source_id'),
        }),
        cron: '30 2 * * *',
      },
      jobOptions: {
        size: ContainerSize.of(1, 4),
        arrayIndices: '0-9',
        maxExecutionTime: 3600,
        environment: { BANK_TOKEN: EnvValue.fromSecret(bank, 'TOKEN') },
      },
      management: { deployer: pipeline, people: [office] },
    });
    // begin without this line, and look into the audit log for what would have been refused.
    settlement.perimeter.enforce();

    new TerraformOutput(this, 'job', { value: settlement.job.jobName });
  }
}

const app = new App();
new Settlement(app, 'isolated-batch');
app.synth();
