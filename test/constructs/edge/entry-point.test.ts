import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { EntryPoint, PhaseRule } from '../../../lib/constructs/edge/entry-point';
import { waiver } from '../../kit/samples';
import { ZONE, pathsOf, zone } from '../../kit/samples-firewall';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const TYPE = 'ibm_cis_ruleset_entrypoint_version';

const rule: PhaseRule = {
  action: 'block',
  description: 'all',
  enabled: true,
  expression: 'true',
  ref: 'all',
};
const entryIn = (stack: TerraformStack) =>
  new EntryPoint(new Construct(stack, 'scope'), {
    zone: zone(stack),
    phase: 'custom',
    name: 'custom',
    description: 'Custom rules',
  });
const hashOf = (rules: PhaseRule[]) => {
  const { json } = synthesize((stack) => entryIn(stack).write(rules));
  const triggers = Object.entries<any>(json.resource.terraform_data as object);
  return triggers.find(([name]) => name.startsWith('scope_Rules'))![1].input as string;
};

test('an entry point holds the rules of its phase, and is replaced when they change', () => {
  const { json, only } = synthesize((stack) => entryIn(stack).write([rule]));
  expect(Object.keys(json.resource)).toEqual([TYPE, 'terraform_data']);
  expect(only(TYPE)).toEqual({
    cis_id: ZONE.crn,
    domain_id: ZONE.zoneId,
    phase: 'http_request_firewall_custom',
    rulesets: [{ name: 'custom', description: 'Custom rules', rules: [rule] }],
    lifecycle: {
      ignore_changes: ['rulesets'],
      replace_triggered_by: [
        expect.stringMatching(/^terraform_data\.scope_Rules_\w+$/),
        expect.stringMatching(/^terraform_data\.zone_Zone_\w+$/),
      ],
    },
  });
});

test('the trigger is the same for the same rules, and another for any other', () => {
  expect(hashOf([rule])).toBe(hashOf([{ ...rule }]));
  const others = [[], [rule, rule], [{ ...rule, enabled: false }], [{ ...rule, ref: 'other' }]];
  for (const other of others) expect(hashOf(other)).not.toBe(hashOf([rule]));
});

test('what only Terraform knows of a rule is in the trigger too', () => {
  const expression = 'ip.src in {${join(" ", var.ranges)}}';
  expect(hashOf([{ ...rule, expression }])).toMatch(/^[0-9a-f]{64}\nip\.src in \{\$\{join/);
});

test('an entry point without rules has a rule set all the same', () => {
  const { rulesets } = synthesize((stack) => void entryIn(stack)).only(TYPE);
  expect(rulesets).toEqual([{ name: 'custom', description: 'Custom rules', rules: [] }]);
});

test('rules are written again in the place of those before, with the waivers for them', () => {
  const { rulesets, waivers } = synthesize((stack) => {
    const entry = entryIn(stack);
    entry.write([rule, rule]);
    const words = { prop: 'rules.0', got: 'x', expected: 'y', waiverProp: 'rules.0' };
    entry.write([rule], [{ rule: 'edge/test', taken: true, waiver: waiver(), ...words }]);
  }).only(TYPE);
  expect(rulesets[0].rules).toEqual([rule]);
  expect(waivers).toMatchObject([{ rule: 'edge/test' }]);
});

test('an entry point hands out its address, and itself for what has to wait', () => {
  const { address } = renderedValues((stack) => ({ address: entryIn(stack).address }));
  expect(address).toMatch(new RegExp(`^${TYPE}\\.scope_`));
  expect(pathsOf([entryIn(newStack()).resource])).toEqual(['test/scope/Resource']);
});
