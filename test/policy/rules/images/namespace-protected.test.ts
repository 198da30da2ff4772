import { namespaceProtected } from '../../../../lib/policy/rules/images/namespace-protected';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(namespaceProtected, {
  holds: [{ lifecycle: { prevent_destroy: true } }, { lifecycle: [{ prevent_destroy: true }] }],
  breaks: [{ lifecycle: { prevent_destroy: false } }],
  unknown: [{ lifecycle: { prevent_destroy: UNKNOWN } }],
  saysNothing: 'breaks',
});
