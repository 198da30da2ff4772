import { proxiedAppClosed } from '../../../../lib/policy/rules/auth/proxied-app-closed';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const behind = (app: object, rest: object = {}) =>
  world({
    ibm_code_engine_app: {
      it: {
        run_env_variables: [
          {
            type: 'literal',
            name: 'OAUTH2_PROXY_UPSTREAMS',
            value: '${ibm_code_engine_app.web.endpoint_internal}/',
          },
        ],
      },
      web: { name: 'web', ...app },
    },
    ...rest,
  });
const mapping = {
  ibm_code_engine_domain_mapping: {
    shop: { component: { name: '${ibm_code_engine_app.web.name}' } },
  },
};

testRule(proxiedAppClosed, {
  holds: [
    behind({ managed_domain_mappings: 'local' }),
    { run_env_variables: [{ type: 'literal', name: 'UPSTREAMS', value: 'http://web' }] },
  ],
  breaks: [
    behind({}),
    behind({ managed_domain_mappings: 'local_public' }),
    behind({ managed_domain_mappings: 'local' }, mapping),
  ],
  unknown: [behind({ managed_domain_mappings: UNKNOWN })],
  saysNothing: 'holds',
});
