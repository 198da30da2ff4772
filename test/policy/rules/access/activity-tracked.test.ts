import { activityTracked } from '../../../../lib/policy/rules/access/activity-tracked';
import { testRule, world } from '../../../kit/rules';

testRule(activityTracked, {
  holds: [world({ ibm_code_engine_project: { it: {} }, ibm_atracker_route: { audit: {} } })],
  breaks: [],
  manual: [{ name: 'shop' }],
  unknown: [],
  saysNothing: 'manual',
});
