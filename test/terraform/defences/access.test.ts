/** Each trap of IAM that access to a project names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import { ProjectAccess, ProjectAccessProps } from '../../../lib/constructs/access/project-access';
import { Persona } from '../../../lib/facts/personas';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, project } from '../../kit/samples';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const MEMBERS = 'ibm_iam_access_group_members';
const POLICY = 'ibm_iam_access_group_policy';
const RULE = 'ibm_iam_access_group_dynamic_rule';
const UUID = '01234567-89ab-cdef-0123-456789abcdef';

describeOffline('access walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const access =
    (props: Partial<ProjectAccessProps> = {}) =>
    (stack: TerraformStack) =>
      void new ProjectAccess(stack, 'access', {
        project: project(stack),
        resourceGroupId: RESOURCE_GROUP_ID,
        persona: Persona.DEVELOPER,
        ...props,
      });
  const policies = () => it.workspace.cloud.list(POLICY).map(({ value }: any) => value);
  const rules = (names: string[], value = 'shop') => ({
    rules: Object.fromEntries(
      names.map((name) => [
        name,
        { identityProvider: 'https://idp.example.org', claim: 'g', value },
      ]),
    ),
  });

  test('of members that are none', async () => {
    expectTrap('iam/access-group-members-without-a-member-fail');
    await it.deploy(access({ users: [], trustedProfiles: [] }));
    expect(it.workspace.cloud.list(MEMBERS)).toEqual([]);
    await it.change(access({ trustedProfiles: [`Profile-${UUID}`] }));
    await it.change(access());
    expect(it.workspace.cloud.list(MEMBERS)).toEqual([]);
    await it.converged();
  });

  test('of a rule whose new name is not sent: it is another rule', async () => {
    expectTrap('iam/dynamic-rule-name-change-is-not-sent');
    await it.deploy(access(rules(['old', 'other'])));
    const plan = await it.change(access(rules(['new', 'other'])));
    expect(plan).toContain('Plan: 1 to add, 0 to change, 1 to destroy.');
    const names = it.workspace.cloud.list(RULE).map(({ value }) => value.name);
    expect(names.sort()).toEqual(['new', 'other']);
    await it.converged();
  });

  test('of a value that gets quotes from the provider: it has none of its own', async () => {
    expectTrap('iam/dynamic-rule-values-are-quoted-by-the-provider');
    expect(refusalOf(() => access(rules(['r'], '"shop"'))(newStack()))).toHaveLength(1);
    await it.deploy(access(rules(['r'])));
    expect(it.inCloud(RULE).conditions).toMatchObject([{ value: '"shop"' }]);
    await it.converged();
  });

  test('of roles that are none, or that nobody knows: a persona has its own', async () => {
    expectTrap('iam/empty-roles-pass-validate');
    expectTrap('iam/role-names-are-checked-only-at-apply');
    const persona = 'writer' as Persona;
    expect(refusalOf(() => access({ persona })(newStack()))).toHaveLength(1);
    await it.deploy(access());
    expect(policies().map(({ roles }) => roles)).toEqual(
      expect.arrayContaining([['Viewer', 'Writer'], ['Viewer']]),
    );
  });

  test('of roles in another order: they are sorted', async () => {
    expectTrap('iam/reordered-roles-are-an-update');
    await it.deploy(access());
    // the same roles, for somebody else.
    const plan = await it.change(access({ persona: Persona.DEPLOYER }));
    expect(plan).not.toContain(`# ${POLICY}`);
    for (const { roles } of policies()) expect([...roles].sort()).toEqual(roles);
  });

  test('of a policy for all services: there is none without its project', async () => {
    expectTrap('iam/policy-without-resources-covers-all-services');
    for (const projectId of ['', '*', undefined as unknown as string]) {
      const wide = { project: { projectId, crn: '' } };
      expect(refusalOf(() => access(wide)(newStack()))).toHaveLength(1);
    }
    await it.deploy(access());
    for (const { resources } of policies()) {
      const [{ resource_instance_id, resource }] = resources;
      expect(resource_instance_id || resource).toMatch(/^[0-9a-f-]{32,36}$/);
    }
  });

  test('of all account management: it is never asked for', async () => {
    expectTrap('iam/account-management-covers-all-platform-services');
    await it.deploy(access({ persona: Persona.ADMINISTRATOR }));
    for (const { account_management } of policies()) expect(account_management).not.toBe(true);
  });
});
