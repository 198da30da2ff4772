import { passwordPolicy } from '../../../lib/constructs/auth/password-policy';
import { tenant } from '../../kit/samples-auth';
import { synthesize } from '../../kit/synth';

test('passwords are long, changed, remembered and guarded against guessing', () => {
  const { only } = synthesize((stack) => tenant(stack));
  expect(only('ibm_appid_apm')).toMatchObject({
    enabled: true,
    prevent_password_with_username: true,
    password_reuse: { enabled: true, max_password_reuse: 8 },
    password_expiration: { enabled: true, days_to_expire: 90 },
    lockout_policy: { enabled: true, lockout_time_sec: 1800, num_of_attempts: 5 },
    min_password_change_interval: { enabled: true, min_hours_to_change_password: 1 },
  });
});

test.each([
  ['Correct-horse1', true],
  ['correct-horse1', false],
  ['CORRECT-HORSE1', false],
  ['Correct-horse', false],
  ['Correcthorse1', false],
  ['Short-1aB', false],
])('%s is a password that passes: %s', (password, passes) => {
  const { regex } = passwordPolicy.strengthOf(passwordPolicy.settle({}));
  expect(new RegExp(regex).test(password)).toBe(passes);
});

test('the strength is rendered as it is asked for, and said in words', () => {
  const { only } = synthesize((stack) => tenant(stack, { passwords: { minLength: 16 } }));
  const { regex, error_message } = only('ibm_appid_password_regex');
  expect(regex).toMatch(/\.\{16,\}\$$/);
  expect(error_message).toMatch(/^At least 16 characters/);
});

test('numbers that App ID does not take are named with their prop', () => {
  const config = passwordPolicy.settle({ minLength: 7, expiresAfterDays: 91, attempts: 0 });
  expect(passwordPolicy.problemsIn(config).map(({ prop }) => prop)).toEqual([
    'passwords.minLength',
    'passwords.expiresAfterDays',
    'passwords.attempts',
  ]);
});
