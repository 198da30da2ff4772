import { PERSONAS, Persona, RESOURCE_GROUP_ROLES } from '../../lib/facts/personas';
import { PLATFORM_ROLES, SERVICE_ROLES } from '../../lib/facts/roles';

const ALL = Object.values(Persona);

test('every persona has one platform role and one service role, sorted', () => {
  for (const persona of ALL) {
    const { roles } = PERSONAS[persona];
    expect([...roles].sort()).toEqual(roles);
    expect(roles.filter((role) => role in PLATFORM_ROLES)).toHaveLength(1);
    expect(roles.filter((role) => role in SERVICE_ROLES)).toHaveLength(1);
  }
});

test('every persona can be somebody', () => {
  for (const persona of ALL) {
    expect(PERSONAS[persona].people || PERSONAS[persona].machines).toBe(true);
  }
});

test('only those who change a project get more than reading, and only administrators manage it', () => {
  const holding = (role: string) => ALL.filter((it) => PERSONAS[it].roles.some((r) => r === role));
  expect(holding('Reader')).toEqual([Persona.READER, Persona.AUDITOR]);
  expect(holding('Writer')).toEqual([Persona.DEVELOPER, Persona.DEPLOYER]);
  expect(holding('Manager')).toEqual([Persona.ADMINISTRATOR]);
  expect(holding('Administrator')).toEqual([Persona.ADMINISTRATOR]);
});

test('only an auditor has to have an end', () => {
  expect(ALL.filter((it) => PERSONAS[it].ends)).toEqual([Persona.AUDITOR]);
});

test('the resource group can be seen, and no more', () => {
  expect(RESOURCE_GROUP_ROLES).toEqual(['Viewer']);
});
