import { projectProtected } from '../../../../lib/policy/rules/workloads/project-protected';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(projectProtected, {
  holds: [{ lifecycle: { prevent_destroy: true } }, { lifecycle: [{ prevent_destroy: 'true' }] }],
  breaks: [{ lifecycle: { prevent_destroy: false } }, { lifecycle: {} }],
  unknown: [{ lifecycle: { prevent_destroy: UNKNOWN } }],
  saysNothing: 'breaks',
});
