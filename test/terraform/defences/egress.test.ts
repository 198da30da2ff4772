/** Each trap of outbound destinations that egress names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import { EgressPolicy, EgressPolicyProps } from '../../../lib/constructs/workloads/egress-policy';
import { OutboundDestination } from '../../../lib/constructs/workloads/outbound-destination';
import { Defence } from '../../kit/defence';
import { project } from '../../kit/samples';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const TYPE = 'ibm_code_engine_allowed_outbound_destination';
const { cidr } = OutboundDestination;

describeOffline('egress walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const policy =
    (props: Partial<EgressPolicyProps> = {}) =>
    (stack: TerraformStack) =>
      void new EgressPolicy(stack, 'egress', {
        project: project(stack),
        destinations: { a: cidr('192.0.2.0/24'), b: cidr('10.0.0.0/8'), c: cidr('172.16.0.0/12') },
        takesPlaceOfAllowAll: 'b',
        ...props,
      });
  const names = () => it.workspace.cloud.list(TYPE).map(({ value }) => value.name);
  beforeEach(() => it.deploy((stack) => void project(stack)));

  test('of an import that is replaced: that is how allow-all goes', async () => {
    expectTrap('code-engine/imported-outbound-destination-is-replaced');
    expect(names()).toEqual(['allow-all']);
    expect(await it.change(policy())).toMatch(/name\s+= "allow-all" -> "b" # forces replacement/);
    expect(names()).not.toContain('allow-all');
    // … and it goes once.
    await it.converged();
  });

  test('of allow-all beside which there can be no other: the others come after it', async () => {
    expectTrap('code-engine/outbound-destination-is-refused-beside-allow-all');
    await it.define(policy({ takesPlaceOfAllowAll: undefined }));
    const { code, stderr } = await it.workspace.terraform('apply', '-no-color', '-auto-approve');
    expect([code, stderr]).toEqual([1, expect.stringContaining('allows all already')]);
    await it.change(policy());
    expect(names()[0]).toBe('b');
    expect(names().sort()).toEqual(['a', 'b', 'c']);
  });

  test('of allow-all that is deleted with the code: a project without its policy is closed', async () => {
    expectTrap('code-engine/removing-imported-allow-all-deletes-it');
    await it.change(policy());
    expect(await it.change((stack) => void project(stack))).toContain('3 to destroy');
    expect(names()).toEqual([]);
    await it.converged();
  });

  test('of an isolation that the request says and the code does not', async () => {
    expectTrap('code-engine/isolation-policy-is-sent-for-cidr-block');
    expect(await it.change(policy())).toMatch(/isolation_policy\s+= "shared"/);
    expect(it.inCloud(TYPE).isolation_policy).toBe('shared');
  });

  test('of a change that fails and is called a success', async () => {
    expectTrap('code-engine/failing-update-reports-success');
    await it.change(policy());
    const put = it.workspace.cloud.put.bind(it.workspace.cloud);
    const ending = (status: string) => {
      it.workspace.cloud.put = (type, id, value) => put(type, id, { ...value, status });
    };
    ending('failed');
    await it.define(policy({ destinations: { b: cidr('10.0.0.0/9') } }));
    const { code, stderr } = await it.workspace.terraform('apply', '-no-color', '-auto-approve');
    expect(code).toBe(1);
    expect(stderr).toContain('The outbound destination b could not be rolled out');
    ending('deployed');
    await it.change(policy());
    await it.converged();
  });
});
