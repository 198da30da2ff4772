import { appNotPublic } from '../../../../lib/policy/rules/workloads/app-not-public';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(appNotPublic, {
  holds: [{ managed_domain_mappings: 'local' }, { managed_domain_mappings: 'local_private' }],
  breaks: [{ managed_domain_mappings: 'local_public' }, { managed_domain_mappings: null }],
  unknown: [{ managed_domain_mappings: UNKNOWN }],
  saysNothing: 'breaks',
});
