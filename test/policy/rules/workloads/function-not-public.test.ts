import { functionNotPublic } from '../../../../lib/policy/rules/workloads/function-not-public';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(functionNotPublic, {
  holds: [{ managed_domain_mappings: 'local' }, { managed_domain_mappings: 'local_private' }],
  breaks: [{ managed_domain_mappings: 'local_public' }, { managed_domain_mappings: null }],
  unknown: [{ managed_domain_mappings: UNKNOWN }],
  saysNothing: 'breaks',
});
