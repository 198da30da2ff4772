import { Fn, TerraformVariable } from 'cdktf';
import { fingerprintOf } from '../../lib/core';
import { renderedValues } from '../kit/synth';

const fingerprints = (values: Record<string, unknown>) =>
  renderedValues(() =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, fingerprintOf(() => value)]),
    ),
  );

test('a fingerprint is a hash, the same for the same value and another for another one', () => {
  const rules = [{ action: 'block', expression: '(ip.src in {192.0.2.0/24})' }];
  const { one, same, other } = fingerprints({
    one: rules,
    same: [{ ...rules[0] }],
    other: [{ ...rules[0], action: 'log' }],
  });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

test('what only Terraform knows stands behind the hash, for Terraform to fill in', () => {
  const { late } = renderedValues((stack) => {
    const variable = new TerraformVariable(stack, 'ranges', { type: 'list(string)' });
    const expression = `ip.src in {${Fn.join(' ', variable.listValue)}}`;
    return { late: fingerprintOf(() => [{ expression, action: 'block' }]) };
  });
  expect(late).toMatch(/^[0-9a-f]{64}\nip\.src in \{\$\{join\(" ", var\.ranges\)\}\}$/);
});

test('the value is asked for when the stack is written', () => {
  const rules = ['first'];
  const { before, after } = renderedValues(() => {
    const before = fingerprintOf(() => rules);
    rules.push('second');
    return { before, after: fingerprintOf(() => ['first', 'second']) };
  });
  expect(before).toBe(after);
});
