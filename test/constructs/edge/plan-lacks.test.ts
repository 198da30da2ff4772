import { isOnPlan, planLacks } from '../../../lib/constructs/edge/plan-lacks';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { zone } from '../../kit/samples-firewall';
import { newStack } from '../../kit/synth';

const { STANDARD_NEXT, ENTERPRISE_ESSENTIAL, ENTERPRISE_PREMIER } = CisPlan;
const on = (plan: CisPlan) => zone(newStack(), { plan });
const some = [ENTERPRISE_ESSENTIAL, ENTERPRISE_PREMIER];

test('a zone is on one of some plans, or is not', () => {
  expect(isOnPlan(on(ENTERPRISE_PREMIER), some)).toBe(true);
  expect(isOnPlan(on(STANDARD_NEXT), some)).toBe(false);
});

test('what is not known is no problem', () => {
  expect(isOnPlan(undefined, some)).toBe(true);
  expect(planLacks(on('${var.plan}' as CisPlan), 'rules.0', some, 'them')).toEqual([]);
});

test('what a plan lacks is a problem that names the plans that have it', () => {
  expect(planLacks(on(STANDARD_NEXT), 'rules.0', some, 'rules that only log')).toEqual([
    {
      prop: 'rules.0',
      got: 'a zone of plan "standard-next"',
      expected:
        'one of plan "enterprise-essential" or "enterprise-premier", which has rules that only log',
    },
  ]);
});
