import { dataMasked } from '../../../../lib/policy/rules/secrets/data-masked';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(dataMasked, {
  holds: [{ data: '${sensitive({"KEY" = var.key})}' }, { format: 'service_access' }],
  breaks: [{ data: { KEY: 'canary' } }, { data: { KEY: UNKNOWN } }],
  unknown: [{ data: UNKNOWN }],
  saysNothing: 'holds',
});
