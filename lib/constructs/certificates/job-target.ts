import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { Hub, parent } from './on-hub';
import { EnDestinationCe, EnDestinationCeConfig } from '../../.gen/providers/ibm/en-destination-ce';
import {
  EnSubscriptionCe,
  EnSubscriptionCeConfig,
} from '../../.gen/providers/ibm/en-subscription-ce';
import { accountNameOf, keyOf, shortDigest } from '../../core';
import { DESTINATION_TYPES, EVENT_TEXT } from '../../facts/event-notifications';
import { GRANTS } from '../../facts/grants';
import { ServiceAuthorization } from '../access/service-authorization';
import { SecureJob } from '../workloads/secure-job';

/** A topic and where it is. */
interface Topic {
  readonly hub: Hub;
  readonly topicId: string;
}

/** The instances that have the leave from elsewhere. */
const authorized = new WeakSet<Hub>();

/** Jobs as receivers of events: once for each instance and job, and the leave once for each instance and project. */
export const jobTarget = {
  /** Notes whether an instance may start jobs already. */
  note: (hub: Hub, isAuthorized: boolean): void => {
    if (isAuthorized) authorized.add(hub);
  },

  /** Starts a job at each event of a topic. */
  subscribe: (scope: Construct, id: string, topic: Topic, job: SecureJob): void => {
    const { destinationId } = destinationOf(topic.hub, job);
    new EnSubscriptionCe(scope, id, subscriptionOf(scope, id, topic, { job, destinationId }));
  },
};

function destinationOf(hub: Hub, job: SecureJob): EnDestinationCe {
  const id = `Job-${job.node.id}-${shortDigest(job.node.path)}`;
  const made = hub.node.tryFindChild(id) as EnDestinationCe | undefined;
  return made ?? new EnDestinationCe(parent(hub), id, terraformOf(hub, id, job));
}

/** trap event-notifications/code-engine-destination-type-is-unchecked: both words are always there. */
const terraformOf = (hub: Hub, id: string, job: SecureJob): EnDestinationCeConfig => ({
  instanceGuid: hub.instanceId,
  name: nameIn(parent(hub), id),
  // trap event-notifications/removed-destination-description-is-never-sent: there always is one.
  description: about(job),
  type: DESTINATION_TYPES.codeEngine,
  collectFailedEvents: false,
  config: {
    // no header of ours goes along: a job takes none.
    params: { type: 'job', projectCrn: job.project.crn, jobName: job.jobName },
  },
  // the service looks when the destination is made.
  dependsOn: leaveOf(hub, job),
});

const subscriptionOf = (
  scope: Construct,
  id: string,
  { hub, topicId }: Topic,
  { job, destinationId }: { job: SecureJob; destinationId: string },
): EnSubscriptionCeConfig => ({
  instanceGuid: hub.instanceId,
  name: nameIn(scope, id),
  description: about(job),
  topicId,
  destinationId,
});

const about = (job: SecureJob) => `Starts ${accountNameOf(job, { ...EVENT_TEXT, most: 200 })}`;

const nameIn = (scope: Construct, id: string): string =>
  `${accountNameOf(scope, { ...EVENT_TEXT, most: 160 })}-${id}`.slice(0, EVENT_TEXT.most);

/** The leave to start jobs of one project. */
function leaveOf(hub: Hub, { project }: SecureJob): ITerraformDependable[] {
  if (authorized.has(hub)) return [];
  const id = `Jobs-${keyOf(parent(hub), project.projectId)}`;
  const made = hub.node.tryFindChild(id) as ServiceAuthorization | undefined;
  const { service, roles } = GRANTS.startJob;
  const leave =
    made ??
    new ServiceAuthorization(parent(hub), id, {
      source: { service: 'event-notifications', instanceId: hub.instanceId },
      target: { service, instanceId: project.projectId },
      roles: [...roles],
    });
  return [leave.effective];
}
