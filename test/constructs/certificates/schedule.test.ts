import { TerraformStack } from 'cdktf';
import { IEventHub } from '../../../lib/constructs/certificates/event-hub';
import { Schedule, ScheduleProps } from '../../../lib/constructs/certificates/schedule';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { refusalOf } from '../../kit/refusal';
import { HUB_ID, hub } from '../../kit/samples-certificates';
import { job } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_en_topic';
const schedule = (stack: TerraformStack, props: Partial<ScheduleProps> = {}) =>
  new Schedule(stack, 'nightly', {
    hub: hub(stack),
    job: 'job' in props ? props.job! : job(stack),
    cron: '17 3 * * *',
    ...props,
  });

test('a schedule renders its defaults: the timer, the times as the service writes them, the job', () => {
  const synthesized = synthesize((stack) => schedule(stack));
  expect(synthesized.only(TYPE)).toEqual({
    instance_guid: HUB_ID,
    name: 'test-nightly',
    description: 'Starts test-night at times',
    sources: [
      {
        id: expect.stringMatching(/^\$\{ibm_en_ibmsource\.\w+\.source_id\}$/),
        rules: [
          {
            enabled: true,
            event_type_filter: '',
            notification_filter: '',
            event_schedule_filter: [
              {
                expression: '17 3 * * *',
                starts_at: '2026-01-01T00:00:00.000Z',
                ends_at: '2099-12-31T23:59:59.000Z',
              },
            ],
          },
        ],
      },
    ],
  });
  expect(synthesized.types).toEqual(
    expect.arrayContaining(['ibm_en_destination_ce', 'ibm_en_subscription_ce']),
  );
});

test('a schedule renders every prop, moments in the spelling of the service', () => {
  const props = {
    cron: '0 3 ? * 2',
    startsAt: '2027-01-01T00:00:00Z',
    endsAt: '2028-01-01T00:00:00.5Z',
    topicName: 'Nightly',
  };
  const { name, sources } = synthesize((stack) => schedule(stack, props)).only(TYPE);
  expect(name).toBe('Nightly');
  expect(sources[0].rules[0].event_schedule_filter[0]).toEqual({
    expression: '0 3 ? * 2',
    starts_at: '2027-01-01T00:00:00.000Z',
    ends_at: '2028-01-01T00:00:00.500Z',
  });
});

test.each<[string, Partial<ScheduleProps>]>([
  ['hub', { hub: 'hub' as unknown as IEventHub }],
  ['job', { job: undefined }],
  ['job', { job: 'night' as unknown as SecureJob }],
  ['cron', { cron: undefined }],
  ['cron', { cron: '0 3 * * 0' }],
  ['startsAt', { startsAt: 'tomorrow' }],
  ['endsAt', { endsAt: '2027-06-30T00:00:00+02:00' }],
  ['endsAt', { endsAt: '2025-01-01T00:00:00Z' }],
  ['topicName', { topicName: '' }],
])('a schedule is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => schedule(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a schedule hands out the id of its topic', () => {
  const { id } = renderedValues((stack) => ({ id: schedule(stack).topicId }));
  expect(id).toMatch(/^\$\{ibm_en_topic\.\w+\.topic_id\}$/);
});
