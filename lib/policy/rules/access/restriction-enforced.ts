import { Rule, breaks, holds } from '../../rule';

export const restrictionEnforced: Rule = {
  id: 'access/restriction-enforced',
  title: 'a context-based restriction is enforced',
  severity: 'medium',
  types: ['ibm_cbr_rule'],
  reads: ['enforcement_mode'],
  remedy: 'enforce it',
  fix: {
    typescript: 'perimeter.enforce()',
    hcl: 'enforcement_mode = "enabled"',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-context-restrictions-create',
  row: 'access',
  controls: ['NIST CM-6', 'NIST AC-4', 'IBM-FS SC-7(5)'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['CBR-002'],

  judge(rule) {
    const mode = rule.text('enforcement_mode');
    if (mode === 'enabled') return holds;
    return breaks(
      mode === undefined
        ? '`enforcement_mode` is not there: a plan takes over whatever it is'
        : `\`enforcement_mode\` is '${mode}'`,
    );
  },
};
