import { looksSecret } from '../../../facts/secrets';
import { Rule, breaks, holds } from '../../rule';

export const eventHeadersHidden: Rule = {
  id: 'certificates/event-headers-hidden',
  title: 'a header that carries a credential is called sensitive',
  severity: 'medium',
  types: ['ibm_en_destination_ce', 'ibm_en_destination_webhook'],
  reads: ['config.params.custom_headers', 'config.params.sensitive_headers'],
  remedy: 'list the header among the sensitive ones',
  fix: {
    typescript: 'EventRecipient.webhook(…)',
    hcl: 'sensitive_headers = ["Authorization"]',
  },
  reference:
    'https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-create-en-destination',
  row: 'secrets',
  controls: ['NIST IA-5(6)'],
  packs: ['baseline'],
  catalogue: ['EVT-003'],

  judge(destination) {
    for (const params of destination.blocks('config').flatMap((it) => it.blocks('params'))) {
      const names = params.entries('custom_headers').map(([name]) => name);
      const hidden = params.texts('sensitive_headers').map((it) => it.toLowerCase());
      const open = names.find((it) => isCredential(it) && !hidden.includes(it.toLowerCase()));
      if (open !== undefined)
        return breaks(`\`custom_headers.${open}\` is not among \`sensitive_headers\``);
    }
    return holds;
  },
};

const isCredential = (header: string): boolean =>
  /^(authorization|cookie)$/i.test(header) || looksSecret(header);
