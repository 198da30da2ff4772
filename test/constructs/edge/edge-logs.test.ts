import { TerraformStack, TerraformVariable } from 'cdktf';
import { EdgeLogDestination } from '../../../lib/constructs/edge/edge-log-destination';
import { EdgeLogs, EdgeLogsProps } from '../../../lib/constructs/edge/edge-logs';
import { ICisZone } from '../../../lib/constructs/edge/zone';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { EdgeLogDataset, EdgeLogFrequency, EdgeLogTimestamps } from '../../../lib/facts/edge-logs';
import { refusalOf } from '../../kit/refusal';
import { CIS_CRN, ZONE_ID, recorded, waiver, zone } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = (service: string) => `crn:v1:bluemix:public:${service}:eu-de:a/0123:${GUID}::`;
const cloudLogs = (stack: TerraformStack) =>
  EdgeLogDestination.cloudLogs(crn('logs'), SecretValue.fromVariable(stack, 'api_key'));
const bucket = (stack: TerraformStack) =>
  EdgeLogDestination.objectStorage({
    instanceCrn: crn('cloud-object-storage'),
    bucketName: 'edge-logs',
    bucketRegion: 'eu-de',
    ownershipChallenge: SecretValue.fromVariable(stack, 'challenge'),
  });

const logs = (stack: TerraformStack, props: Partial<EdgeLogsProps> = {}) =>
  new EdgeLogs(stack, 'logs', {
    zone: props.zone ?? zone(stack),
    dataset: EdgeLogDataset.FIREWALL_EVENTS,
    destination: cloudLogs(stack),
    ...props,
  });
const job = (props: (stack: TerraformStack) => Partial<EdgeLogsProps> = () => ({})) =>
  synthesize((stack) => void logs(stack, props(stack))).only('ibm_cis_logpush_job');

test('EdgeLogs render their defaults: a running job that says who, what and the outcome', () => {
  expect(job()).toEqual({
    cis_id: CIS_CRN,
    domain_id: ZONE_ID,
    name: 'logs',
    dataset: 'firewall_events',
    enabled: true,
    frequency: 'high',
    logpull_options:
      'fields=Datetime,RayID,Action,Source,RuleID,Description,ClientIP,ClientASN,ClientCountry,ClientRequestHost,ClientRequestMethod,ClientRequestPath,ClientRequestUserAgent,EdgeResponseStatus,OriginResponseStatus&timestamps=rfc3339',
    ibmcl: { instance_id: GUID, region: 'eu-de', api_key: '${var.api_key}' },
    lifecycle: {
      replace_triggered_by: [
        expect.stringMatching(/^terraform_data\.zone_Zone_\w+$/),
        expect.stringMatching(/^terraform_data\.logs_Job_\w+$/),
      ],
    },
  });
});

describe('EdgeLogs render every prop', () => {
  test('into a bucket', () => {
    const { ibmcl, cos, ownership_challenge } = job((stack) => ({ destination: bucket(stack) }));
    expect(ibmcl).toBeUndefined();
    expect(cos).toContain('"bucket_name" = "edge-logs"');
    expect(ownership_challenge).toBe('${var.challenge}');
  });

  test('of every request, with what its sender says, and why that may be', () => {
    expect(
      job(() => ({
        dataset: EdgeLogDataset.HTTP_REQUESTS,
        jobName: 'shop.edge',
        frequency: EdgeLogFrequency.LOW,
        fields: ['RayID', 'ClientRequestURI'],
        timestamps: EdgeLogTimestamps.UNIX_NANO,
        waivers: { fields: waiver() },
      })),
    ).toMatchObject({
      name: 'shop.edge',
      dataset: 'http_requests',
      frequency: 'low',
      logpull_options: 'fields=RayID,ClientRequestURI&timestamps=unixnano',
      waivers: [recorded('edge/logs-hold-no-secrets')],
    });
  });

  test('of questions for names, to Cloud Logs', () => {
    expect(job(() => ({ dataset: EdgeLogDataset.DNS_LOGS })).logpull_options).toContain(
      'fields=Timestamp,QueryName,',
    );
  });
});

const FIREWALL = EdgeLogDataset.FIREWALL_EVENTS;

test.each<[string, (stack: TerraformStack) => Partial<EdgeLogsProps>]>([
  ['zone', () => ({ zone: 'example.com' as unknown as ICisZone })],
  ['zone', (stack) => ({ zone: zone(stack, CisPlan.STANDARD_NEXT) })],
  ['dataset', () => ({ dataset: undefined })],
  ['dataset', () => ({ dataset: 'range_events' as EdgeLogDataset })],
  ['dataset', (stack) => ({ dataset: EdgeLogDataset.DNS_LOGS, destination: bucket(stack) })],
  ['destination', () => ({ destination: 'cos://logs' as unknown as EdgeLogDestination })],
  ['jobName', () => ({ jobName: 'edge logs' })],
  ['frequency', () => ({ frequency: 'often' as EdgeLogFrequency })],
  ['fields', () => ({ fields: [] })],
  ['fields.1', () => ({ fields: ['RayID', 'ray&sample=0'] })],
  ['fields', () => ({ fields: ['Cookies'] })],
  ['timestamps', () => ({ timestamps: 'iso' as EdgeLogTimestamps })],
  ['waivers.fields', () => ({ dataset: FIREWALL, waivers: { fields: waiver() } })],
])('EdgeLogs are refused for their %s', (prop, props) => {
  const stack = newStack();
  expect(refusalOf(() => logs(stack, props(stack)))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('EdgeLogs take fields that only Terraform knows, with and without a waiver', () => {
  for (const waivers of [{}, { fields: waiver() }]) {
    const { logpull_options } = job((stack) => ({
      fields: [new TerraformVariable(stack, 'field', {}).stringValue],
      waivers,
    }));
    expect(logpull_options).toBe('fields=${var.field}&timestamps=rfc3339');
  }
});

test('EdgeLogs hand out the name of the job, and how it goes', () => {
  const values = renderedValues((stack) => {
    const { jobName, lastComplete, errorMessage } = logs(stack);
    return { jobName, lastComplete, errorMessage };
  });
  expect(values).toEqual({
    jobName: expect.stringMatching(/\.name\}$/),
    lastComplete: expect.stringMatching(/\.last_complete\}$/),
    errorMessage: expect.stringMatching(/\.error_message\}$/),
  });
});
