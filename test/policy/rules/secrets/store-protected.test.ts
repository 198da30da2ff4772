import { storeProtected } from '../../../../lib/policy/rules/secrets/store-protected';
import { UNKNOWN, testRule } from '../../../kit/rules';

const store = (lifecycle?: unknown) => ({ service: 'secrets-manager', lifecycle });

testRule(storeProtected, {
  holds: [store({ prevent_destroy: true }), { service: 'appid' }],
  breaks: [store({ prevent_destroy: false }), { service: 'secrets-manager' }],
  unknown: [store({ prevent_destroy: UNKNOWN }), { service: UNKNOWN }],
  saysNothing: 'holds',
});
