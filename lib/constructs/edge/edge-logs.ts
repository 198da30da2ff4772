import { Construct } from 'constructs';
import { EdgeLogDestination } from './edge-log-destination';
import { ICisZone, onZone } from './zone';
import { CisLogpushJob, CisLogpushJobConfig } from '../../.gen/providers/ibm/cis-logpush-job';
import {
  OptOut,
  Problem,
  Settled,
  given,
  isA,
  known,
  matches,
  nameOf,
  notEmpty,
  oneOf,
  recordWaivers,
  reject,
  replacementTrigger,
  show,
  unwaived,
  withDefaults,
} from '../../core';
import {
  EDGE_LOG_FIELDS,
  EdgeLogDataset,
  EdgeLogFrequency,
  EdgeLogTimestamps,
  LOG_FIELD,
  LOG_JOB_NAME,
  TELLING_FIELDS,
} from '../../facts/edge-logs';
import { Waiver } from '../waiver';

/** Waivers for `EdgeLogs`. */
export interface EdgeLogsWaivers {
  /**
   * Excuses `fields` that hold what visitors send along: queries, referers, headers, cookies.
   * @default - none
   */
  readonly fields?: Waiver;
}

/** Properties for `EdgeLogs`. */
export interface EdgeLogsProps {
  /** The zone, on a plan of `CisPlan.ENTERPRISE_ESSENTIAL` or more; its log retention has to be on. */
  readonly zone: ICisZone;
  /** What is logged. Each data set takes a construct of its own; to change it is to replace the job. */
  readonly dataset: EdgeLogDataset;
  /** Where the logs go. */
  readonly destination: EdgeLogDestination;
  /**
   * The name of the job, at most 128 letters, digits, dots and hyphens; to change it is to replace the job.
   * @default - made of the ids from the stack on down to this construct
   */
  readonly jobName?: string;
  /**
   * How often logs are pushed.
   * @default EdgeLogFrequency.HIGH
   */
  readonly frequency?: EdgeLogFrequency;
  /**
   * What is said of each event, by IBM's names of the fields: `ClientIP`.
   * @default - who asked for what, and what became of it; nothing in which passwords and tokens travel
   */
  readonly fields?: string[];
  /**
   * How moments are written.
   * @default EdgeLogTimestamps.RFC3339
   */
  readonly timestamps?: EdgeLogTimestamps;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: EdgeLogsWaivers;
}

const DEFAULTS = {
  frequency: EdgeLogFrequency.HIGH,
  timestamps: EdgeLogTimestamps.RFC3339,
  waivers: {},
};
type Config = Settled<EdgeLogsProps, typeof DEFAULTS>;

/**
 * The log of what happens at the edge, pushed to where it is kept.
 *
 * Internet Services keeps no logs of a zone by itself: switch its log retention on first, in the console or by `ibmcloud
 * cis log-retention-update`, which Terraform has no resource for. What was pushed stays where it is when the construct goes.
 * @see https://cloud.ibm.com/docs/cis?topic=cis-logpush
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_logpush_jobs
 */
export class EdgeLogs extends Construct {
  /** The name of the job. */
  public readonly jobName: string;
  /** When logs were pushed last, as Internet Services says it. */
  public readonly lastComplete: string;
  /** What went wrong last, as Internet Services says it. */
  public readonly errorMessage: string;

  /** @throws an error naming every problem: a plan without log push, a data set that the destination does not take, a missing waiver */
  constructor(scope: Construct, id: string, props: EdgeLogsProps) {
    super(scope, id);
    const config = withDefaults(props, DEFAULTS);
    reject(this, problemsIn(this, config));
    const job = new CisLogpushJob(this, 'Resource', terraformOf(this, config));
    recordWaivers(job, optOutsIn(config));
    this.jobName = job.name;
    this.lastComplete = job.lastComplete;
    this.errorMessage = job.errorMessage;
  }
}

function problemsIn(logs: EdgeLogs, config: Config): Problem[] {
  const { zone, dataset, destination, jobName, frequency, fields, timestamps } = config;
  const lost = onZone.problemsIn(logs, zone);
  const foreign = isA('destination', destination, '_datasets', 'an EdgeLogDestination');
  const none = [
    ...given('dataset', dataset, 'an EdgeLogDataset'),
    ...oneOf('dataset', dataset ?? undefined, Object.values(EdgeLogDataset)),
  ];
  return [
    ...(lost.length > 0 ? lost : onZone.requireCapability(zone, 'logpush', 'zone')),
    ...none,
    ...foreign,
    ...(none.length + foreign.length > 0 ? [] : untaken(config)),
    ...matches('jobName', jobName, LOG_JOB_NAME),
    ...oneOf('frequency', frequency, Object.values(EdgeLogFrequency)),
    ...notEmpty('fields', fields ?? ['?'], 'at least one field'),
    ...(fields ?? []).flatMap((it, at) => matches(`fields.${at}`, it, LOG_FIELD)),
    ...oneOf('timestamps', timestamps, Object.values(EdgeLogTimestamps)),
    ...unwaived(optOutsIn(config)),
  ];
}

const untaken = ({ dataset, destination }: Config): Problem[] =>
  oneOf('dataset', dataset, destination._datasets).map((it) => ({
    ...it,
    expected: `${it.expected}, which a bucket takes`,
  }));

function optOutsIn({ fields = [], waivers }: Config): OptOut[] {
  const telling = fields.find((it) => TELLING_FIELDS.includes(it as 'Cookies'));
  const late = fields.some((it) => !known(it));
  return [
    {
      rule: 'edge/logs-hold-no-secrets',
      prop: 'fields',
      got: show(telling),
      expected: 'fields that hold nothing visitors send along',
      taken: telling ? true : late ? undefined : false,
      waiverProp: 'waivers.fields',
      waiver: waivers.fields,
    },
  ];
}

function terraformOf(logs: EdgeLogs, config: Config): CisLogpushJobConfig {
  const { zone, dataset, destination, frequency, timestamps } = config;
  const name = config.jobName ?? nameOf(logs, LOG_JOB_NAME);
  const fields = config.fields ?? EDGE_LOG_FIELDS[dataset] ?? [];
  const place = onZone.terraformOf(zone);
  // trap internet-services/logpush-name-and-dataset-changes-are-not-sent: another one is another job.
  const change = replacementTrigger(logs, 'Job', `${name} ${dataset} ${destination._kind}`);
  return {
    // trap internet-services/zone-change-leaves-dependents-behind: it goes along with the zone.
    ...place,
    name,
    dataset,
    // trap internet-services/disabled-logpush-job-is-never-sent: it is there or it is not.
    enabled: true,
    // trap internet-services/logpush-unset-options-never-converge: both are always said.
    frequency,
    logpullOptions: `fields=${fields.join(',')}&timestamps=${timestamps}`,
    ...destination._terraform,
    lifecycle: { replaceTriggeredBy: [...place.lifecycle.replaceTriggeredBy, change] },
  };
}
