import { CisPlan } from '../../lib/facts/cis-plans';
import {
  ALL_RULE_ACTIONS_PLANS,
  EXPOSED_CREDENTIALS_PLANS,
  LOCKED_PATH,
  MANAGED_RULESETS,
  OwaspSensitivity,
  RATE_CHARACTERISTIC,
  RULE_NAME,
} from '../../lib/facts/waf';

test('the managed rulesets are three, by ids of their own', () => {
  expect(new Set(Object.values(MANAGED_RULESETS)).size).toBe(3);
  for (const id of Object.values(MANAGED_RULESETS)) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

test('the more sensitive, the lower the score', () => {
  const { LOW, MEDIUM, HIGH } = OwaspSensitivity;
  expect([LOW, MEDIUM, HIGH]).toEqual([60, 40, 25]);
});

test('only the trial lacks the check of credentials, only enterprise plans have every action', () => {
  const plans = Object.values(CisPlan);
  expect(plans.filter((it) => !EXPOSED_CREDENTIALS_PLANS.includes(it))).toEqual([CisPlan.TRIAL]);
  expect(plans.filter((it) => !ALL_RULE_ACTIONS_PLANS.includes(it))).toEqual([
    CisPlan.TRIAL,
    CisPlan.STANDARD_NEXT,
  ]);
});

test.each(['ip.src', 'ip.geoip.country', 'http.request.headers["x-api-key"]'])(
  'requests can be counted by %s',
  (characteristic) => expect(characteristic).toMatch(RATE_CHARACTERISTIC.pattern),
);

test.each(['cf.colo.id', 'ip.dst', 'http.request.headers["X-Api-Key"]', 'http.host'])(
  'requests cannot be counted by %s',
  (characteristic) => expect(characteristic).not.toMatch(RATE_CHARACTERISTIC.pattern),
);

test('no path that can be locked ends the text that it stands in', () => {
  for (const path of ['/', '/a"', '/a\\', '/a b', 'admin', '//']) {
    expect(path).not.toMatch(LOCKED_PATH.pattern);
  }
  expect('/admin/v1.0').toMatch(LOCKED_PATH.pattern);
});

test('rules have names that hold in any language', () => {
  expect('hidden_files').toMatch(RULE_NAME.pattern);
  for (const name of ['Hidden', '-a', 'a b', '']) expect(name).not.toMatch(RULE_NAME.pattern);
});
