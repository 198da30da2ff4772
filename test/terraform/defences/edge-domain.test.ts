/** Each trap that a protected host names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import {
  CisProtectedDomain,
  CisProtectedDomainProps,
} from '../../../lib/constructs/edge/cis-protected-domain';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { Steering } from '../../../lib/constructs/edge/steering';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { CIS_CRN, RESOURCE_GROUP_ID, image, ZONE_ID } from '../../kit/samples';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const BALANCER = 'ibm_cis_global_load_balancer';
const CHECK = 'ibm_cis_healthcheck';
const MAPPING = 'ibm_code_engine_domain_mapping';

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const domain =
    (props: Partial<CisProtectedDomainProps> = {}, zoneId = ZONE_ID) =>
    (stack: TerraformStack) => {
      const projectFor = (id: string) =>
        new CodeEngineProject(stack, `${id}-project`, { resourceGroupId: RESOURCE_GROUP_ID });
      const app = (id: string) =>
        new SecureApp(stack, id, { project: projectFor(id), image: image() });
      const origin = (id: string) => ({
        workload: app(id),
        tlsSecret: AppSecret.fromSecretName('tls'),
      });
      new CisProtectedDomain(stack, 'shop', {
        zone: CisZone.fromAttributes(stack, 'zone', {
          crn: CIS_CRN,
          zoneId,
          domain: 'example.com',
          plan: CisPlan.ENTERPRISE_ADVANCED,
        }),
        host: 'shop.example.com',
        origins: props.steering ? { us: origin('us'), eu: origin('eu') } : { main: origin('main') },
        ...props,
      });
    };
  const last = (type: string) => it.workspace.cloud.list(type).at(-1)!.value;

  test('of pools that a load balancer loses, and of policies that it sends empty', async () => {
    expectTrap('internet-services/plain-pool-ids-drop-the-default-pools');
    expectTrap('internet-services/load-balancer-unset-steering-policy-is-sent-empty');
    expectTrap('internet-services/load-balancer-refuses-ttl-with-proxied');
    expectTrap('internet-services/disabled-load-balancer-is-never-sent');
    await it.deploy(domain({ steering: Steering.failover('us', 'eu') }));
    const balancer = it.inCloud(BALANCER);
    expect(balancer).toMatchObject({ proxied: true, enabled: true, steering_policy: 'off' });
    expect(balancer.default_pool_ids).toHaveLength(1);
    expect(balancer.default_pool_ids).not.toContain(balancer.fallback_pool_id);
    await it.converged();
  });

  test('of a name without its zone: it takes the whole name', async () => {
    expectTrap('internet-services/load-balancer-name-without-zone-is-accepted');
    expect(refusalOf(() => domain({ host: 'shop' })(newStack()))).not.toEqual([]);
    await it.deploy(domain());
    expect(it.inCloud(BALANCER).name).toBe('shop.example.com');
  });

  test('of what a health check does not send', async () => {
    expectTrap('internet-services/health-check-description-defaults-to-a-space');
    expectTrap('internet-services/health-check-unset-port-is-not-sent');
    expectTrap('internet-services/health-check-false-is-never-sent');
    expectTrap('internet-services/health-check-interval-below-five-is-refused');
    expect(refusalOf(() => domain({ healthCheck: { interval: 4 } })(newStack()))).toHaveLength(1);
    await it.deploy(domain());
    expect(it.inCloud(CHECK)).toMatchObject({
      type: 'https',
      port: 443,
      description: 'Health of shop.example.com',
    });
    await it.change(domain({ healthCheck: { path: '/healthz' } }));
    expect(it.inCloud(CHECK).path).toBe('/healthz');
    await it.converged();
  });

  test('of a load balancer that stays in the old zone', async () => {
    expectTrap('internet-services/zone-change-leaves-dependents-behind');
    await it.deploy(domain());
    const other = ZONE_ID.replace('f', '0');
    expect(await it.change(domain({}, other))).toContain('due to changes in replace_triggered_by');
    expect(last(BALANCER).domain_id).toBe(other);
    await it.converged();
  });

  test('of a mapping whose change fails and is reported as a success', async () => {
    await it.deploy(domain());
    const [{ id, value }] = it.workspace.cloud.list(MAPPING);
    it.workspace.cloud.put(MAPPING, id, { ...value, status: 'failed' });
    const { code, stderr } = await it.workspace.terraform('plan', '-no-color');
    expect([code, stderr]).toEqual([1, expect.stringContaining('could not be rolled out')]);
    it.workspace.cloud.put(MAPPING, id, value);
    await it.converged();
  });

  test('of an entrance that is open before its protections stand', async () => {
    await it.prepare(domain());
    const plan = await it.workspace.must('graph', ['graph', '-type=plan']);
    expect(plan.stdout).toMatch(/global_load_balancer[^\n]*-> [^\n]*cis_tls_settings/);
    expect(plan.stdout).toMatch(/global_load_balancer[^\n]*-> [^\n]*ruleset_entrypoint_version/);
  });
});
