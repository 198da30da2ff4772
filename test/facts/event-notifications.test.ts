import * as facts from '../../lib/facts/event-notifications';
import { testNameRules } from '../kit/name-rules';

test('events of Secrets Manager are types, each once', () => {
  const types = [...facts.STORE_EVENTS.rotated, ...facts.STORE_EVENTS.alarming];
  expect(new Set(types).size).toBe(types.length);
  for (const type of types) {
    expect(type).toMatch(/^com\.ibm\.cloud\.secrets-manager\.secret_\w+$/);
    expect(type).toMatch(facts.EVENT_TYPE.pattern);
  }
});

testNameRules(facts, [
  ['EVENT_TEXT', 'A secret was not renewed, or is about to expire', 'a\nb'],
  ['EVENT_TEXT', 'test-hub-secrets', '<b>'],
  ['EVENT_TYPE', 'deployed', "a' || 'b"],
  ['EVENT_END_ID', 'crn:v1:bluemix:public:secrets-manager:eu-de:a/0123:1::', 'a b'],
  ['HEADER_NAME', 'X-Token', 'X Token'],
]);

test('a destination has a type of its own, and none that the instance brings along', () => {
  const types: string[] = Object.values(facts.DESTINATION_TYPES);
  expect(new Set(types).size).toBe(types.length);
  for (const builtIn of Object.values(facts.BUILT_IN)) expect(types).not.toContain(builtIn);
});

test('plans are words of the catalogue', () => {
  expect(Object.values(facts.EventNotificationsPlan)).toEqual(['lite', 'standard']);
});
