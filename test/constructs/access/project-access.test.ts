import { TerraformStack } from 'cdktf';
import {
  AccessRule,
  ProjectAccess,
  ProjectAccessProps,
} from '../../../lib/constructs/access/project-access';
import { ClaimOperator } from '../../../lib/facts/identities';
import { Persona } from '../../../lib/facts/personas';
import { PROJECT } from '../../kit/judged';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const GROUP = 'ibm_iam_access_group';
const POLICY = 'ibm_iam_access_group_policy';
const MEMBERS = 'ibm_iam_access_group_members';
const RULE = 'ibm_iam_access_group_dynamic_rule';

const UUID = '01234567-89ab-cdef-0123-456789abcdef';
const rule: AccessRule = {
  identityProvider: 'https://idp.example.org/SAML2',
  claim: 'group',
  value: 'shop',
};
const users = ['grace@example.com', 'ada@example.com'];
const serviceIds = [`ServiceId-${UUID}`];
const trustedProfiles = [`Profile-${UUID}`];

const access = (stack: TerraformStack, props: Partial<ProjectAccessProps> = {}) =>
  new ProjectAccess(stack, 'readers', {
    project: PROJECT,
    resourceGroupId: RESOURCE_GROUP_ID,
    persona: Persona.READER,
    ...props,
  });
const rendered = (props: Partial<ProjectAccessProps> = {}) =>
  synthesize((stack) => access(stack, props));
const refused = (props: Partial<ProjectAccessProps>) => refusalOf(() => access(newStack(), props));
const policiesOf = (props: Partial<ProjectAccessProps> = {}) =>
  Object.values<any>(rendered(props).json.resource[POLICY]);

describe('a ProjectAccess renders its defaults', () => {
  test('as a group with two policies, and nobody in it', () => {
    expect(rendered().types).toEqual([
      GROUP, // the group
      POLICY, // its roles on the project
      POLICY, // what it needs of the resource group
    ]);
  });

  test('a name of the account, and words that say what it is for', () => {
    expect(rendered().only(GROUP)).toEqual({
      name: 'test-readers',
      description: 'Least access as reader to one Code Engine project',
    });
  });

  test('policies for one project and its group, and no end', () => {
    const access_group_id = expect.stringMatching(/^\$\{ibm_iam_access_group\.readers_\w+\.id\}$/);
    expect(policiesOf()).toEqual([
      {
        access_group_id,
        roles: ['Reader', 'Viewer'],
        resources: { service: 'codeengine', resource_instance_id: PROJECT.projectId },
      },
      {
        access_group_id,
        roles: ['Viewer'],
        resources: { resource_type: 'resource-group', resource: RESOURCE_GROUP_ID },
      },
    ]);
  });
});

describe('a ProjectAccess renders every prop', () => {
  test.each([
    [Persona.READER, ['Reader', 'Viewer']],
    [Persona.DEVELOPER, ['Viewer', 'Writer']],
    [Persona.DEPLOYER, ['Viewer', 'Writer']],
    [Persona.AUDITOR, ['Reader', 'Viewer']],
    [Persona.ADMINISTRATOR, ['Administrator', 'Manager']],
  ])('the least roles of a %s', (persona, roles) => {
    const policies = policiesOf({ persona, until: '2999-12-31' });
    expect(policies.map((it) => it.roles)).toEqual([roles, ['Viewer']]);
  });

  test('its own name', () => {
    expect(rendered({ groupName: 'Shop: readers' }).only(GROUP).name).toBe('Shop: readers');
  });

  test('members of all kinds, sorted', () => {
    expect(rendered({ users, serviceIds, trustedProfiles }).only(MEMBERS)).toMatchObject({
      ibm_ids: ['ada@example.com', 'grace@example.com'],
      iam_service_ids: serviceIds,
      iam_profile_ids: trustedProfiles,
    });
  });

  test('members of one kind, and no empty list of another', () => {
    expect(Object.keys(rendered({ users }).only(MEMBERS))).toEqual(['access_group_id', 'ibm_ids']);
  });

  test('a rule with its defaults, and one with all it can have', () => {
    const other = { ...rule, operator: ClaimOperator.CONTAINS, expirationHours: 1 };
    const rules = Object.values<any>(
      rendered({ rules: { shop: rule, other } }).json.resource[RULE],
    );
    expect(rules).toMatchObject([
      { name: 'other', expiration: 1, conditions: [{ operator: 'CONTAINS' }] },
      {
        name: 'shop',
        identity_provider: rule.identityProvider,
        expiration: 12,
        conditions: [{ claim: 'group', operator: 'EQUALS', value: 'shop' }],
      },
    ]);
  });

  test('an end, on both policies', () => {
    for (const policy of policiesOf({ until: '2999-12-31' })) {
      expect(policy.pattern).toBe('time-based-conditions:once');
      expect(policy.rule_operator).toBe('and');
      expect(policy.rule_conditions).toHaveLength(2);
      expect(policy.rule_conditions[1].value).toEqual(['2999-12-31T23:59:59+00:00']);
    }
  });

  test('a group that exists in place of a new one', () => {
    const accessGroupId = `AccessGroupId-${UUID}`;
    expect(rendered({ accessGroupId }).types).toEqual([POLICY, POLICY]);
    expect(policiesOf({ accessGroupId })[0].access_group_id).toBe(accessGroupId);
  });

  test('what only Terraform knows, unjudged', () => {
    const late = '${var.late}';
    const given = { project: { projectId: late, crn: late }, resourceGroupId: late, until: late };
    const lists = { users: [late], serviceIds: [late], trustedProfiles: [late] };
    const [project] = policiesOf({ ...given, ...lists, persona: Persona.AUDITOR });
    expect(project.resources.resource_instance_id).toBe(late);
    expect(project.rule_conditions[1].value).toEqual([late]);
  });
});

