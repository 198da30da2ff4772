/** Each trap that a construct for secrets names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { Defence } from '../../kit/defence';
import { CANARY, RESOURCE_GROUP_ID, project } from '../../kit/samples';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const SECRET = 'ibm_code_engine_secret';
const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const OTHER_GUID = 'fedcba98-89ab-cdef-0123-456789abcdef';

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const secret = (data: (stack: TerraformStack) => SecretData) => (stack: TerraformStack) =>
    void new AppSecret(stack, 'secret', { project: project(stack), data: data(stack) });
  const generic = secret((stack) =>
    SecretData.generic({ TOKEN: SecretValue.fromVariable(stack, 'secret') }),
  );

  test('of a plan that prints the data of a secret', async () => {
    expectTrap('code-engine/secret-data-is-printed-in-plan');
    await it.deploy(generic);
    const destroyed = await it.workspace.must('plan', ['plan', '-no-color', '-destroy'], [0, 1]);
    expect(destroyed.stdout).not.toContain(CANARY);
    const replace = ['plan', '-no-color', `-replace=${SECRET}.secret`];
    expect((await it.workspace.must('plan', replace)).stdout).not.toContain(CANARY);
  });

  test('of a plan that prints what someone else wrote into a secret', async () => {
    expectTrap('code-engine/foreign-secret-key-prints-in-clear');
    await it.deploy(generic);
    const [{ id, value }] = it.workspace.cloud.list(SECRET);
    const data = { ...(value.data as object), OTHER: `foreign ${CANARY}` };
    it.workspace.cloud.put(SECRET, id, { ...value, data });
    const drift = await it.plan();
    expect(drift).toContain('1 to change');
    expect(drift).not.toContain(CANARY);
  });

  test('of credentials that come back on read, and of an access that no update carries', async () => {
    expectTrap('code-engine/service-secret-data-comes-back-on-read');
    expectTrap('code-engine/secret-service-access-change-is-lost');
    const access = (instanceId: string) =>
      secret(() => SecretData.serviceAccess({ instanceId, resourceKeyId: GUID }));
    await it.deploy(access(GUID));
    const { stdout } = await it.converged();
    expect(stdout).not.toContain('generated-by-the-service');
    expect(await it.change(access(OTHER_GUID))).toContain('due to changes in replace_triggered_by');
    expect(it.inCloud(SECRET).service_access).toMatchObject([
      { service_instance: [{ id: OTHER_GUID }] },
    ]);
    await it.converged();
  });

  test('of an operator whose resource groups no update carries', async () => {
    expectTrap('code-engine/secret-service-operator-change-is-lost');
    const groups = (...resourceGroupIds: string[]) =>
      secret(() => SecretData.serviceOperator({ serviceId: GUID, resourceGroupIds }));
    await it.deploy(groups(RESOURCE_GROUP_ID));
    const other = 'f'.repeat(32);
    await it.change(groups(RESOURCE_GROUP_ID, other));
    expect(it.inCloud(SECRET).service_operator).toMatchObject([
      { resource_group_ids: [RESOURCE_GROUP_ID, other] },
    ]);
    await it.converged();
  });
});
