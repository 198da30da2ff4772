import { Rule, breaks, holds } from '../../rule';
import { isUnknown } from '../../value';

export const restrictionAsksSecondFactor: Rule = {
  id: 'access/restriction-asks-second-factor',
  title: 'a context-based restriction asks people for a second factor',
  severity: 'low',
  types: ['ibm_cbr_rule'],
  reads: ['contexts.attributes', 'operations.api_types'],
  remedy: 'add the attribute mfa to its contexts',
  fix: {
    typescript:
      'new NetworkPerimeter(this, "perimeter", { project, management: { deployer, people: [office] } })',
    hcl: 'attributes { name = "mfa" value = "LEVEL2" }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-context-restrictions-create',
  row: 'access',
  controls: ['NIST IA-2(1)'],
  packs: [],
  catalogue: ['CBR-004'],

  judge(rule) {
    // requests to a workload come from no signed-in user.
    const isData = rule
      .leaves()
      .some(
        ([path, it]) =>
          path.startsWith('operations.') && typeof it === 'string' && it.endsWith('data-plane'),
      );
    const contexts = rule.blocks('contexts');
    if (isData || contexts.length === 0) return holds;
    const names = contexts.map((it) => it.blocks('attributes').map((one) => one.text('name')));
    const asks = (it: (string | undefined)[]) => it.includes('mfa');
    // services have no second factor: beside people, who are asked for it, a zone holds them.
    const isHeld = (it: (string | undefined)[]) =>
      it.includes('networkZoneId') && names.some((other) => asks(other));
    if (names.every((it) => asks(it) || isHeld(it))) return holds;
    const open = rule.leaves().find(([path, it]) => path.startsWith('operations') && isUnknown(it));
    return open
      ? rule.undecided(open[0])
      : breaks('a context of `contexts` has no attribute `mfa`');
  },
};
