import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { CustomRules } from '../../../lib/constructs/edge/custom-rules';
import { PhaseRule } from '../../../lib/constructs/edge/entry-point';
import { waiver } from '../../kit/samples';
import { pathsOf, zone } from '../../kit/samples-firewall';
import { newStack, synthesize } from '../../kit/synth';

const TYPE = 'ibm_cis_ruleset_entrypoint_version';
const rule = (ref: string): PhaseRule => ({
  ...{ action: 'block', expression: 'true', enabled: true, description: ref },
  ref,
});
const refsOf = ({ rulesets }: any): string[] => rulesets[0].rules.map(({ ref }: PhaseRule) => ref);

test('the custom rules of a zone are one entry point, whoever adds to them', () => {
  const synthesized = synthesize((stack) => {
    const place = zone(stack);
    const [one, other] = ['one', 'other'].map((id) => new Construct(stack, id));
    CustomRules.of(place).put(one, { middle: [rule('b'), rule('c')] });
    CustomRules.of(place).put(other, { first: [rule('a')], last: [rule('d')] });
  });
  expect(synthesized.types.filter((type) => type === TYPE)).toHaveLength(1);
  expect(Object.keys(synthesized.json.resource[TYPE] as object)[0]).toMatch(/^zone_CustomRules_/);
  expect(refsOf(synthesized.only(TYPE))).toEqual(['a', 'b', 'c', 'd']);
});

test('what a construct adds takes the place of what it added before, waivers too', () => {
  const entry = synthesize((stack) => {
    const rules = CustomRules.of(zone(stack));
    const owner = new Construct(stack, 'owner');
    const words = { prop: 'a', got: 'b', expected: 'c', waiverProp: 'd', taken: true };
    const optOut = (name: string) => ({ rule: `edge/${name}`, waiver: waiver(), ...words });
    rules.put(owner, { middle: [rule('before')], optOuts: [optOut('before')] });
    rules.put(owner, { middle: [rule('after')], optOuts: [optOut('after')] });
  }).only(TYPE);
  expect(refsOf(entry)).toEqual(['after']);
  expect(entry.waivers).toMatchObject([{ rule: 'edge/after' }]);
});

test('a zone has them once, also where two constructs stand for it', () => {
  const stack = newStack();
  const [one, other] = ['one', 'other'].map((id) => zone(stack, {}, id));
  expect(CustomRules.of(other)).toBe(CustomRules.of(one));
  expect(CustomRules.problemsIn(other)).toEqual([]);
});

test('they stand in one stack', () => {
  const app = new App();
  const [here, there] = ['here', 'there'].map((id) => zone(new TerraformStack(app, id)));
  expect(CustomRules.problemsIn(there)).toEqual([]);
  CustomRules.of(here);
  expect(CustomRules.problemsIn(there)).toEqual([
    {
      prop: 'zone',
      got: "one with custom rules below 'here/zone'",
      expected: 'one whose custom rules all stand in one stack',
    },
  ]);
  expect(CustomRules.problemsIn(zone(newStack()))).toEqual([]);
});

test('they hand out what has to be in force first', () => {
  expect(pathsOf([CustomRules.of(zone(newStack())).resource])).toEqual([
    'test/zone/CustomRules/Resource',
  ]);
});
