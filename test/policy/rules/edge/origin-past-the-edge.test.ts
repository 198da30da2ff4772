import { originPastTheEdge } from '../../../../lib/policy/rules/edge/origin-past-the-edge';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const HOST = 'shop.example.com';
const GUARD = [{ name: 'ORIGIN_GUARD_VALUE', type: 'secret_key_reference', reference: 'lock' }];

const behind = (run_env_variables: unknown, pattern_url?: string, name: string = HOST) =>
  world({
    ibm_code_engine_domain_mapping: {
      it: { name, component: [{ name: '${ibm_code_engine_app.web.name}' }] },
    },
    ibm_code_engine_app: { web: { name: 'web', run_env_variables } },
    ...(pattern_url ? { ibm_cis_edge_functions_trigger: { lock: { pattern_url } } } : {}),
  });

testRule(originPastTheEdge, {
  holds: [
    behind(GUARD, `${HOST}/*`),
    behind(GUARD, '*.example.com/*'),
    behind(GUARD, `*${HOST}/*`),
  ],
  breaks: [],
  manual: [
    { name: HOST },
    behind([], `${HOST}/*`),
    behind([{ name: 'ORIGIN_GUARD_VALUE', type: 'literal', value: 'a' }], `${HOST}/*`),
    behind(GUARD),
    behind(GUARD, `${HOST}/api/*`),
    behind(GUARD, HOST),
    behind(GUARD, 'www.example.com/*'),
  ],
  unknown: [behind(GUARD, UNKNOWN), behind(GUARD, `${HOST}/*`, UNKNOWN), behind(UNKNOWN, 'a/*')],
  saysNothing: 'manual',
});
