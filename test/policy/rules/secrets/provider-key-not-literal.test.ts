import { providerKeyNotLiteral } from '../../../../lib/policy/rules/secrets/provider-key-not-literal';
import { testRule } from '../../../kit/rules';

testRule(providerKeyNotLiteral, {
  holds: [{ region: 'eu-de' }, { ibmcloud_api_key: '${var.api_key}' }],
  breaks: [{ ibmcloud_api_key: 'canary' }, { iaas_classic_api_key: 'canary' }],
  unknown: [],
  saysNothing: 'holds',
});
