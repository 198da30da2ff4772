import { bare } from '../../address';
import { Rule, breaks, holds } from '../../rule';

export const eventStartsAJob: Rule = {
  id: 'certificates/event-starts-a-job',
  title: 'a notification starts a job and calls no public address of an app',
  severity: 'medium',
  types: ['ibm_en_destination_ce'],
  reads: ['config.params.url', 'config.params.type'],
  remedy: 'start a job, which nobody else can call',
  fix: {
    typescript: 'new Schedule(this, "daily", { hub, job, cron })',
    hcl: 'type = "job"',
  },
  reference:
    'https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-destinations-code-engine',
  row: 'endpoints',
  controls: ['NIST SC-7'],
  packs: ['baseline'],
  catalogue: ['EVT-002'],

  judge(destination) {
    const params = destination.blocks('config').flatMap((it) => it.blocks('params'));
    const toApp = params.some((it) =>
      it.references('url').some((address) => bare(address).startsWith('ibm_code_engine_app.')),
    );
    return toApp ? breaks('`config.params.url` is the address of an app') : holds;
  },
};
