import { noUnmaskedCredential } from '../../../../lib/policy/rules/secrets/no-unmasked-credential';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const sent = (params: object) => ({ config: { params } });

testRule(noUnmaskedCredential, {
  holds: [
    sent({ type: 'incoming_webhook', url: '${sensitive(var.webhook)}' }),
    sent({ url: '${ibm_sm_arbitrary_secret.slack.payload}' }),
  ],
  breaks: [
    sent({ url: 'https://hooks.slack.com/canary' }),
    sent({ token: 'canary', url: UNKNOWN }),
    world({
      ibm_en_destination_pagerduty: { it: { config: [{ params: [{ routing_key: 'canary' }] }] } },
    }),
  ],
  unknown: [sent({ url: UNKNOWN }), { config: UNKNOWN }],
  saysNothing: 'holds',
});
