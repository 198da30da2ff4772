import { ClaimOperator } from '../../../facts/identities';
import { View } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

const POSITIVE: readonly string[] = [...Object.values(ClaimOperator), 'IN'];

/** Values with which everybody is meant, with the quotes that claims carry. */
const ANY = /^"?\**"?$/;

export const claimsSayWho: Rule = {
  id: 'access/claims-say-who',
  title: 'a rule lets in those that it names, and not all others',
  severity: 'high',
  types: ['ibm_iam_trusted_profile_claim_rule', 'ibm_iam_access_group_dynamic_rule'],
  reads: ['conditions.operator', 'conditions.value'],
  remedy: 'compare with what lets in',
  fix: {
    typescript: 'rules: { "shop team": { identityProvider, claim: "team", value: "shop" } }',
    hcl: 'conditions { claim = "team" operator = "EQUALS" value = "shop" }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-iam-condition-properties',
  row: 'access',
  controls: ['NIST AC-3', 'NIST AC-6', 'IBM-FS AC-6', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-008'],

  judge(rule) {
    const conditions = rule.blocks('conditions');
    // one condition that names somebody is enough, since all of them have to hold.
    if (conditions.some(isNamed)) return holds;
    for (const it of conditions.filter(mayName))
      it.get(it.isKnown('operator') ? 'value' : 'operator');
    const operator = conditions[0]?.text('operator') ?? '';
    return breaks(`\`conditions\` let in whoever is not named: the operator is '${operator}'`);
  },
};

const isNamed = (condition: View): boolean =>
  condition.isKnown('value') &&
  POSITIVE.includes(condition.known('operator') ?? '') &&
  !ANY.test(condition.known('value') ?? '');

const mayName = (condition: View): boolean =>
  !(condition.known('operator') ?? '').startsWith('NOT_');
