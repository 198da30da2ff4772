import { App, TerraformElement, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { ICisZone, onZone } from '../../../lib/constructs/edge/zone';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { RESOURCE_GROUP_ID } from '../../kit/samples';
import { newStack } from '../../kit/synth';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const crn = `crn:v1:bluemix:public:internet-svcs:global:a/0123:${GUID}::`;
const zoneId = '0123456789abcdef0123456789abcdef';

const zone = (scope: Construct, plan = CisPlan.STANDARD_NEXT, id = 'zone') =>
  CisZone.fromAttributes(scope, id, { crn, zoneId, domain: 'example.com', plan });
const FOUND = { crn, domain: 'example.net' };
const made = (stack: TerraformStack) =>
  new CisZone(stack, 'made', {
    domain: 'example.com',
    plan: CisPlan.TRIAL,
    resourceGroupId: RESOURCE_GROUP_ID,
  });

test('whatever stands on a zone names it by its plain id and is replaced with it', () => {
  const existing = zone(newStack());
  expect(onZone.terraformOf(existing)).toEqual({
    cisId: crn,
    domainId: zoneId,
    lifecycle: { replaceTriggeredBy: [onZone.replacement(existing)] },
  });
});

test('a plan that has what is asked for is no problem', () => {
  const advanced = zone(newStack(), CisPlan.ENTERPRISE_ADVANCED);
  expect(onZone.requireCapability(advanced, 'rateLimiting', 'limits')).toEqual([]);
  const unknown = zone(newStack(), '${var.plan}' as CisPlan);
  expect(onZone.requireCapability(unknown, 'rateLimiting', 'limits')).toEqual([]);
});

test('a plan that lacks what is asked for is a problem that names the plans that have it', () => {
  expect(onZone.requireCapability(zone(newStack()), 'rateLimiting', 'limits')).toEqual([
    {
      prop: 'limits',
      got: 'a zone of plan "standard-next"',
      expected:
        'one of plan "enterprise-advanced" or "enterprise-premier" or "enterprise-usage", which has rate limits',
    },
  ]);
});

test('only a zone of the same stack can be hung upon', () => {
  const app = new App();
  const [stack, other] = ['one', 'two'].map((id) => new TerraformStack(app, id));
  const existing = zone(stack);
  expect(onZone.problemsIn(stack, existing)).toEqual([]);
  expect(onZone.problemsIn(other, existing)).toEqual([
    expect.objectContaining({ prop: 'zone', got: 'a zone of another stack' }),
  ]);
  const own = { crn, zoneId, domain: 'example.com', plan: CisPlan.TRIAL };
  expect(onZone.problemsIn(stack, own, 'place')).toEqual([
    expect.objectContaining({ prop: 'place', remedy: 'use CisZone.fromAttributes' }),
  ]);
  expect(onZone.problemsIn(stack, 'zone' as unknown as ICisZone)).toEqual([
    { prop: 'zone', got: 'another string', expected: 'a CisZone' },
  ]);
});

test('two constructs that stand for one zone are one, in their app', () => {
  const stack = newStack();
  const [one, two] = [zone(stack, CisPlan.TRIAL, 'a'), zone(stack, CisPlan.TRIAL, 'b')];
  const attributes = { crn, zoneId, domain: 'example.org', plan: CisPlan.TRIAL };
  const elsewhere = CisZone.fromAttributes(stack, 'c', attributes);
  expect(onZone.identity(two)).toBe(onZone.identity(one));
  expect(onZone.identity(elsewhere)).not.toBe(onZone.identity(one));
  expect(onZone.identity(zone(newStack()))).not.toBe(onZone.identity(one));
});

test('what needs an active zone waits for the read or the resource of it', () => {
  const stack = newStack();
  expect(onZone.gate(zone(stack))).toEqual([]);
  const types = [made(stack), CisZone.fromCrn(stack, 'found', { ...FOUND, plan: CisPlan.TRIAL })]
    .flatMap((it) => onZone.gate(it))
    .map((it) => (it as TerraformElement).node.path);
  expect(types).toEqual(['test/made/Resource', 'test/found/Resource']);
});
