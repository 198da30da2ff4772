import { TerraformVariable } from 'cdktf';
import {
  EdgeLogBucketOptions,
  EdgeLogDestination,
} from '../../../lib/constructs/edge/edge-log-destination';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { refusalOf } from '../../kit/refusal';
import { CANARY, CIS_CRN } from '../../kit/samples';
import { newStack, renderedValues } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const LOGS = `crn:v1:bluemix:public:logs:eu-de:a/0123:${GUID}::`;
const STORAGE = `crn:v1:bluemix:public:cloud-object-storage:global:a/0123:${GUID}::`;
const secret = () => SecretValue.fromVariable(newStack(), 'token');
const literal = CANARY as unknown as SecretValue;
const bucket = (options: Partial<EdgeLogBucketOptions> = {}): EdgeLogBucketOptions => ({
  instanceCrn: STORAGE,
  bucketName: 'edge-logs',
  bucketRegion: 'eu-de',
  ownershipChallenge: secret(),
  ...options,
});

test('Cloud Logs are found by the CRN of the instance', () => {
  const destination = EdgeLogDestination.cloudLogs(LOGS, secret());
  expect(destination._terraform).toEqual({
    ibmcl: { instanceId: GUID, region: 'eu-de', apiKey: expect.any(String) },
  });
  expect(destination._datasets).toHaveLength(3);
  expect(`${destination}`).toBe('a destination of kind ibmcl');
});

test('Cloud Logs are found by a CRN that only Terraform knows', () => {
  const values = renderedValues((stack) => {
    const crn = new TerraformVariable(stack, 'crn', {}).stringValue;
    const { ibmcl } = EdgeLogDestination.cloudLogs(crn, secret())._terraform;
    return { id: ibmcl!.instanceId, region: ibmcl!.region };
  });
  expect(values).toEqual({
    id: '${element(split(":", var.crn), 7)}',
    region: '${element(split(":", var.crn), 5)}',
  });
});

test('a bucket is told as the provider wants it, in JSON', () => {
  const { whole, folder } = renderedValues(() => ({
    whole: EdgeLogDestination.objectStorage(bucket())._terraform.cos,
    folder: EdgeLogDestination.objectStorage(bucket({ path: 'edge/{DATE}' }))._terraform.cos,
  }));
  const start = `"bucket_name" = "edge-logs", "id" = "${GUID}", "region" = "eu-de"`;
  expect(whole).toBe(`\${jsonencode({${start}})}`);
  expect(folder).toBe(`\${jsonencode({${start}, "path" = "edge/{DATE}/"})}`);
});

test.each<[string, () => unknown]>([
  ['instanceCrn', () => EdgeLogDestination.cloudLogs(CIS_CRN, secret())],
  ['instanceCrn', () => EdgeLogDestination.cloudLogs(undefined as unknown as string, secret())],
  ['apiKey', () => EdgeLogDestination.cloudLogs(LOGS, literal)],
  ['instanceCrn', () => EdgeLogDestination.objectStorage(bucket({ instanceCrn: LOGS }))],
  ['bucketName', () => EdgeLogDestination.objectStorage(bucket({ bucketName: 'B' }))],
  ['bucketRegion', () => EdgeLogDestination.objectStorage(bucket({ bucketRegion: 'Frankfurt' }))],
  ['path', () => EdgeLogDestination.objectStorage(bucket({ path: '/edge' }))],
  [
    'ownershipChallenge',
    () => EdgeLogDestination.objectStorage(bucket({ ownershipChallenge: literal })),
  ],
])('a destination is refused for its %s', (prop, define) => {
  const lines = refusalOf(define);
  expect(lines).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
  expect(lines.join()).not.toContain(CANARY);
});
