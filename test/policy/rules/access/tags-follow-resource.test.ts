import { tagsFollowResource } from '../../../../lib/policy/rules/access/tags-follow-resource';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(tagsFollowResource, {
  holds: [{ lifecycle: { replace_triggered_by: ['ibm_code_engine_project.shop.crn'] } }],
  breaks: [{ tags: ['team:shop'] }],
  unknown: [{ lifecycle: UNKNOWN }],
  saysNothing: 'breaks',
});