const badRule = (wrong: Partial<AccessRule>) => ({ rules: { shop: { ...rule, ...wrong } } });

test.each<[string, Partial<ProjectAccessProps>]>([
  ['project', { project: 'shop' as unknown as ProjectAccessProps['project'] }],
  ['project.projectId', { project: { projectId: '*', crn: '' } }],
  ['project.projectId', { project: { projectId: '', crn: '' } }],
  ['project.projectId', { project: { projectId: undefined as unknown as string, crn: '' } }],
  ['resourceGroupId', { resourceGroupId: undefined }],
  ['resourceGroupId', { resourceGroupId: '*' }],
  ['persona', { persona: undefined }],
  ['persona', { persona: 'owner' as Persona }],
  ['persona', { persona: '${var.persona}' as Persona }],
  ['groupName', { groupName: '' }],
  ['groupName', { groupName: 'a'.repeat(101) }],
  ['accessGroupId', { accessGroupId: 'developers' }],
  ['users.1', { users: ['ada@example.com', 'ada'] }],
  ['serviceIds.0', { serviceIds: [`iam-ServiceId-${UUID}`] }],
  ['trustedProfiles.0', { trustedProfiles: [UUID] }],
  ['rules\\["a/"\\]|rules.a/', { rules: { 'a/': rule } }],
  ['rules.shop.identityProvider', badRule({ identityProvider: '' })],
  ['rules.shop.claim', badRule({ claim: 'the group' })],
  ['rules.shop.claim', badRule({ claim: undefined })],
  ['rules.shop.operator', badRule({ operator: 'NOT_EQUALS' as ClaimOperator })],
  ['rules.shop.value', badRule({ value: '"shop"' })],
  ['rules.shop.expirationHours', badRule({ expirationHours: 0 })],
  ['rules.shop.expirationHours', badRule({ expirationHours: 25 })],
  ['until', { until: 'tomorrow' }],
  ['until', { persona: Persona.AUDITOR }],
  ['users', { persona: Persona.DEPLOYER, users }],
  ['rules', { persona: Persona.DEPLOYER, rules: { shop: rule } }],
  ['serviceIds', { persona: Persona.DEVELOPER, serviceIds }],
  ['groupName', { accessGroupId: `AccessGroupId-${UUID}`, groupName: 'readers' }],
  ['users', { accessGroupId: `AccessGroupId-${UUID}`, users }],
])('a ProjectAccess is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^(${prop}): got `))]);
});

test('a ProjectAccess names every problem at once', () => {
  expect(
    refused({ project: { projectId: '*', crn: '' }, resourceGroupId: '', users: ['ada'] }),
  ).toHaveLength(3);
});

test('a ProjectAccess that has ended warns, and stays closed', () => {
  const warnings = (until: string) =>
    access(newStack(), { until }).node.metadata.map(({ data }) => String(data));
  expect(warnings('2020-01-01')).toEqual([expect.stringMatching(/^until: got "2020-01-01"/)]);
  expect(warnings('2999-12-31')).toEqual([]);
});

test('a ProjectAccess hands out the id and the name of its group as the resource knows them', () => {
  const handedOut = renderedValues((stack) => {
    const { accessGroupId, groupName } = access(stack);
    return { accessGroupId, groupName };
  });
  expect(handedOut).toEqual({
    accessGroupId: expect.stringMatching(/^\$\{ibm_iam_access_group\.readers_\w+\.id\}$/),
    groupName: expect.stringMatching(/^\$\{ibm_iam_access_group\.readers_\w+\.name\}$/),
  });
});

test('a ProjectAccess hands out the id of a group that exists, and no name', () => {
  const accessGroupId = `AccessGroupId-${UUID}`;
  expect(access(newStack(), { accessGroupId })).toMatchObject({
    accessGroupId,
    groupName: undefined,
  });
});
