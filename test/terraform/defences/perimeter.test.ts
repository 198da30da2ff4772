/** Each trap that a construct for restrictions names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import { Inbound } from '../../../lib/constructs/access/inbound';
import { NetworkAddress } from '../../../lib/constructs/access/network-address';
import { NetworkPerimeter } from '../../../lib/constructs/access/network-perimeter';
import { NetworkZone } from '../../../lib/constructs/access/network-zone';
import { Defence } from '../../kit/defence';
import { PROJECT } from '../../kit/judged';
import { ACCOUNT, OFFICE, PIPELINE } from '../../kit/samples-network';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const RULE = 'ibm_cbr_rule';

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const perimeter = (isEnforced: boolean) => (stack: TerraformStack) => {
    const of = new NetworkPerimeter(stack, 'perimeter', {
      project: PROJECT,
      inbound: Inbound.privateFrom([OFFICE]),
      management: { deployer: PIPELINE, people: [OFFICE] },
    });
    if (isEnforced) of.enforce();
  };

  test('of rules whose mode and calls are whatever the service holds', async () => {
    expectTrap('context-based-restrictions/unset-mode-and-operations-hide-drift');
    expectTrap('context-based-restrictions/removed-operations-stay');
    expectTrap('context-based-restrictions/api-type-is-unchecked');
    expectTrap('context-based-restrictions/rule-operator-may-never-converge');
    expectTrap('context-based-restrictions/rule-context-order-is-a-change');
    await it.deploy(perimeter(false));
    await it.converged();
    const drifted = it.workspace.cloud.list(RULE);
    expect(drifted).toHaveLength(2);
    const [{ id, value }] = drifted;
    it.workspace.cloud.put(RULE, id, { ...value, enforcement_mode: 'disabled' });
    expect(await it.plan()).toMatch(/enforcement_mode += "disabled" -> "report"/);
    await it.change(perimeter(true));
    expect(it.workspace.cloud.list(RULE).map((rule) => rule.value.enforcement_mode)).toEqual([
      'enabled',
      'enabled',
    ]);
    await it.converged();
  });

  test('of addresses whose order is a change', async () => {
    expectTrap('context-based-restrictions/zone-address-order-is-a-change');
    const zone = (ranges: readonly string[]) => (stack: TerraformStack) =>
      void new NetworkZone(stack, 'office', {
        accountId: ACCOUNT,
        addresses: ranges.map((range) => NetworkAddress.subnet(range)),
      });
    await it.deploy(zone(['192.0.2.0/24', '198.51.100.0/24']));
    await it.define(zone(['198.51.100.0/24', '192.0.2.0/24']));
    await it.converged();
  });
});
