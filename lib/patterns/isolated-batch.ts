import { Construct } from 'constructs';
import { Inbound } from '../constructs/access/inbound';
import { NetworkAddress } from '../constructs/access/network-address';
import { ManagementAccess, NetworkPerimeter } from '../constructs/access/network-perimeter';
import { NetworkZone } from '../constructs/access/network-zone';
import { IEventHub } from '../constructs/certificates/event-hub';
import { Schedule } from '../constructs/certificates/schedule';
import { Image } from '../constructs/images/image';
import { ICodeEngineProject } from '../constructs/workloads/code-engine-project';
import { EgressPolicy } from '../constructs/workloads/egress-policy';
import { OutboundDestination } from '../constructs/workloads/outbound-destination';
import { SecureJob, SecureJobOptions } from '../constructs/workloads/secure-job';
import { isA, partsOfCrn, reject } from '../core';

/** When a batch runs. */
export interface BatchSchedule {
  /** The instance of Event Notifications whose timer it is. */
  readonly hub: IEventHub;
  /** When it is started, in UTC, as a `Schedule` takes it: `17 3 * * *`. */
  readonly cron: string;
}

/** Properties for `IsolatedBatch`. */
export interface IsolatedBatchProps {
  /** The project of the batch, and of nothing that has to be reached. */
  readonly project: ICodeEngineProject;
  /** What it runs, pinned by digest. */
  readonly image: Image;
  /** Where to it may open connections, by names of your choice, at least one; all else is closed to the project. */
  readonly destinations: { readonly [name: string]: OutboundDestination };
  /**
   * The name of the destination that takes the place of `allow-all`, as an `EgressPolicy` has it.
   * @default - `allow-all` is left alone, and has to be gone
   */
  readonly takesPlaceOfAllowAll?: string;
  /**
   * When it runs.
   * @default - when somebody starts it
   */
  readonly schedule?: BatchSchedule;
  /**
   * How it runs.
   * @default - as a `SecureJob` does
   */
  readonly jobOptions?: SecureJobOptions;
  /**
   * Who may manage the project, and from where; the timer is let in beside them.
   * @default - whoever IAM lets, from anywhere
   */
  readonly management?: ManagementAccess;
}

/**
 * Work that nobody can call and that calls only where it was told to: a job, a list of destinations, and a project that nothing
 * from outside reaches.
 *
 * The perimeter begins by reporting; call `perimeter.enforce()` once the audit log shows nothing unexpected.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-cbr-inbound
 */
export class IsolatedBatch extends Construct {
  /** The job. */
  public readonly job: SecureJob;
  /** Where to it may open connections. */
  public readonly egress: EgressPolicy;
  /** What keeps everybody out. */
  public readonly perimeter: NetworkPerimeter;
  /** What starts it, where it runs by itself. */
  public readonly schedule?: Schedule;

  /** @throws an error naming every problem of the part that has one */
  constructor(scope: Construct, id: string, props: IsolatedBatchProps) {
    super(scope, id);
    const { project, image, destinations, takesPlaceOfAllowAll } = props;
    reject(this, [
      ...isA('project', project, 'crn', 'a CodeEngineProject'),
      ...isA('destinations', destinations, 'constructor', 'names with their destinations'),
    ]);
    const egress = { project, destinations, takesPlaceOfAllowAll };
    this.egress = new EgressPolicy(this, 'Egress', egress);
    this.job = new SecureJob(this, 'Job', { ...props.jobOptions, project, image });
    this.schedule = scheduleOf(this, props.schedule, this.job);
    this.perimeter = new NetworkPerimeter(this, 'Perimeter', {
      project,
      inbound: Inbound.isolated(),
      management: managementOf(this, props),
    });
  }
}

const scheduleOf = (
  scope: Construct,
  schedule: BatchSchedule | undefined,
  job: SecureJob,
): Schedule | undefined => schedule && new Schedule(scope, 'Schedule', { ...schedule, job });

/** A timer starts a job by the API of Code Engine: closed to it, nothing would run any more. */
function managementOf(
  scope: Construct,
  { project, schedule, management }: IsolatedBatchProps,
): ManagementAccess | undefined {
  if (!management || !schedule) return management;
  const timer = new NetworkZone(scope, 'Timer', {
    accountId: partsOfCrn(project.crn).accountId,
    addresses: [NetworkAddress.service('event-notifications')],
  });
  return { ...management, services: [...(management.services ?? []), timer] };
}
