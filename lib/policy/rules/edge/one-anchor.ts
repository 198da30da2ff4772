import type { View } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

export const oneAnchor: Rule = {
  id: 'edge/one-anchor',
  title: 'a firewall rule has one anchor for its position',
  severity: 'critical',
  types: ['ibm_cis_ruleset_entrypoint_version'],
  reads: ['rulesets.rules.position'],
  remedy: 'name one of before, after and index, or none',
  fix: {
    typescript: 'new EdgeFirewall(this, "firewall", { zone })',
    hcl: 'rules { … } # without position',
  },
  reference:
    'https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/cis_ruleset_entrypoint_version',
  row: 'step 6',
  controls: ['NIST SI-4', 'NIST CM-6'],
  packs: ['baseline', 'layer7'],
  catalogue: [],

  judge(phase) {
    const rules = phase.blocks('rulesets').flatMap((set) => set.blocks('rules'));
    const positions = rules.flatMap((rule) => rule.blocks('position'));
    const wrong = positions.some(
      (it) => ['before', 'after', 'index'].filter((anchor) => isGiven(it, anchor)).length !== 1,
    );
    return wrong
      ? breaks('a `position` without one anchor: the provider empties the phase')
      : holds;
  },
};

const isGiven = (position: View, anchor: string): boolean =>
  position.has(anchor) && position.pattern(anchor) !== '0';
