import { publicAppAsksWho } from '../../../../lib/policy/rules/auth/public-app-asks-who';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const mapped = world({
  ibm_code_engine_app: { it: { managed_domain_mappings: 'local' } },
  ibm_code_engine_domain_mapping: { m: { component: { name: '${ibm_code_engine_app.it.name}' } } },
});

testRule(publicAppAsksWho, {
  holds: [
    { managed_domain_mappings: 'local' },
    {
      managed_domain_mappings: 'local_public',
      run_env_variables: [{ type: 'literal', name: 'OAUTH2_PROXY_PROVIDER', value: 'oidc' }],
    },
  ],
  breaks: [],
  manual: [mapped, { managed_domain_mappings: 'local_public' }],
  unknown: [
    { managed_domain_mappings: UNKNOWN },
    { managed_domain_mappings: 'local_public', run_env_variables: UNKNOWN },
  ],
  saysNothing: 'manual',
});
