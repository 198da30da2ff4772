import { storePrivate } from '../../../../lib/policy/rules/secrets/store-private';
import { UNKNOWN, testRule } from '../../../kit/rules';

const store = (body: object) => ({ service: 'secrets-manager', ...body });

testRule(storePrivate, {
  holds: [
    store({ parameters: { allowed_network: 'private-only' } }),
    store({ parameters_json: '{"allowed_network": "private-only"}' }),
    { service: 'appid' },
  ],
  breaks: [store({ parameters: { allowed_network: 'public-and-private' } }), store({})],
  unknown: [
    store({ parameters: { allowed_network: UNKNOWN } }),
    store({ parameters: UNKNOWN }),
    store({ parameters_json: UNKNOWN }),
    { service: UNKNOWN },
  ],
  saysNothing: 'holds',
});
