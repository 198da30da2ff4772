import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { IN_PLACE, NO_CHANGES, walk } from './trapped';

const AUTHORIZATION = 'ibm_iam_authorization_policy';
const LINK = 'ibm_iam_trusted_profile_link';
const RULE = 'ibm_iam_access_group_dynamic_rule';

const authorization = (values: object = {}) => ({
  [AUTHORIZATION]: {
    source_service_name: 'secrets-manager',
    target_service_name: 'internet-svcs',
    roles: ['Reader', 'Writer'],
    ...values,
  },
});
const rule = (values: object) => ({ [RULE]: specimen(RULE, { ...values }) });

describeOffline('the traps of IAM', () => {
  const it = walk();

  test('iam/authorization-destroy-ignores-errors: it lives on', async () => {
    await it.apply(authorization());
    const refused = jest.spyOn(it.workspace.cloud, 'delete').mockImplementation(() => {
      throw new Error('403');
    });
    await it.destroy();
    refused.mockRestore();
    expect(it.stored(AUTHORIZATION).roles).toEqual(['Reader', 'Writer']);
  });

  test('iam/authorization-policy-description-change-is-not-sent: unless roles change', async () => {
    await it.apply(authorization({ description: 'old' }));
    expect(await it.apply(authorization({ description: 'new' }))).toContain(IN_PLACE);
    expect(await it.plan()).toMatch(/description\s+= "old" -> "new"/);
    await it.apply(authorization({ description: 'new', roles: ['Reader'] }));
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('iam/dynamic-rule-name-change-is-not-sent: the diff comes back', async () => {
    await it.apply(rule({ name: 'old' }));
    expect(await it.apply(rule({ name: 'new' }))).toContain(IN_PLACE);
    expect(it.stored(RULE).name).toBe('old');
    expect(await it.plan()).toMatch(/name\s+= "old" -> "new"/);
  });

  test('iam/dynamic-rule-values-are-quoted-by-the-provider: once more than seen', async () => {
    await it.apply(rule({ 'conditions.value': '"team"' }));
    expect(it.stored(RULE).conditions[0].value).toBe(JSON.stringify('"team"'));
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('iam/reordered-roles-are-an-update: of the same roles', async () => {
    await it.apply(authorization());
    expect(await it.apply(authorization({ roles: ['Writer', 'Reader'] }))).toContain(IN_PLACE);
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('iam/trusted-profile-link-change-fails: at apply', async () => {
    const link = (name: string) => ({ [LINK]: specimen(LINK, { 'link.component_name': name }) });
    await it.apply(link('rotate'));
    expect(await it.failure(link('other'))).toContain("doesn't support update");
  });
});
