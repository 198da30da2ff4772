import { dataNotLiteral } from '../../../../lib/policy/rules/secrets/data-not-literal';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const fed = (value: string, variable: object = {}) =>
  world(
    { ibm_code_engine_secret: { it: { format: 'generic', data: { KEY: value } } } },
    { variable: { key: variable } },
  );

testRule(dataNotLiteral, {
  holds: [
    { data: '${sensitive({"KEY" = var.key})}' },
    fed('${var.key}', { sensitive: true }),
    { data: { server: 'private.us.icr.io', username: 'iamapikey', known_hosts: 'a b' } },
    { data: { password: '${ibm_iam_service_api_key.pull.apikey}' } },
    { format: 'service_access' },
  ],
  breaks: [
    { data: { KEY: 'canary' } },
    { data: { KEY: 'canary', OTHER: UNKNOWN } },
    fed('${var.key}', { type: 'string' }),
  ],
  unknown: [{ data: UNKNOWN }, { data: { KEY: UNKNOWN } }],
  saysNothing: 'holds',
});
