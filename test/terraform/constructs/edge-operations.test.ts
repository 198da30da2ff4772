/** Alerts, edge logs and error pages, minimal and full, through real Terraform; and what a change of them comes to. */
import { TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { EdgeAlerts, EdgeAlertsProps } from '../../../lib/constructs/edge/edge-alerts';
import { EdgeLogDestination } from '../../../lib/constructs/edge/edge-log-destination';
import { EdgeLogs } from '../../../lib/constructs/edge/edge-logs';
import { EdgeWebhook } from '../../../lib/constructs/edge/edge-webhook';
import { ErrorPages } from '../../../lib/constructs/edge/error-pages';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { EdgeAlertKind } from '../../../lib/facts/edge-alerts';
import { EdgeLogDataset, EdgeLogFrequency, EdgeLogTimestamps } from '../../../lib/facts/edge-logs';
import { ErrorPage } from '../../../lib/facts/error-pages';
import { Defence } from '../../kit/defence';
import { Case, takesThroughLife } from '../../kit/life';
import { CIS_CRN, RESOURCE_GROUP_ID, waiver, zone } from '../../kit/samples';
import { describeOffline } from '../../kit/terraform';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = (service: string) => `crn:v1:bluemix:public:${service}:eu-de:a/0123:${GUID}::`;
const emails = ['ops@example.com'];
const POOLS = ['0'.repeat(32), `${'1'.repeat(32)}:${CIS_CRN}`];

const secret = (stack: TerraformStack, name: string) => SecretValue.fromVariable(stack, name);
const cloudLogs = (stack: TerraformStack) =>
  EdgeLogDestination.cloudLogs(crn('logs'), secret(stack, 'api_key'));
const webhooks = (stack: TerraformStack) => ({
  desk: EdgeWebhook.fromUrl('https://alerts.example.com/cis', secret(stack, 'desk')),
  'On call: night': EdgeWebhook.fromSecretUrl(secret(stack, 'slack'), {
    secret: secret(stack, 'header'),
  }),
});

takesThroughLife({
  'minimal EdgeAlerts': (stack) =>
    void new EdgeAlerts(stack, 'alerts', { zone: zone(stack), emails }),
  'full EdgeAlerts': (stack) =>
    void new EdgeAlerts(stack, 'alerts', {
      zone: zone(stack),
      emails: [...emails, 'security@example.com'],
      webhooks: webhooks(stack),
      kinds: Object.values(EdgeAlertKind),
      pools: POOLS,
      alertName: 'Shop: edge',
    }),
  'EdgeAlerts of a new zone, by webhooks alone': (stack) => {
    const own = new CisZone(stack, 'zone', {
      ...{ domain: 'example.com', plan: CisPlan.ENTERPRISE_ESSENTIAL },
      resourceGroupId: RESOURCE_GROUP_ID,
    });
    new EdgeAlerts(stack, 'alerts', { zone: own, webhooks: webhooks(stack) });
  },
  'minimal EdgeLogs': (stack) =>
    void new EdgeLogs(stack, 'logs', {
      ...{ zone: zone(stack), dataset: EdgeLogDataset.FIREWALL_EVENTS },
      destination: cloudLogs(stack),
    }),
  'full EdgeLogs': (stack) =>
    void new EdgeLogs(stack, 'logs', {
      zone: zone(stack),
      dataset: EdgeLogDataset.HTTP_REQUESTS,
      destination: EdgeLogDestination.objectStorage({
        ...{ instanceCrn: crn('cloud-object-storage'), bucketName: 'edge-logs' },
        ...{ bucketRegion: 'eu-de', path: 'edge/{DATE}' },
        ownershipChallenge: secret(stack, 'challenge'),
      }),
      jobName: 'shop.edge',
      frequency: EdgeLogFrequency.LOW,
      fields: ['RayID', 'ClientRequestURI'],
      timestamps: EdgeLogTimestamps.UNIX_NANO,
      waivers: { fields: waiver() },
    }),
  'a minimal set of ErrorPages': (stack) =>
    void new ErrorPages(stack, 'pages', {
      zone: zone(stack),
      pages: { [ErrorPage.WAF_BLOCK]: 'https://www.example.com/blocked.html' },
    }),
  'a full set of ErrorPages': (stack) =>
    void new ErrorPages(stack, 'pages', {
      zone: zone(stack),
      pages: Object.fromEntries(
        Object.values(ErrorPage).map((it) => [it, `https://www.example.com/errors/${it}.html`]),
      ),
    }),
});

describeOffline('deployed operations of the edge', () => {
  const it = new Defence();
  afterEach(() => it.close());
  const alerts =
    (props: Partial<EdgeAlertsProps> = {}): Case =>
    (stack) =>
      void new EdgeAlerts(stack, 'alerts', { zone: zone(stack), emails, ...props });
  const policy = (kind: EdgeAlertKind) =>
    it.workspace.cloud
      .list('ibm_cis_alert')
      .map(({ value }) => value)
      .find(({ alert_type }) => alert_type === kind)!;

  test('send what each alert is about with its first request', async () => {
    await it.deploy(alerts({ pools: POOLS }));
    expect(JSON.parse(String(policy(EdgeAlertKind.POOL_HEALTH).filters))).toEqual({
      event_source: ['pool', 'origin'],
      new_health: ['Unhealthy', 'Healthy'],
      pool_id: ['0'.repeat(32), '1'.repeat(32)],
    });
  });

  test('tell somebody else in place, and one more pool by another alert', async () => {
    await it.deploy(alerts({ pools: [POOLS[0]] }));
    const moved = await it.change(alerts({ pools: [POOLS[0]], emails: ['new@example.com'] }));
    expect(moved).toContain('Plan: 0 to add, 5 to change, 0 to destroy.');
    await it.converged();
    const grown = await it.change(alerts({ pools: POOLS, emails: ['new@example.com'] }));
    expect(grown).toContain('Plan: 1 to add, 1 to change, 1 to destroy.');
    expect(String(policy(EdgeAlertKind.POOL_HEALTH).filters)).toContain('1'.repeat(32));
    await it.converged();
  });

  test('push at another pace and with other fields in place', async () => {
    const logs =
      (frequency: EdgeLogFrequency, fields: string[]): Case =>
      (stack) =>
        void new EdgeLogs(stack, 'logs', {
          ...{ zone: zone(stack), dataset: EdgeLogDataset.FIREWALL_EVENTS, frequency, fields },
          destination: cloudLogs(stack),
        });
    await it.deploy(logs(EdgeLogFrequency.HIGH, ['RayID']));
    const plan = await it.change(logs(EdgeLogFrequency.LOW, ['RayID', 'Action']));
    expect(plan).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    await it.converged();
  });

  test('show another error page in place', async () => {
    const page =
      (name: string): Case =>
      (stack) =>
        void new ErrorPages(stack, 'pages', {
          zone: zone(stack),
          pages: { [ErrorPage.WAF_BLOCK]: `https://www.example.com/${name}.html` },
        });
    await it.deploy(page('blocked'));
    expect(await it.change(page('stopped'))).toContain(
      'Plan: 0 to add, 1 to change, 0 to destroy.',
    );
    await it.converged();
  });
});
