import { Rule, breaks, holds } from '../../rule';

export const eventTargetEncrypted: Rule = {
  id: 'certificates/event-target-encrypted',
  title: 'a notification travels by HTTPS',
  severity: 'high',
  types: ['ibm_en_destination_ce', 'ibm_en_destination_webhook'],
  reads: ['config.params.url'],
  remedy: 'give an address that begins with https',
  fix: {
    typescript: 'EventRecipient.webhook(…)',
    hcl: 'url = "https://…"',
  },
  reference:
    'https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-destinations-code-engine',
  row: 'certificates',
  controls: ['NIST SC-8(1)'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['EVT-001'],

  judge(destination) {
    for (const params of destination.blocks('config').flatMap((it) => it.blocks('params'))) {
      if (/^http:/.test(params.pattern('url') ?? ''))
        return breaks('`config.params.url` is plain HTTP');
      if (/^\0/.test(params.pattern('url') ?? '')) params.text('url');
    }
    return holds;
  },
};
