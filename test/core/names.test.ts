import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { accountNameOf, nameOf } from '../../lib/core';
import { ACCOUNT_NAME, PROJECT_NAME, SECRET_NAME, WORKLOAD_NAME } from '../../lib/facts/names';
import { newStack } from '../kit/synth';

const at = (stack: TerraformStack, ...ids: string[]) =>
  ids.reduce<Construct>((scope, id) => new Construct(scope, id), stack);

test('a name is made of the ids below the stack', () => {
  expect(nameOf(at(newStack(), 'shop', 'Web_UI'), WORKLOAD_NAME)).toBe('shop-web-ui');
});

test('principal children add nothing to it', () => {
  expect(nameOf(at(newStack(), 'shop', 'Resource'), WORKLOAD_NAME)).toBe('shop');
});

test('a long path is cut and keeps its own ending', () => {
  const long = 'part'.repeat(20);
  const [one, two] = ['a', 'b'].map((id) => nameOf(at(newStack(), long, id), WORKLOAD_NAME));
  expect(one).toHaveLength(63);
  expect(one).not.toBe(two);
});

test('whatever the ids, the name is one that IBM Cloud takes and the same each time', () => {
  // the tree itself refuses a slash, and names that every object has.
  const id = fc
    .string({ minLength: 1, maxLength: 90 })
    .filter((it) => !it.includes('/') && !(it in {}));
  fc.assert(
    fc.property(fc.array(id, { minLength: 1, maxLength: 4 }), (ids) => {
      for (const rule of [WORKLOAD_NAME, SECRET_NAME, PROJECT_NAME]) {
        const [name, again] = [newStack(), newStack()].map((stack) =>
          nameOf(at(stack, ...ids), rule),
        );
        expect(name).toMatch(rule.pattern);
        expect(name.length).toBeLessThanOrEqual(rule.most);
        expect(again).toBe(name);
      }
    }),
  );
});

test('a name of the account begins with the stack, so that two stacks do not meet', () => {
  expect(accountNameOf(at(newStack(), 'shop', 'Identity'), ACCOUNT_NAME)).toBe(
    'test-shop-identity',
  );
});

test('a long name of the account is cut and keeps its own ending', () => {
  const long = 'part'.repeat(30);
  const [one, two] = ['a', 'b'].map((id) => accountNameOf(at(newStack(), long, id), ACCOUNT_NAME));
  expect(one).toHaveLength(100);
  expect(one).toMatch(ACCOUNT_NAME.pattern);
  expect(one).not.toBe(two);
});
