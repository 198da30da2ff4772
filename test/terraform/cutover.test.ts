/** A public app that goes behind the edge: two applies, and a route at every moment. */
import { TerraformStack } from 'cdktf';
import { CisProtectedDomain } from '../../lib/constructs/edge/cis-protected-domain';
import { AppSecret } from '../../lib/constructs/secrets/app-secret';
import { SecureApp } from '../../lib/constructs/workloads/secure-app';
import { Cutover } from '../../lib/facts/cutover';
import { Visibility } from '../../lib/facts/visibility';
import { Defence } from '../kit/defence';
import { image, project, waiver, zone } from '../kit/samples';
import { describeOffline } from '../kit/terraform';
import { expectTrap } from '../kit/traps';

const tlsSecret = AppSecret.fromSecretName('tls');

const phase = (visibility: Visibility, cutover?: Cutover) => (stack: TerraformStack) => {
  const workload = new SecureApp(stack, 'web', {
    project: project(stack),
    image: image(),
    minInstances: 1,
    visibility,
    waivers: visibility === Visibility.PUBLIC ? { publicEndpoint: waiver() } : {},
  });
  if (!cutover) return;
  new CisProtectedDomain(stack, 'shop', {
    zone: zone(stack),
    host: 'shop.example.com',
    origins: { main: { workload, tlsSecret } },
    cutover,
  });
};
const PUBLIC = phase(Visibility.PUBLIC);
const PREPARED = phase(Visibility.PUBLIC, Cutover.PREPARE);
const COMPLETE = phase(Visibility.PROJECT, Cutover.COMPLETE);

interface Planned {
  readonly resource_changes: readonly {
    readonly type: string;
    readonly mode: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly after: Record<string, unknown> | null;
    };
  }[];
}

describeOffline('a public app', () => {
  const it = new Defence();
  afterEach(() => it.close());

  /** What the next apply does, by what it does it to. */
  async function planned(): Promise<Record<string, string>> {
    await it.workspace.must('plan', ['plan', '-no-color', '-out=tfplan']);
    const { stdout } = await it.workspace.must('show', ['show', '-json', 'tfplan']);
    const changes = (JSON.parse(stdout) as Planned).resource_changes;
    return Object.fromEntries(
      changes
        .filter(({ mode, change }) => mode === 'managed' && change.actions.join() !== 'no-op')
        .map(({ type, change }) => [type, change.actions.join()]),
    );
  }

  test('is not touched while the way through the edge is made beside it', async () => {
    await it.deploy(PUBLIC);
    await it.define(PREPARED);
    const changes = await planned();
    expect(changes).not.toHaveProperty('ibm_code_engine_app');
    expect(changes).toHaveProperty('ibm_cis_global_load_balancer', 'create');
    expect(new Set(Object.values(changes))).toEqual(new Set(['create']));
    await it.apply();
    expect(it.inCloud('ibm_code_engine_app').managed_domain_mappings).toBe('local_public');
    await it.converged();
  });

  test('is closed by one change in place once that way stands', async () => {
    expectTrap('internet-services/one-apply-cutover-loses-the-route');
    await it.deploy(PUBLIC);
    await it.change(PREPARED);
    await it.define(COMPLETE);
    expect(await planned()).toEqual({ ibm_code_engine_app: 'update' });
    await it.apply();
    expect(it.inCloud('ibm_code_engine_app').managed_domain_mappings).toBe('local');
    expect(it.inCloud('ibm_cis_global_load_balancer').proxied).toBe(true);
    await it.converged();
  });

  test('is not closed while nothing else leads to it', async () => {
    await it.deploy(PUBLIC);
    await it.define(COMPLETE);
    const { code, stderr } = await it.workspace.terraform('plan', '-no-color');
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/No proxied load balancer answers for shop\.example\.com yet/),
    ]);
    expect(it.inCloud('ibm_code_engine_app').managed_domain_mappings).toBe('local_public');
  });

  test('is opened again by going back one step', async () => {
    await it.deploy(PUBLIC);
    await it.change(PREPARED);
    await it.change(COMPLETE);
    await it.define(PREPARED);
    expect(await planned()).toEqual({ ibm_code_engine_app: 'update' });
  });
});
