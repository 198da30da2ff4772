import { isMasked } from '../../credentials';
import { Rule, breaks, holds } from '../../rule';

/** Whoever knows one of these may write to the channel. */
const SHOWN = ['config.params.url', 'config.params.token', 'config.params.routing_key'];

export const noUnmaskedCredential: Rule = {
  id: 'secrets/no-unmasked-credential',
  title: 'no credential stands in an attribute that the provider shows',
  severity: 'high',
  types: ['ibm_en_destination_slack', 'ibm_en_destination_msteams', 'ibm_en_destination_pagerduty'],
  reads: ['config.params.url', 'config.params.token', 'config.params.routing_key'],
  remedy: 'take it from a variable that is sensitive',
  fix: {
    typescript: 'url: variable.stringValue',
    hcl: 'url = sensitive(var.webhook)',
  },
  reference:
    'https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-destinations-slack',
  row: 'secrets',
  controls: ['NIST IA-5(6)', 'NIST SC-28', 'OWASP A02'],
  packs: ['baseline'],
  catalogue: [],

  judge(destination) {
    const given = SHOWN.filter((it) => destination.has(it) && !destination.isSensitive(it));
    const literal = given.find((it) => destination.isKnown(it));
    if (literal) return breaks(`\`${literal}\` is a literal, which every plan prints`);
    for (const it of given) {
      const isMaskedThere =
        destination.paths(it).length > 0 && destination.paths(it).every(isMasked);
      if (!isMaskedThere) destination.get(it);
    }
    return holds;
  },
};
