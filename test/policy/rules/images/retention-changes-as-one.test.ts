import { retentionChangesAsOne } from '../../../../lib/policy/rules/images/retention-changes-as-one';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(retentionChangesAsOne, {
  holds: [
    { retain_untagged: true, lifecycle: { replace_triggered_by: ['terraform_data.retained'] } },
    { retain_untagged: false },
  ],
  breaks: [{ retain_untagged: true }, { retain_untagged: true, lifecycle: {} }],
  unknown: [{ retain_untagged: true, lifecycle: UNKNOWN }, { retain_untagged: UNKNOWN }],
  saysNothing: 'holds',
});
