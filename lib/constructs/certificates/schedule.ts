import { Construct } from 'constructs';
import { builtIn } from './built-in';
import { cronExpression } from './cron-expression';
import { IEventHub } from './event-hub';
import { jobTarget } from './job-target';
import { problemsInHub } from './on-hub';
import { topics } from './topics';
import {
  Problem,
  Settled,
  accountNameOf,
  isA,
  isInstant,
  known,
  matches,
  reject,
  show,
  withDefaults,
} from '../../core';
import { EVENT_TEXT } from '../../facts/event-notifications';
import { SecureJob } from '../workloads/secure-job';

/** Properties for `Schedule`. */
export interface ScheduleProps {
  /** The instance of Event Notifications whose timer it is. */
  readonly hub: IEventHub;
  /** The job that is started. A run that is still going on is not waited for. */
  readonly job: SecureJob;
  /**
   * When it is started, in UTC: minute, hour, day of the month, month and day of the week, with one space between, as in
   * `17 3 * * *`. A week goes from 1, which is Sunday, to 7, or from `SUN` to `SAT`; months go from `JAN` to `DEC`.
   * `*`, lists, ranges and steps are taken, `?`, `L` and `W` as days of the month, `?`, `L` and `#` as days of the week.
   */
  readonly cron: string;
  /**
   * From when on: a moment in UTC.
   * @default '2026-01-01T00:00:00.000Z'
   */
  readonly startsAt?: string;
  /**
   * Until when: a moment in UTC.
   * @default '2099-12-31T23:59:59.000Z'
   */
  readonly endsAt?: string;
  /**
   * The name of the topic, at most 255 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly topicName?: string;
}

const DEFAULTS = {
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2099-12-31T23:59:59.000Z',
};
type Config = Settled<ScheduleProps, typeof DEFAULTS & { topicName: string }>;

/**
 * Starts a job at times, by the timer of Event Notifications: no instance waits for the hour to come, and none can be called.
 *
 * The timer is switched on with the first schedule of a hub. The hub is let start jobs of the project.
 * @see https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-cron-periodic-timer
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/en_topic
 */
export class Schedule extends Construct {
  /** The id of the topic. */
  public readonly topicId: string;

  /** @throws an error naming every problem: no hub, no job, an expression or a moment that the timer does not take */
  constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id);
    const config = withDefaults(props, { ...DEFAULTS, topicName: accountNameOf(this, EVENT_TEXT) });
    reject(this, problemsIn(this, config));
    const { hub, job } = config;
    const topic = topics.define(this, described(config), sourceOf(config));
    this.topicId = topic.topicId;
    jobTarget.subscribe(this, 'Start', { hub, topicId: topic.topicId }, job);
  }
}

const problemsIn = (schedule: Schedule, config: Config): Problem[] => [
  ...problemsInHub(schedule, config.hub),
  ...isA('job', config.job, 'jobName', 'a SecureJob'),
  ...cronExpression.problemsIn('cron', config.cron),
  ...isInstant('startsAt', config.startsAt),
  ...isInstant('endsAt', config.endsAt),
  ...problemsInWindow(config),
  ...matches('topicName', config.topicName, EVENT_TEXT),
];

const problemsInWindow = ({ startsAt, endsAt }: Config): Problem[] =>
  known(startsAt) && known(endsAt) && Date.parse(endsAt) <= Date.parse(startsAt)
    ? [{ prop: 'endsAt', got: show(endsAt), expected: `a moment after ${show(startsAt)}` }]
    : [];

const described = ({ hub, topicName, job }: Config) => ({
  hub,
  topicName,
  description: `Starts ${accountNameOf(job, { ...EVENT_TEXT, most: 200 })} at times`,
});

const sourceOf = ({ hub, cron, startsAt, endsAt }: Config) => ({
  id: builtIn.timerSource(hub),
  rules: [
    {
      enabled: true,
      eventTypeFilter: '',
      notificationFilter: '',
      eventScheduleFilter: [
        { expression: cron, startsAt: canonical(startsAt), endsAt: canonical(endsAt) },
      ],
    },
  ],
});

/** As the service writes it: another spelling of the same moment would differ at each plan. */
const canonical = (moment: string): string =>
  known(moment) ? new Date(moment).toISOString() : moment;
