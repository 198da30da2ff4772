import { mappedAppIsClosed } from '../../../../lib/policy/rules/edge/mapped-app-is-closed';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const mapped = (body: object) =>
  world({
    ibm_code_engine_app: { it: body },
    ibm_code_engine_domain_mapping: {
      map: { component: { name: '${ibm_code_engine_app.it.name}' } },
    },
  });

testRule(mappedAppIsClosed, {
  holds: [
    mapped({ managed_domain_mappings: 'local' }),
    { managed_domain_mappings: 'local_public' },
  ],
  breaks: [mapped({}), mapped({ managed_domain_mappings: 'local_private' })],
  unknown: [mapped({ managed_domain_mappings: UNKNOWN })],
  saysNothing: 'holds',
});
