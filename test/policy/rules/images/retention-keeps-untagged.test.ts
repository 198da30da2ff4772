import { retentionKeepsUntagged } from '../../../../lib/policy/rules/images/retention-keeps-untagged';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(retentionKeepsUntagged, {
  holds: [{ retain_untagged: true }],
  breaks: [{ retain_untagged: false }],
  unknown: [{ retain_untagged: UNKNOWN }],
  saysNothing: 'breaks',
});
