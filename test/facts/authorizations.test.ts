import { AUTHORIZATIONS, AUTHORIZATION_PROPAGATION_SECONDS } from '../../lib/facts/authorizations';
import { ROLES_BY_SERVICE } from '../../lib/facts/roles';

test('an authorization is waited for, and not for longer than anyone would', () => {
  expect(Number.isInteger(AUTHORIZATION_PROPAGATION_SECONDS)).toBe(true);
  expect(AUTHORIZATION_PROPAGATION_SECONDS).toBeGreaterThanOrEqual(30);
  expect(AUTHORIZATION_PROPAGATION_SECONDS).toBeLessThanOrEqual(120);
});

test.each(Object.entries(AUTHORIZATIONS))('%s gives roles that the service knows', (_, it) => {
  expect(ROLES_BY_SERVICE[it.service]).toEqual(expect.arrayContaining([...it.roles]));
});
