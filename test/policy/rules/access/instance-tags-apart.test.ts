import { instanceTagsApart } from '../../../../lib/policy/rules/access/instance-tags-apart';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(instanceTagsApart, {
  holds: [{ service: 'appid' }, { tags: [] }],
  breaks: [{ tags: ['team:shop'] }, { tags: [UNKNOWN] }],
  unknown: [{ tags: UNKNOWN }],
  saysNothing: 'holds',
});
