/** Hubs, schedules and certificates that renew themselves, through real Terraform. */
import { TerraformProvider, TerraformStack, TerraformVariable } from 'cdktf';
import { IbmProvider } from '../../../lib/.gen/providers/ibm/provider';
import { CertificateSource } from '../../../lib/constructs/certificates/certificate-source';
import { EventHub } from '../../../lib/constructs/certificates/event-hub';
import { EventRecipient } from '../../../lib/constructs/certificates/event-recipient';
import { EventSource } from '../../../lib/constructs/certificates/event-source';
import { EventTopic } from '../../../lib/constructs/certificates/event-topic';
import { LetsEncrypt } from '../../../lib/constructs/certificates/lets-encrypt';
import { Schedule } from '../../../lib/constructs/certificates/schedule';
import { CisProtectedDomain } from '../../../lib/constructs/edge/cis-protected-domain';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretsStore } from '../../../lib/constructs/secrets/secrets-store';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { CertificateKind, KeyAlgorithm } from '../../../lib/facts/certificates';
import { EventNotificationsPlan } from '../../../lib/facts/event-notifications';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID, image, project, waiver, zone } from '../../kit/samples';
import { HUB_CRN, certificate, hub, issuer, recipient } from '../../kit/samples-certificates';
import { job, store, value } from '../../kit/samples-secrets';

const made = (stack: TerraformStack) =>
  new EventHub(stack, 'hub', { resourceGroupId: RESOURCE_GROUP_ID, region: 'eu-de' });
const madeStore = (stack: TerraformStack) =>
  new SecretsStore(stack, 'store', { resourceGroupId: RESOURCE_GROUP_ID, region: 'eu-de' });
const textBy = (stack: TerraformStack, name: string, value: string) =>
  new TerraformVariable(stack, name, { type: 'string', default: value }).stringValue;
const everyone = (stack: TerraformStack) => ({
  mail: recipient(),
  hook: EventRecipient.webhook(value(stack), { headers: { 'X-Token': value(stack) } }),
  slack: EventRecipient.slack(value(stack)),
  teams: EventRecipient.teams(value(stack)),
  pager: EventRecipient.pagerDuty(value(stack)),
});
const projectIn = (stack: TerraformStack, id: string, provider?: TerraformProvider) =>
  new CodeEngineProject(stack, id, { resourceGroupId: RESOURCE_GROUP_ID, provider });

