import { TerraformStack } from 'cdktf';
import { EventHub } from '../../../lib/constructs/certificates/event-hub';
import { jobTarget } from '../../../lib/constructs/certificates/job-target';
import { PROJECT } from '../../kit/judged';
import { HUB_CRN, HUB_ID, hub } from '../../kit/samples-certificates';
import { job } from '../../kit/samples-secrets';
import { synthesize } from '../../kit/synth';

const DESTINATION = 'ibm_en_destination_ce';
const AUTHORIZATION = 'ibm_iam_authorization_policy';

const started = (stack: TerraformStack, events = hub(stack)) => {
  const night = job(stack);
  for (const id of ['one', 'two']) {
    jobTarget.subscribe(stack, id, { hub: events, topicId: id }, night);
  }
  jobTarget.subscribe(stack, 'three', { hub: events, topicId: 'one' }, job(stack, 'day'));
};

test('a job is a destination once, with both types, after the leave to start it', () => {
  const synthesized = synthesize((stack) => {
    jobTarget.subscribe(stack, 'one', { hub: hub(stack), topicId: 'topic' }, job(stack));
  });
  expect(synthesized.only(DESTINATION)).toEqual({
    instance_guid: HUB_ID,
    name: expect.stringMatching(/^test-hub-Job-night-[0-9a-f]{8}$/),
    description: 'Starts test-night',
    type: 'ibmce',
    collect_failed_events: false,
    config: {
      params: {
        type: 'job',
        project_crn: PROJECT.crn,
        job_name: expect.stringMatching(/^\$\{ibm_code_engine_job\.\w+\.name\}$/),
      },
    },
    depends_on: [expect.stringMatching(/^terraform_data\.hub_Jobs-[0-9a-f]{8}_Wait_/)],
  });
  expect(synthesized.only('ibm_en_subscription_ce')).toEqual({
    instance_guid: HUB_ID,
    name: 'test-one',
    description: 'Starts test-night',
    topic_id: 'topic',
    destination_id: expect.stringMatching(/^\$\{ibm_en_destination_ce\..*\.destination_id\}$/),
  });
});

test('the leave is that of one hub for one project, with both roles, given once', () => {
  const synthesized = synthesize((stack) => started(stack));
  expect(synthesized.types.filter((it) => it === DESTINATION)).toHaveLength(2);
  expect(synthesized.types.filter((it) => it === 'ibm_en_subscription_ce')).toHaveLength(3);
  expect(synthesized.only(AUTHORIZATION)).toMatchObject({
    source_service_name: 'event-notifications',
    source_resource_instance_id: HUB_ID,
    target_service_name: 'codeengine',
    target_resource_instance_id: PROJECT.projectId,
    roles: ['Viewer', 'Writer'],
  });
});

test('a hub that has the leave already gets none', () => {
  const { types } = synthesize((stack) =>
    started(stack, EventHub.fromCrn(stack, 'hub', { crn: HUB_CRN, startsJobs: true })),
  );
  expect(types).not.toContain(AUTHORIZATION);
});
