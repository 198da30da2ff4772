import { publicAppAsksWho } from '../../../../lib/policy/rules/auth/public-app-asks-who';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const mapped = world({
  ibm_code_engine_app: { it: { managed_domain_mappings: 'local' } },
  ibm_code_engine_domain_mapping: { m: { component: { name: '${ibm_code_engine_app.it.name}' } } },
});

testRule(publicAppAsksWho, {
  holds: [{ managed_domain_mappings: 'local' }],
  breaks: [],
  manual: [mapped, { managed_domain_mappings: 'local_public' }],
  unknown: [{ managed_domain_mappings: UNKNOWN }],
  saysNothing: 'manual',
});
