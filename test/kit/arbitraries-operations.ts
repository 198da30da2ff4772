/** Props of alerts, edge logs and error pages as the types allow them, right and wrong. */
import { TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { EdgeAlertsProps } from '../../lib/constructs/edge/edge-alerts';
import { EdgeLogDestination } from '../../lib/constructs/edge/edge-log-destination';
import { EdgeLogsProps } from '../../lib/constructs/edge/edge-logs';
import { EdgeWebhook } from '../../lib/constructs/edge/edge-webhook';
import { ErrorPagesProps } from '../../lib/constructs/edge/error-pages';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import { EdgeAlertKind } from '../../lib/facts/edge-alerts';
import { EdgeLogDataset, EdgeLogFrequency, EdgeLogTimestamps } from '../../lib/facts/edge-logs';
import { ErrorPage } from '../../lib/facts/error-pages';
import { isPlain, isWaived, key, name, some, text } from './arbitraries';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = (service: string) => `crn:v1:bluemix:public:${service}:eu-de:a/0123:${GUID}::`;

/** Mostly right, now and then any text. */
const mostly = (right: fc.Arbitrary<string>) =>
  fc.oneof({ weight: 25, arbitrary: right }, { weight: 1, arbitrary: text });

const email = fc.stringMatching(/^[a-z.+-]{1,12}@[a-z]{1,8}\.[a-z]{2,5}$/);
const pool = fc.stringMatching(/^[0-9a-f]{32}$/);

/** Every set of them watches a pool, so that none is refused only when it is written. */
export const alertsProps = (stack: TerraformStack) => {
  const secret = SecretValue.fromVariable(stack, 'webhook');
  const webhook = fc.constantFrom(
    EdgeWebhook.fromUrl('https://alerts.example.com/cis', secret),
    EdgeWebhook.fromSecretUrl(secret),
  );
  return fc
    .tuple(
      fc.array(mostly(pool), { minLength: 1, maxLength: 2 }),
      some<Omit<EdgeAlertsProps, 'zone' | 'pools'>>({
        emails: fc.array(mostly(email), { maxLength: 2 }),
        webhooks: fc.dictionary(mostly(name), webhook, { maxKeys: 2 }),
        kinds: fc.subarray(Object.values(EdgeAlertKind)),
        alertName: mostly(name),
      }),
    )
    .map(([pools, props]) => ({ pools, ...props }));
};

const USUAL = fc.constantFrom('RayID', 'ClientIP', 'Action', 'Datetime', 'Source');
const field = fc.oneof(
  { weight: 40, arbitrary: USUAL },
  { weight: 1, arbitrary: fc.constant('ClientRequestURI') },
  { weight: 1, arbitrary: key.filter(isPlain) },
);

export const logsProps = (
  stack: TerraformStack,
): fc.Arbitrary<Omit<EdgeLogsProps, 'zone'> & Partial<EdgeLogsProps>> => {
  const secret = SecretValue.fromVariable(stack, 'token');
  const destination = fc.constantFrom(
    EdgeLogDestination.cloudLogs(crn('logs'), secret),
    EdgeLogDestination.objectStorage({
      ...{ instanceCrn: crn('cloud-object-storage'), bucketName: 'edge-logs' },
      ...{ bucketRegion: 'eu-de', path: 'edge/{DATE}', ownershipChallenge: secret },
    }),
  );
  return fc
    .tuple(
      fc.constantFrom(...Object.values(EdgeLogDataset)),
      destination,
      some<Omit<EdgeLogsProps, 'zone' | 'dataset' | 'destination'>>({
        jobName: mostly(name),
        frequency: fc.constantFrom(...Object.values(EdgeLogFrequency)),
        fields: fc.array(field, { minLength: 1, maxLength: 4 }),
        timestamps: fc.constantFrom(...Object.values(EdgeLogTimestamps)),
        waivers: some({ fields: isWaived }),
      }),
    )
    .map(([dataset, to, props]) => ({ dataset, destination: to, ...props }));
};

const page = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom<string>(...Object.values(ErrorPage)) },
  { weight: 1, arbitrary: key },
);
const url = fc.stringMatching(
  /^https:\/\/[a-z]{1,8}\.example\.com(\/[a-z0-9]{1,8}){0,2}(\.html)?$/,
);

export const pagesProps: fc.Arbitrary<Omit<ErrorPagesProps, 'zone'>> = fc.record({
  pages: fc.dictionary(page, mostly(url), { maxKeys: 4 }),
});
