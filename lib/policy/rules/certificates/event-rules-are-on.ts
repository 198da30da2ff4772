import { Rule, breaks, holds } from '../../rule';

export const eventRulesAreOn: Rule = {
  id: 'certificates/event-rules-are-on',
  title: 'what starts a rotation or tells of one that failed is on',
  severity: 'medium',
  types: ['ibm_en_topic', 'ibm_en_ibmsource'],
  reads: ['sources.rules.enabled', 'enabled'],
  remedy: 'write `enabled = true`, or take it out',
  fix: {
    typescript: 'new RotatingCertificate(this, "certificate", { … })',
    hcl: 'sources { rules { enabled = true … } }',
  },
  reference:
    'https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-getting-started',
  row: 'certificates',
  controls: ['NIST SC-17', 'NIST SI-4'],
  packs: [],
  catalogue: [],

  judge(it) {
    if (it.type === 'ibm_en_ibmsource') {
      return it.flag('enabled') === false ? breaks('`enabled` is false: no event comes in') : holds;
    }
    const rules = it.blocks('sources').flatMap((source) => source.blocks('rules'));
    return rules.some((rule) => rule.flag('enabled') === false)
      ? breaks('`sources.rules.enabled` is false: no event goes on')
      : holds;
  },
};
