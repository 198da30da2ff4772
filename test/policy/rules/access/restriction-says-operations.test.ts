import { restrictionSaysOperations } from '../../../../lib/policy/rules/access/restriction-says-operations';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(restrictionSaysOperations, {
  holds: [{ operations: { api_types: [{ api_type_id: 'crn:…' }] } }, { operations: UNKNOWN }],
  breaks: [{ operations: [] }],
  unknown: [],
  saysNothing: 'breaks',
});
