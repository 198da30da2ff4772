import { GRANTS, Grant } from '../../lib/facts/grants';
import { ROLES_BY_SERVICE } from '../../lib/facts/roles';

const grants: readonly Grant[] = Object.values(GRANTS);

test.each(grants.map((grant) => [grant.verb, grant]))('%s gives roles that exist', (_, grant) => {
  expect(ROLES_BY_SERVICE[grant.service]).toEqual(expect.arrayContaining([...grant.roles]));
  expect(grant.roles.length).toBeGreaterThan(0);
});

test('no grant manages anything', () => {
  for (const { roles } of grants) {
    expect(roles).not.toEqual(expect.arrayContaining(['Manager']));
    expect(roles).not.toEqual(expect.arrayContaining(['Administrator']));
    expect(roles).not.toEqual(expect.arrayContaining(['Editor']));
  }
});

test('to read a secret group is less than to read the store', () => {
  expect(GRANTS.readGroup).toMatchObject({
    service: GRANTS.readStore.service,
    roles: GRANTS.readStore.roles,
    resourceType: 'secret-group',
  });
  expect(GRANTS.readStore).not.toHaveProperty('resourceType');
});
