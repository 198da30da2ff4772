/** Access to a project, minimal and full, through real Terraform; and what it promises of plans. */
import { TerraformStack } from 'cdktf';
import { ProjectAccess, ProjectAccessProps } from '../../../lib/constructs/access/project-access';
import { ClaimOperator } from '../../../lib/facts/identities';
import { Persona } from '../../../lib/facts/personas';
import { Defence } from '../../kit/defence';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID, project } from '../../kit/samples';
import { describeOffline } from '../../kit/terraform';

const UUID = '01234567-89ab-cdef-0123-456789abcdef';

const access = (stack: TerraformStack, props: Partial<ProjectAccessProps> = {}) =>
  new ProjectAccess(stack, 'access', {
    project: project(stack),
    resourceGroupId: RESOURCE_GROUP_ID,
    persona: Persona.READER,
    ...props,
  });

takesThroughLife({
  'a minimal ProjectAccess': (stack) => void access(stack),
  'a full ProjectAccess': (stack) =>
    void access(stack, {
      persona: Persona.ADMINISTRATOR,
      groupName: 'Shop: administrators',
      users: ['ada@example.com', 'grace@example.com'],
      serviceIds: [`ServiceId-${UUID}`],
      trustedProfiles: [`Profile-${UUID}`],
      rules: {
        shop: {
          identityProvider: 'https://idp.example.org/SAML2',
          claim: 'groups',
          operator: ClaimOperator.CONTAINS,
          value: 'shop administrators',
          expirationHours: 1,
        },
      },
      until: '2999-12-31',
    }),
  'a ProjectAccess of a group that exists': (stack) =>
    void access(stack, { accessGroupId: `AccessGroupId-${UUID}` }),
});

describeOffline('deployed access', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('is given to one project and its resource group, and to nothing else', async () => {
    await it.deploy((stack) => void access(stack));
    const { project_id } = it.inCloud('ibm_code_engine_project');
    const policies = it.workspace.cloud.list('ibm_iam_access_group_policy');
    const resources = policies.map(({ value }: any) => value.resources[0]);
    expect(resources).toHaveLength(2);
    expect(resources).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ service: 'codeengine', resource_instance_id: project_id }),
        expect.objectContaining({ resource_type: 'resource-group', resource: RESOURCE_GROUP_ID }),
      ]),
    );
  });

  test('follows who comes and goes, without a new group', async () => {
    await it.deploy((stack) => void access(stack, { users: ['ada@example.com'] }));
    const plan = await it.change((stack) => void access(stack, { users: ['grace@example.com'] }));
    expect(plan).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    await it.converged();
    expect(await it.change((stack) => void access(stack))).toContain('1 to destroy');
    await it.converged();
  });

  test('changes its roles and its end in place', async () => {
    await it.deploy((stack) => void access(stack, { persona: Persona.DEVELOPER }));
    const until = '2999-12-31';
    const plan = await it.change(
      (stack) => void access(stack, { persona: Persona.AUDITOR, until }),
    );
    expect(plan).toContain('Plan: 0 to add, 3 to change, 0 to destroy.');
    await it.converged();
  });
});