takesThroughLife({
  'a minimal EventHub': (stack) => void made(stack),
  'a full EventHub': (stack) =>
    void new EventHub(stack, 'hub', {
      resourceGroupId: RESOURCE_GROUP_ID,
      region: 'us-south',
      instanceName: 'Events: test',
      plan: EventNotificationsPlan.LITE,
      deletionProtection: false,
      waivers: { deletionProtection: waiver() },
    }),
  'a minimal EventTopic of a source of ours': (stack) => {
    const events = made(stack);
    const { sourceId } = new EventSource(stack, 'deploys', { hub: events });
    new EventTopic(stack, 'topic', { hub: events, sourceId });
  },
  'a full EventTopic that tells everyone and starts jobs': (stack) => {
    const events = made(stack);
    const { sourceId } = new EventSource(stack, 'deploys', {
      hub: events,
      sourceName: 'Deploys',
      description: 'what was deployed',
    });
    const topic = new EventTopic(stack, 'topic', {
      hub: events,
      sourceId,
      eventTypes: ['deployed', 'com.example.failed'],
      topicName: 'Deploys',
      description: 'what was deployed',
    });
    for (const [name, it] of Object.entries(everyone(stack))) topic.notify(name, it);
    for (const id of ['one', 'two']) topic.startJob(job(stack, id));
  },
  'a minimal Schedule': (stack) =>
    void new Schedule(stack, 'nightly', { hub: made(stack), job: job(stack), cron: '0 3 * * *' }),
  'full schedules of a hub by variable': (stack) => {
    const events = EventHub.fromCrn(stack, 'hub', { crn: textBy(stack, 'crn', HUB_CRN) });
    const common = { hub: events, job: job(stack), cron: '0,30 8-18/2 ? JAN-MAR MON#2' };
    const window = { startsAt: '2027-01-01T00:00:00Z', endsAt: '2028-01-01T00:00:00Z' };
    new Schedule(stack, 'one', { ...common, ...window, topicName: 'Office hours' });
    new Schedule(stack, 'two', { ...common, cron: textBy(stack, 'cron', '0 3 L * ?') });
  },
  'a minimal RotatingCertificate': (stack) => {
    certificate(stack).attachTo(project(stack));
  },
  'a full RotatingCertificate of a new store and hub': (stack) => {
    const secrets = madeStore(stack);
    const source = CertificateSource.ordered(
      issuer(stack, { store: secrets, configurationName: 'acme' }),
      { keyAlgorithm: KeyAlgorithm.EC256, generation: 3 },
    );
    certificate(stack, {
      source,
      hosts: ['www.example.com', '*.shop.example.com', 'example.com'],
      hub: made(stack),
      alarms: everyone(stack),
      cron: '5 */6 * * *',
      publicFallback: true,
      secretName: 'web',
      maximumDays: 120,
      waivers: { longLived: waiver() },
    }).attachTo(project(stack));
  },
  'a RotatingCertificate of an imported certificate': (stack) => {
    const source = CertificateSource.imported({
      store: store(stack),
      certificate: textBy(stack, 'leaf', 'PEM'),
      intermediate: textBy(stack, 'chain', 'PEM'),
      privateKey: value(stack),
    });
    certificate(stack, { source }).attachTo(project(stack));
  },
  'RotatingCertificates of certificates that exist': (stack) => {
    const [events, secrets] = [hub(stack), store(stack)];
    const ordered = certificate(stack, {
      hub: events,
      source: CertificateSource.ordered(issuer(stack, { store: secrets })),
    });
    const kept = CertificateSource.imported({
      store: secrets,
      certificate: textBy(stack, 'leaf', 'PEM'),
      privateKey: value(stack),
    });
    const imported = certificate(stack, { hub: events, source: kept }, 'imported');
    const second = (id: string, source: CertificateSource) =>
      certificate(stack, { hub: events, source }, id);
    const { group, secretId } = ordered;
    const shop = project(stack);
    second('again', CertificateSource.existing({ group, secretId })).attachTo(shop);
    const { IMPORTED: kind } = CertificateKind;
    const again = CertificateSource.existing({
      group: imported.group,
      secretId: imported.secretId,
      kind,
    });
    second('imported-again', again).attachTo(shop);
  },
  'a RotatingCertificate of which Terraform sees no key': (stack) => {
    const issuing = LetsEncrypt.fromConfigurationNames(stack, 'issuer', {
      store: store(stack),
      authorityName: 'lets-encrypt',
      dnsName: 'cis',
    });
    const shop = certificate(stack, { source: CertificateSource.ordered(issuing) });
    shop.attachTo(project(stack), { tlsSecret: AppSecret.fromSecretName('web-tls') });
  },
  'two projects, two regions, one app': (stack) => {
    const frankfurt = new IbmProvider(stack, 'frankfurt', { alias: 'frankfurt', region: 'eu-de' });
    const [one, two] = [projectIn(stack, 'one'), projectIn(stack, 'two', frankfurt)];
    const domain = zone(stack);
    const source = CertificateSource.ordered(issuer(stack, { zone: domain }));
    const shop = certificate(stack, { source });
    const tlsSecrets = [one, two, one].map((it) => shop.attachTo(it));
    const workload = new SecureApp(stack, 'web', { project: one, image: image() });
    new CisProtectedDomain(stack, 'edge', {
      zone: domain,
      host: 'www.example.com',
      origins: { main: { workload, tlsSecret: tlsSecrets[0] } },
    });
  },
});
