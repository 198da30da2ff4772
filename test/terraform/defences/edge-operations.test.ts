/** Each trap of alerts, log push and error pages that a construct names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { EdgeAlerts, EdgeAlertsProps } from '../../../lib/constructs/edge/edge-alerts';
import { EdgeLogDestination } from '../../../lib/constructs/edge/edge-log-destination';
import { EdgeLogs, EdgeLogsProps } from '../../../lib/constructs/edge/edge-logs';
import { ErrorPages, ErrorPagesProps } from '../../../lib/constructs/edge/error-pages';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { EdgeAlertKind } from '../../../lib/facts/edge-alerts';
import { EdgeLogDataset } from '../../../lib/facts/edge-logs';
import { ErrorPage } from '../../../lib/facts/error-pages';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, waiver, zone } from '../../kit/samples';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const ALERT = 'ibm_cis_alert';
const JOB = 'ibm_cis_logpush_job';
const PAGE = 'ibm_cis_custom_page';
const LOGS = 'crn:v1:bluemix:public:logs:eu-de:a/0123:01234567-89ab-cdef-0123-456789abcdef::';

describeOffline('alerts walk past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());
  const alert =
    (props: Partial<EdgeAlertsProps> = {}) =>
    (stack: TerraformStack) =>
      void new EdgeAlerts(stack, 'alerts', {
        ...{ zone: zone(stack), emails: ['ops@example.com'] },
        kinds: [EdgeAlertKind.SECURITY_EVENTS],
        ...props,
      });
  const meddle = (values: object) => {
    const stored = it.inCloud(ALERT);
    it.workspace.cloud.put(ALERT, String(stored.id), { ...stored, ...values });
  };

  test('of conditions that are not sent: there are none, and what the service made of them stays', async () => {
    expectTrap('internet-services/alert-conditions-are-not-sent-on-create');
    await it.deploy(alert());
    const conditions = '{"and":[{"or":[{"==":[{"var":"zones"},"1"]}]}]}';
    meddle({ conditions });
    await it.converged();
    await it.change(alert({ emails: ['new@example.com'] }));
    expect(it.inCloud(ALERT)).toMatchObject({ conditions });
    await it.converged();
  });

  test('of an alert that says nothing of them and never converges', async () => {
    expectTrap('internet-services/alert-without-conditions-never-converges');
    await it.deploy(alert({ kinds: [EdgeAlertKind.HTTP_DDOS] }));
    expect(it.inCloud(ALERT)).toMatchObject({ conditions: '{}', filters: '{}' });
    await it.converged();
  });

  test('of an answer without them, which is stored as null', async () => {
    expectTrap('internet-services/alert-absent-conditions-are-stored-as-null');
    await it.deploy(alert({ kinds: [EdgeAlertKind.HTTP_DDOS] }));
    meddle({ conditions: 'null', filters: 'null' });
    await it.converged();
  });

  test('of an alert that cannot be switched off: it is on, and drift is taken back', async () => {
    expectTrap('internet-services/disabled-alert-is-never-sent');
    await it.deploy(alert());
    meddle({ enabled: false });
    await it.apply();
    expect(it.inCloud(ALERT).enabled).toBe(true);
    await it.converged();
  });

  test('of a description that stays when it goes: there always is one', async () => {
    expectTrap('internet-services/removed-alert-description-is-never-sent');
    await it.deploy(alert());
    expect(it.inCloud(ALERT).description).toBe('Spike of firewall events');
  });
});

const logs =
  (props: Partial<EdgeLogsProps> = {}) =>
  (stack: TerraformStack) =>
    void new EdgeLogs(stack, 'logs', {
      zone: props.zone ?? zone(stack),
      dataset: EdgeLogDataset.FIREWALL_EVENTS,
      destination: EdgeLogDestination.cloudLogs(LOGS, SecretValue.fromVariable(stack, 'api_key')),
      ...props,
    });

describeOffline('edge logs walk past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('of a job that goes on exporting what it did: another data set is another job', async () => {
    expectTrap('internet-services/logpush-name-and-dataset-changes-are-not-sent');
    await it.deploy(logs());
    expect(await it.change(logs({ dataset: EdgeLogDataset.HTTP_REQUESTS }))).toContain(
      'Plan: 1 to add, 1 to change, 1 to destroy.',
    );
    expect(it.inCloud(JOB).dataset).toBe('http_requests');
    await it.converged();
    await it.change(logs({ dataset: EdgeLogDataset.HTTP_REQUESTS, jobName: 'all' }));
    expect(it.workspace.cloud.list(JOB)).toHaveLength(1);
    expect(it.inCloud(JOB)).toMatchObject({ name: 'all', dataset: 'http_requests' });
    await it.converged();
  });

  test('of a job that cannot be stopped: it runs, or it is not there', async () => {
    expectTrap('internet-services/disabled-logpush-job-is-never-sent');
    await it.deploy(logs());
    const stored = it.inCloud(JOB);
    it.workspace.cloud.put(JOB, String(stored.id), { ...stored, enabled: false });
    await it.apply();
    expect(it.inCloud(JOB).enabled).toBe(true);
    await it.change((stack) => void zone(stack));
    expect(it.workspace.cloud.list(JOB)).toEqual([]);
  });

  test('of options that drift when they are not said: both are', async () => {
    expectTrap('internet-services/logpush-unset-options-never-converge');
    await it.deploy(logs());
    expect(it.inCloud(JOB)).toMatchObject({
      frequency: 'high',
      logpull_options: expect.stringMatching(/^fields=Datetime,.*&timestamps=rfc3339$/),
    });
    await it.converged();
  });
});

describeOffline('error pages walk past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());
  const page = (stack: TerraformStack, props: Partial<ErrorPagesProps>) =>
    new ErrorPages(stack, 'pages', {
      zone: props.zone ?? zone(stack),
      pages: { [ErrorPage.WAF_BLOCK]: 'https://www.example.net/blocked.html' },
      ...props,
    });

  test('of an address that is none', () => {
    expectTrap('internet-services/custom-page-empty-url-fails');
    const pages = { [ErrorPage.WAF_BLOCK]: '' };
    expect(refusalOf(() => page(newStack(), { pages }))).toEqual([
      expect.stringMatching(/^pages.waf_block: got "", expected an address of https:/),
    ]);
  });

  test('of pages and logs that stay in the old zone: they go along', async () => {
    expectTrap('internet-services/zone-change-leaves-dependents-behind');
    const all = (domain: string) => (stack: TerraformStack) => {
      const own = new CisZone(stack, 'zone', {
        ...{ domain, plan: CisPlan.ENTERPRISE_ADVANCED, resourceGroupId: RESOURCE_GROUP_ID },
        ...{ deletionProtection: false, waivers: { deletionProtection: waiver() } },
      });
      logs({ zone: own })(stack);
      page(stack, { zone: own });
    };
    await it.deploy(all('example.com'));
    await it.change(all('example.org'));
    const { domain_id } = it.workspace.cloud.list('ibm_cis_domain').at(-1)!.value;
    for (const type of [JOB, PAGE]) {
      expect(it.workspace.cloud.list(type).at(-1)!.value.domain_id).toBe(domain_id);
    }
    await it.converged();
  });
});
