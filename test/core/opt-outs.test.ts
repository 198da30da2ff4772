import { TerraformVariable } from 'cdktf';
import { OptOut, addWaiver, departs, recordWaivers, unwaived } from '../../lib/core';
import { newStack } from '../kit/synth';

const optOut = (given: Partial<OptOut>): OptOut => ({
  rule: 'workloads/app-not-public',
  prop: 'visibility',
  got: 'PUBLIC',
  expected: 'PROJECT',
  taken: true,
  waiverProp: 'waivers.publicEndpoint',
  ...given,
});
const waiver = { reason: 'a reason', owner: 'team', until: '2999-12-31' };

describe('an opt-out', () => {
  test('without a waiver is a problem that says how to give one', () => {
    expect(unwaived([optOut({})])).toEqual([
      {
        prop: 'visibility',
        got: 'PUBLIC',
        expected: 'PROJECT',
        remedy: 'or give a Waiver as waivers.publicEndpoint',
      },
    ]);
    expect(unwaived([optOut({ remedy: 'do it so' })])[0].remedy).toBe('do it so');
  });

  test('with a waiver is none, and neither is no opt-out', () => {
    expect(unwaived([optOut({ waiver }), optOut({ taken: false })])).toEqual([]);
  });

  test('that is not taken makes its waiver a problem', () => {
    expect(unwaived([optOut({ taken: false, waiver })])).toEqual([
      {
        prop: 'waivers.publicEndpoint',
        got: 'a waiver',
        expected: 'none, because visibility keeps its secure value',
        remedy: 'take the waiver out',
      },
    ]);
  });
});

test('what only Terraform knows needs no waiver and refuses none', () => {
  const taken = departs('${var.visibility}', false);
  expect(taken).toBeUndefined();
  expect(unwaived([optOut({ taken }), optOut({ taken, waiver })])).toEqual([]);
  expect([departs('local', false), departs('local_public', true)]).toEqual([false, true]);
});

test('waivers are written beside their element, and nothing where there are none', () => {
  const stack = newStack();
  const [waived, plain] = ['a', 'b'].map((id) => new TerraformVariable(stack, id, {}));
  recordWaivers(waived, [optOut({ waiver }), optOut({ waiver: undefined })]);
  recordWaivers(plain, [optOut({})]);
  const { variable } = stack.toTerraform() as { variable: Record<string, Record<string, unknown>> };
  expect(variable.a['//']).toMatchObject({
    waivers: [{ rule: 'workloads/app-not-public', ...waiver }],
  });
  expect(variable.b['//'] ?? {}).not.toHaveProperty('waivers');
});

test('one more waiver comes after those that are there, and a new list takes their place', () => {
  const stack = newStack();
  const waived = new TerraformVariable(stack, 'a', {});
  const rules = () => {
    const { variable } = stack.toTerraform() as any;
    return variable.a['//'].waivers.map(({ rule }: { rule: string }) => rule);
  };
  recordWaivers(waived, [optOut({ waiver })]);
  addWaiver(waived, optOut({ rule: 'auth/other', waiver }));
  addWaiver(waived, optOut({ rule: 'auth/none', waiver: undefined }));
  expect(rules()).toEqual(['workloads/app-not-public', 'auth/other']);
  recordWaivers(waived, [optOut({ waiver })]);
  expect(rules()).toEqual(['workloads/app-not-public']);
});
