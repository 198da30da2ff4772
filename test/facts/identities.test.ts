import {
  ACCESS_GROUP_ID,
  CLAIM,
  CLAIM_VALUE,
  ClaimOperator,
  IBM_ID,
  RULE_HOURS,
  SERVICE_ID,
  TRUSTED_PROFILE_ID,
} from '../../lib/facts/identities';
import { NameRule } from '../../lib/facts/names';
import { readProvider } from '../../tools/provider-data';

const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const { attributes } = readProvider().resources.ibm_iam_access_group_dynamic_rule.facts;

test('every comparator is one that the provider takes, and none lets in whoever is not named', () => {
  const operators = Object.values<string>(ClaimOperator);
  expect(attributes['conditions.operator'].allowed).toEqual(expect.arrayContaining(operators));
  expect(operators.filter((it) => it.startsWith('NOT'))).toEqual([]);
});

test('a rule holds for as many hours as the provider takes', () => {
  const { min, max } = attributes.expiration;
  expect(RULE_HOURS).toEqual({ least: min, most: max });
});

test.each<[string, NameRule, string[], string[]]>([
  [
    'an IBMid',
    IBM_ID,
    ['ada@example.com', 'ada.l+x@mail.example.co.uk'],
    ['ada', 'ada@example', '@example.com', 'ada@@example.com', 'Ada <ada@example.com>', ''],
  ],
  ['a service ID', SERVICE_ID, [`ServiceId-${UUID}`], [UUID, `iam-ServiceId-${UUID}`, '*']],
  ['a trusted profile', TRUSTED_PROFILE_ID, [`Profile-${UUID}`], [UUID, `iam-Profile-${UUID}`]],
  [
    'an access group',
    ACCESS_GROUP_ID,
    [`AccessGroupId-${UUID}`],
    [UUID, 'AccessGroupId-PublicAccess'],
  ],
  ['a claim', CLAIM, ['group', 'https://idp.example.org/SAML2'], ['', 'a b', '"group"']],
  ['a value', CLAIM_VALUE, ['team', 'a', 'the team'], ['', '"team"', 'a"b', ' a', 'a ', 'a\nb']],
])('the rule for %s', (_, { pattern, most }, right, wrong) => {
  for (const text of right)
    expect([text, pattern.test(text) && text.length <= most]).toEqual([text, true]);
  for (const text of wrong) expect([text, pattern.test(text)]).toEqual([text, false]);
});
