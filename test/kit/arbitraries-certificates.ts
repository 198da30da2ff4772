/** Props of hubs, topics, schedules and certificates as their types allow them, right and wrong. */
import * as fc from 'fast-check';
import { EventHubProps } from '../../lib/constructs/certificates/event-hub';
import { EventSourceProps } from '../../lib/constructs/certificates/event-source';
import { EventTopicProps } from '../../lib/constructs/certificates/event-topic';
import { ScheduleProps } from '../../lib/constructs/certificates/schedule';
import { KeyAlgorithm } from '../../lib/facts/certificates';
import { EventNotificationsPlan } from '../../lib/facts/event-notifications';
import { SERVICE_CATALOGUE } from '../../lib/facts/service-instances';
import { RESOURCE_GROUP_ID, waiver } from './samples';

const isPlain = (it: string) => !/[$%]\{/.test(it);
const text = fc.string({ maxLength: 20 }).filter(isPlain);
const some = <T extends object>(members: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const rarely = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: usual }, { weight: 1, arbitrary: odd });
const isWaived = rarely(fc.constant(undefined), fc.constant(waiver()));
const flag = (usual: boolean) => rarely(fc.constant(usual), fc.constant(!usual));
const words = rarely(fc.stringMatching(/^[a-zA-Z0-9 .,:_-]{1,30}$/), text);
const moment = (from: string, to: string) =>
  rarely(
    fc
      .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
      .map((it) => it.toISOString()),
    text,
  );

export const hubProps: fc.Arbitrary<EventHubProps> = fc
  .tuple(
    fc.record({
      resourceGroupId: rarely(fc.constant(RESOURCE_GROUP_ID), text),
      region: rarely(fc.constantFrom(...SERVICE_CATALOGUE['event-notifications'].regions), text),
    }),
    some<Omit<EventHubProps, 'resourceGroupId' | 'region'>>({
      instanceName: words,
      plan: fc.constantFrom(...Object.values(EventNotificationsPlan)),
      deletionProtection: flag(true),
      waivers: some({ deletionProtection: isWaived }),
    }),
  )
  .map(([required, props]) => ({ ...required, ...props }));

export const sourceProps = some<Omit<EventSourceProps, 'hub'>>({
  sourceName: words,
  description: words,
});

export const topicProps = some<Omit<EventTopicProps, 'hub' | 'sourceId'>>({
  eventTypes: fc.array(rarely(fc.stringMatching(/^[a-z][a-z_.]{0,20}$/), text), { maxLength: 3 }),
  topicName: words,
  description: words,
});

const numbers = (least: number, most: number) => {
  const number = fc.integer({ min: least, max: most });
  const range = fc.tuple(number, number).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const entry = fc.oneof(fc.constant('*'), number.map(String), range);
  const stepped = fc
    .tuple(entry, fc.integer({ min: 1, max: 9 }))
    .map(([it, step]) => `${it}/${step}`);
  return fc
    .array(fc.oneof(entry, stepped), { minLength: 1, maxLength: 3 })
    .map((it) => it.join(','));
};
const month = fc.constantFrom('*', 'JAN', 'feb', 'MAR-MAY', 'JAN,JUL', 'JAN-DEC/3');
const cron = rarely(
  fc
    .tuple(
      numbers(0, 59),
      numbers(0, 23),
      fc.oneof(numbers(1, 31), fc.constantFrom('?', 'L', 'LW', '15W')),
      month,
      fc.oneof(numbers(1, 7), fc.constantFrom('?', 'L', 'MON-FRI', '2#1', 'SUN')),
    )
    .map((fields) => fields.join(' ')),
  text,
);

export const scheduleProps: fc.Arbitrary<Omit<ScheduleProps, 'hub' | 'job'>> = fc
  .tuple(
    fc.record({ cron }),
    some<Omit<ScheduleProps, 'hub' | 'job' | 'cron'>>({
      startsAt: moment('2026-01-01', '2027-01-01'),
      endsAt: moment('2027-01-02', '2090-01-01'),
      topicName: words,
    }),
  )
  .map(([required, props]) => ({ ...required, ...props }));

/** The values are made in the stack that they are for: here is only which of them are any. */
export const recipientSpecs = fc.record({
  channel: fc.constantFrom('webhook', 'slack', 'teams', 'pagerDuty', 'email'),
  address: rarely(fc.constant('ops@example.com'), text),
  isLiteral: flag(false),
  name: rarely(fc.stringMatching(/^[a-z]{1,10}$/), text),
});

export const issuerSpecs = fc.record({
  isLiteral: flag(false),
  props: some({
    configurationName: rarely(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/), text),
    writesDnsRecords: fc.boolean(),
  }),
});

const host = rarely(
  fc.stringMatching(/^[a-z]{1,10}(\.[a-z]{1,5})?$/).map((it) => `${it}.example.com`),
  fc.oneof(text, fc.constant('www.example.org')),
);

export const certificateSpecs = fc.record({
  order: some({
    keyAlgorithm: fc.constantFrom(...Object.values(KeyAlgorithm)),
    generation: rarely(fc.integer({ min: 1, max: 99 }), fc.constant(0)),
  }),
  hosts: rarely(fc.uniqueArray(host, { minLength: 1, maxLength: 4 }), fc.constant<string[]>([])),
  isWatched: flag(true),
  props: some({
    cron,
    maximumDays: rarely(fc.constant(90), fc.integer({ min: 0, max: 500 })),
    publicFallback: fc.boolean(),
    storeSendsEvents: fc.boolean(),
    secretName: rarely(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/), text),
    waivers: some({ noAlarms: isWaived, longLived: isWaived }),
  }),
});
