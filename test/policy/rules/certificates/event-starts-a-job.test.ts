import { eventStartsAJob } from '../../../../lib/policy/rules/certificates/event-starts-a-job';
import { testRule, UNKNOWN } from '../../../kit/rules';

const to = (params: object) => ({ config: [{ params: [params] }] });

testRule(eventStartsAJob, {
  holds: [to({ type: 'job' }), to({ url: 'https://hooks.example.com' })],
  breaks: [to({ type: 'application', url: '${ibm_code_engine_app.a.endpoint}' })],
  unknown: [{ config: UNKNOWN }],
  saysNothing: 'holds',
});
