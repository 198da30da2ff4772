import { groupsNotPeople } from '../../../../lib/policy/rules/access/groups-not-people';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(groupsNotPeople, {
  holds: [{ roles: ['Viewer'] }],
  breaks: [{ ibm_id: 'jane@example.com', roles: ['Viewer'] }, { ibm_id: UNKNOWN }],
  unknown: [],
  saysNothing: 'holds',
});
