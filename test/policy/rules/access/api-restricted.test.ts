import { apiRestricted } from '../../../../lib/policy/rules/access/api-restricted';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const restricted = (enforcement_mode: string, value = 'codeengine') =>
  world({
    ibm_code_engine_project: { it: {} },
    ibm_cbr_rule: {
      api: { enforcement_mode, resources: [{ attributes: [{ name: 'serviceName', value }] }] },
    },
  });

testRule(apiRestricted, {
  holds: [restricted('enabled')],
  breaks: [],
  manual: [restricted('report'), restricted('enabled', 'kms'), { name: 'shop' }],
  unknown: [restricted(UNKNOWN), restricted('enabled', UNKNOWN)],
  saysNothing: 'manual',
});
