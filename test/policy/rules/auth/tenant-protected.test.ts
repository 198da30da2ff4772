import { tenantProtected } from '../../../../lib/policy/rules/auth/tenant-protected';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const tenant = (lifecycle?: unknown) => ({ service: 'appid', lifecycle });
const tokens = (lifecycle?: unknown) => world({ ibm_appid_token_config: { it: { lifecycle } } });

testRule(tenantProtected, {
  holds: [
    tenant({ prevent_destroy: true }),
    { service: 'secrets-manager' },
    tokens({ prevent_destroy: true }),
  ],
  breaks: [tenant({ prevent_destroy: false }), { service: 'appid' }, tokens()],
  unknown: [tenant({ prevent_destroy: UNKNOWN }), { service: UNKNOWN }],
  saysNothing: 'holds',
});
