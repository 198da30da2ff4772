import * as fc from 'fast-check';
import * as facts from '../../lib/facts/secrets-manager';
import { readProvider } from '../../tools/provider-data';

const { resources } = readProvider();
/** As the API documents it. */
const NAME = /^[A-Za-z0-9_][A-Za-z0-9_]*(?:_*-*\.*[A-Za-z0-9]*)*[A-Za-z0-9]+$/;
const GROUP = /^[A-Za-z0-9][A-Za-z0-9]*(?:_*-*\.*[A-Za-z0-9]+)*$/;

test.each([
  ['a secret', facts.STORED_SECRET_NAME, NAME],
  ['a group', facts.SECRET_GROUP_NAME, GROUP],
])('the name of %s is the one that the API takes', (_, { pattern }, documented) => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ9_-. /ä'), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(text, (name) => {
      expect(pattern.test(name)).toBe(documented.test(name));
    }),
    { numRuns: 2000 },
  );
  expect(pattern.test('a')).toBe(false);
});

test('a long name that is wrong is told at once', () => {
  const started = Date.now();
  for (const { pattern } of [facts.STORED_SECRET_NAME, facts.SECRET_GROUP_NAME]) {
    expect(pattern.test(`${'a'.repeat(250)}!`)).toBe(false);
  }
  expect(Date.now() - started).toBeLessThan(1000);
});

test('a group has no name longer than the provider takes', () => {
  const { maxLength } = resources.ibm_sm_secret_group.facts.attributes.name;
  expect(facts.SECRET_GROUP_NAME.most).toBe(maxLength);
});

test.each([
  ['billing', true],
  ['two words', true],
  ['a', false],
  ['a:b', false],
  ['a\nb', false],
])('%j as a label', (label, right) => {
  expect(facts.SECRET_LABEL.pattern.test(label)).toBe(right);
});

test('every rule says in words what its pattern says', () => {
  const rules = Object.values(facts).filter((it) => typeof it === 'object' && 'pattern' in it);
  expect(rules).toHaveLength(6);
  for (const rule of rules) {
    expect((rule as typeof facts.SECRET_LABEL).words).toMatch(/^[a-z]|^UUID|^a UUID/);
  }
});

test('a password is by default as long as the service makes it, within what it can be', () => {
  const { attributes } = resources.ibm_sm_username_password_secret.facts;
  const length = attributes['password_generation_policy.length'].default as number;
  expect(length).toBeGreaterThanOrEqual(facts.STORED_SECRET_LIMITS.passwordLength.least);
  expect(length).toBeLessThanOrEqual(facts.STORED_SECRET_LIMITS.passwordLength.most);
});

test('a key works for 90 days at most', () => {
  expect(facts.STORED_SECRET_LIMITS.ttl.most).toBe(90 * 24 * 60 * 60);
});

test('endpoints and plans have the words of the service', () => {
  expect(Object.values(facts.EndpointType)).toEqual(['private', 'public']);
  expect(Object.values(facts.SecretsManagerPlan)).toEqual(['standard', 'trial']);
});
