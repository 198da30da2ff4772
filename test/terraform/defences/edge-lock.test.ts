/** Each trap of edge functions that a construct names, and the construct walking past it. */
import { App, TerraformStack } from 'cdktf';
import { IbmProvider } from '../../../lib/.gen/providers/ibm/provider';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { Defence } from '../../kit/defence';
import { CANARY, CIS_CRN, ZONE_ID, image, project } from '../../kit/samples';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { lock, lockedDomain } from '../../kit/samples-lock';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const ACTION = 'ibm_cis_edge_functions_action';
const TRIGGER = 'ibm_cis_edge_functions_trigger';

const inZone = (zoneId: string, domain: string) => (stack: TerraformStack) => {
  const plan = CisPlan.ENTERPRISE_ADVANCED;
  const zone = CisZone.fromAttributes(stack, 'zone', { crn: CIS_CRN, zoneId, domain, plan });
  const app = new SecureApp(stack, 'web', { project: project(stack), image: image() });
  lock(stack, { zone, host: `shop.${domain}` }).protect(app);
};

describeOffline('a lock walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('of a function that stays in the zone it was made in', async () => {
    expectTrap('internet-services/zone-change-leaves-edge-functions-behind');
    await it.deploy(inZone(ZONE_ID, 'example.com'));
    const moved = await it.change(inZone('0'.repeat(32), 'example.org'));
    expect(moved).toContain('due to changes in replace_triggered_by');
    for (const type of [ACTION, TRIGGER]) {
      expect(it.workspace.cloud.list(type)).toHaveLength(1);
      expect(it.inCloud(type).domain_id).toBe('0'.repeat(32));
    }
    await it.converged();
  });

  test('of a plan that prints the script', async () => {
    expectTrap('internet-services/edge-function-script-is-printed-in-plan');
    await it.deploy((stack) => lockedDomain(stack));
    expect(it.inCloud(ACTION).script).toContain(CANARY);
    const destroyed = await it.workspace.must('plan', ['plan', '-no-color', '-destroy'], [0, 1]);
    expect(destroyed.stdout).not.toContain(CANARY);
    const stored = it.inCloud(ACTION);
    it.workspace.cloud.put(ACTION, String(stored.id), { ...stored, script: `other ${CANARY}` });
    const drift = await it.plan();
    expect(drift).toContain('1 to change');
    expect(drift).not.toContain(CANARY);
  });
});

test('a lock walks past the trap of a function that takes over a name: it tells its stack', () => {
  expectTrap('internet-services/edge-function-takes-over-a-name');
  const app = new App();
  const names = ['shop', 'blog'].map((id) => {
    const stack = new TerraformStack(app, id);
    new IbmProvider(stack, 'ibm', { region: 'us-south' });
    inZone(ZONE_ID, `${id}.example.com`)(stack);
    const { resource } = stack.toTerraform() as any;
    return (Object.values(resource[ACTION])[0] as any).action_name as string;
  });
  expect(names).toEqual(['shop-lock-edge', 'blog-lock-edge']);
});
