import { TerraformStack } from 'cdktf';
import {
  CisProtectedDomain,
  CisProtectedDomainProps,
} from '../../../lib/constructs/edge/cis-protected-domain';
import { EdgeTls } from '../../../lib/constructs/edge/edge-tls';
import { Steering } from '../../../lib/constructs/edge/steering';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp, SecureAppProps } from '../../../lib/constructs/workloads/secure-app';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { Cutover } from '../../../lib/facts/cutover';
import { CheckRegion } from '../../../lib/facts/load-balancing';
import { Visibility } from '../../../lib/facts/visibility';
import { refusalOf } from '../../kit/refusal';
import {
  CIS_CRN,
  RESOURCE_GROUP_ID,
  ZONE_ID,
  image,
  project,
  waiver,
  zone,
} from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const tlsSecret = AppSecret.fromSecretName('tls');
/** Each app in a project of its own: a project maps a host once. */
const projectFor = (stack: TerraformStack, id: string) =>
  new CodeEngineProject(stack, `${id}-project`, { resourceGroupId: RESOURCE_GROUP_ID });
const web = (stack: TerraformStack, props: Partial<SecureAppProps> = {}, id = 'web') =>
  new SecureApp(stack, id, {
    project: projectFor(stack, id),
    image: image(),
    ...props,
  });
function domain(stack: TerraformStack, props: Partial<CisProtectedDomainProps> = {}) {
  const origins = () => ({ main: { workload: web(stack), tlsSecret } });
  return new CisProtectedDomain(stack, 'shop', {
    zone: (stack.node.tryFindChild('zone') as never) ?? zone(stack),
    host: 'shop.example.com',
    ...props,
    origins: 'origins' in props ? props.origins! : origins(),
  });
}
const PUBLIC = { visibility: Visibility.PUBLIC, waivers: { publicEndpoint: waiver() } };
const refused = (props: (stack: TerraformStack) => Partial<CisProtectedDomainProps>) =>
  refusalOf(() => {
    const stack = newStack();
    return domain(stack, props(stack));
  });

test('a host is mapped, checked, pooled and proxied, behind the TLS and the firewall of its zone', () => {
  const synthesized = synthesize((stack) => domain(stack));
  const types = [...new Set(synthesized.types)].filter((it) => !it.startsWith('terraform'));
  expect(types).toEqual([
    'data.ibm_code_engine_app',
    'data.ibm_code_engine_domain_mapping',
    'ibm_cis_domain_settings',
    'ibm_cis_global_load_balancer',
    'ibm_cis_healthcheck',
    'ibm_cis_origin_pool',
    'ibm_cis_ruleset_entrypoint_version',
    'ibm_cis_tls_settings',
    'ibm_code_engine_app',
    'ibm_code_engine_domain_mapping',
    'ibm_code_engine_project',
  ]);
  expect(synthesized.only('ibm_cis_global_load_balancer')).toEqual({
    cis_id: CIS_CRN,
    domain_id: ZONE_ID,
    name: expect.stringMatching(/^\$\{ibm_code_engine_domain_mapping\.\w+-main_\w+\.name\}$/),
    description: 'Entrance of shop.example.com',
    proxied: true,
    enabled: true,
    steering_policy: 'off',
    session_affinity: 'none',
    default_pool_ids: [expect.stringMatching(/^\$\{ibm_cis_origin_pool\..*\.id\}$/)],
    fallback_pool_id: expect.stringMatching(/^\$\{ibm_cis_origin_pool\..*\.id\}$/),
    region_pools: [],
    depends_on: expect.arrayContaining([
      expect.stringMatching(/^ibm_cis_tls_settings\./),
      expect.stringMatching(/^ibm_cis_domain_settings\./),
      expect.stringMatching(/^ibm_cis_ruleset_entrypoint_version\./),
    ]),
    lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\./)] },
  });
  expect(synthesized.only('ibm_cis_origin_pool')).toEqual({
    cis_id: CIS_CRN,
    name: 'shop-example-com-all',
    description: 'Origins of shop.example.com',
    enabled: true,
    minimum_origins: 1,
    monitor: expect.stringMatching(/^\$\{ibm_cis_healthcheck\..*\.id\}$/),
    check_regions: ['ENAM', 'WEU'],
    origins: [
      { name: 'main', address: expect.stringMatching(/cname_target\}$/), enabled: true, weight: 1 },
    ],
    lifecycle: { replace_triggered_by: [expect.stringMatching(/^terraform_data\./)] },
  });
  // an instance has to answer the health check.
  expect(synthesized.only('ibm_code_engine_app').scale_min_instances).toBe(1);
});

test('a host renders every prop', () => {
  const { only, json } = synthesize((stack) =>
    domain(stack, {
      origins: {
        us: { workload: web(stack, {}, 'us'), tlsSecret, weight: 95 },
        eu: { workload: web(stack, {}, 'eu'), tlsSecret, weight: 5 },
      },
      steering: Steering.weighted(),
      sessionAffinity: true,
      healthCheck: { path: '/healthz', regions: [CheckRegion.MIDDLE_EAST] },
      notifyEmail: 'ops@example.com',
    }),
  );
  expect(only('ibm_cis_origin_pool')).toMatchObject({
    check_regions: ['ME'],
    notification_email: 'ops@example.com',
    origins: [
      { name: 'us', weight: 0.95 },
      { name: 'eu', weight: 0.05 },
    ],
  });
  expect(only('ibm_cis_global_load_balancer').session_affinity).toBe('cookie');
  expect(Object.keys(json.resource.ibm_code_engine_domain_mapping as object)).toHaveLength(2);
});

test.each<[string, Steering, object]>([
  ['failover', Steering.failover('us', 'eu'), { steering_policy: 'off', region_pools: [] }],
  ['fastest', Steering.fastest(), { steering_policy: 'dynamic_latency' }],
  [
    'geographic',
    Steering.geographic({ WEU: ['eu', 'us'] }),
    { steering_policy: 'geo', region_pools: [{ region: 'WEU', pool_ids: [/Pool-eu/, /Pool-us/] }] },
  ],
])('several origins are steered by %s', (kind, steering, expected) => {
  const { only } = synthesize((stack) =>
    domain(stack, {
      origins: {
        us: { workload: web(stack, {}, 'us'), tlsSecret },
        eu: { workload: web(stack, {}, 'eu'), tlsSecret },
      },
      steering,
    }),
  );
  const balancer = only('ibm_cis_global_load_balancer');
  expect(balancer.default_pool_ids).toHaveLength(kind === 'failover' ? 1 : 2);
  expect(balancer.fallback_pool_id).toMatch(kind === 'failover' ? /Pool-eu/ : /Pool-us/);
  const { region_pools: regions, ...rest } = expected as any;
  expect(balancer).toMatchObject(rest);
  for (const [index, { region, pool_ids: ids }] of (regions ?? []).entries()) {
    expect(balancer.region_pools[index].region).toBe(region);
    ids.forEach((id: RegExp, at: number) =>
      expect(balancer.region_pools[index].pool_ids[at]).toMatch(id),
    );
  }
});

test('two hosts of one zone share its TLS and its firewall, and a deep one gets a certificate', () => {
  const { types } = synthesize((stack) => {
    domain(stack);
    new CisProtectedDomain(stack, 'deep', {
      zone: stack.node.findChild('zone') as never,
      host: 'api.shop.example.com',
      origins: { main: { workload: web(stack, {}, 'api'), tlsSecret } },
    });
  });
  const count = (type: string) => types.filter((it) => it === type).length;
  expect(count('ibm_cis_tls_settings')).toBe(1);
  expect(count('ibm_cis_domain_settings')).toBe(1);
  expect(count('ibm_cis_global_load_balancer')).toBe(2);
  expect(count('ibm_cis_advanced_certificate_pack_order')).toBe(1);
});

test('a TLS that was made before is the one of the host', () => {
  const { only } = synthesize((stack) => {
    const there = zone(stack);
    new EdgeTls(stack, 'tls', { zone: there, hstsMaxAge: 300 });
    domain(stack, { zone: there });
  });
  expect(only('ibm_cis_domain_settings').security_header).toMatchObject({ max_age: 300 });
});

test.each<[string, (stack: TerraformStack) => Partial<CisProtectedDomainProps>]>([
  ['zone', () => ({ zone: undefined })],
  ['host', () => ({ host: 'shop.example.org' })],
  ['host', () => ({ host: 'badexample.com' })],
  ['host', () => ({ host: undefined })],
  ['host', () => ({ host: '*.example.com' })],
  ['origins', () => ({ origins: {} })],
  ['origins', () => ({ origins: undefined })],
  ['origins\\["a b"\\]', (it) => ({ origins: { 'a b': { workload: web(it), tlsSecret } } })],
  [
    'origins.main.workload',
    (it) => ({ origins: { main: { workload: web(it, PUBLIC), tlsSecret } } }),
  ],
  [
    'origins.main.workload',
    (it) => ({ origins: { main: { workload: web(it, { minInstances: 0 }), tlsSecret } } }),
  ],
  [
    'origins.main.workload',
    (it) => {
      const job = new SecureJob(it, 'job', { project: project(it), image: image() });
      return { origins: { main: { workload: job, tlsSecret } } };
    },
  ],
  [
    'origins.main.tlsSecret',
    (it) => ({ origins: { main: { workload: web(it), tlsSecret: undefined as never } } }),
  ],
  [
    'origins.main.weight',
    (it) => ({ origins: { main: { workload: web(it), tlsSecret, weight: 101 } } }),
  ],
  [
    'steering',
    (it) => ({
      origins: {
        us: { workload: web(it, {}, 'us'), tlsSecret },
        eu: { workload: web(it, {}, 'eu'), tlsSecret },
      },
    }),
  ],
  ['steering', () => ({ steering: Steering.failover('main', 'eu') })],
  [
    'origins.eu',
    (it) => {
      const home = { project: project(it), image: image() };
      return {
        origins: {
          us: { workload: new SecureApp(it, 'us', home), tlsSecret },
          eu: { workload: new SecureApp(it, 'eu', home), tlsSecret },
        },
        steering: Steering.fastest(),
      };
    },
  ],
  ['healthCheck.interval', () => ({ healthCheck: { interval: 1 } })],
  ['cutover', () => ({ cutover: 'now' as Cutover })],
])('a host is refused for its %s', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

describe('the eight steps', () => {
  test('are listed with what takes them', () => {
    const stack = newStack();
    const { steps, url, poolIds } = domain(stack);
    expect(poolIds).toHaveLength(1);
    expect(url).toBe('https://shop.example.com');
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const taken = (index: number) => steps[index].addresses.map((it) => it.replace(/\.[^.]*$/, ''));
    expect(taken(1)).toEqual(['ibm_code_engine_domain_mapping']);
    expect(taken(4)).toEqual([
      'ibm_cis_healthcheck',
      'ibm_cis_origin_pool',
      'ibm_cis_global_load_balancer',
    ]);
    expect(taken(6)).toEqual(['ibm_code_engine_app']);
    expect(taken(7)).toEqual(['data.ibm_code_engine_app']);
    expect(steps.some(({ isPending }) => isPending)).toBe(false);
  });

  const problems = (override: (stack: TerraformStack) => void, props = {}) => {
    const stack = newStack();
    const host = domain(stack, props);
    override(stack);
    return host.node.validate();
  };
  const within = (path: string) => (stack: TerraformStack) =>
    path.split('/').reduce((it: any, id) => it.node.findChild(id), stack);

  test('are all taken', () => {
    expect(problems(() => undefined)).toEqual([]);
  });

  test.each<[number, string, (element: any) => void]>([
    [2, 'shop/Mapping-main/Resource', (it) => it.addOverride('name', 'www.example.com')],
    [2, 'shop/Mapping-main/Resource', (it) => it.addOverride('tls_secret', '')],
    [2, 'shop/Mapping-main/Resource', (it) => it.addOverride('component', undefined)],
    [3, 'shop/LoadBalancer', (it) => it.addOverride('cis_id', 'crn:other')],
    [4, 'shop/LoadBalancer', (it) => it.addOverride('domain_id', `${ZONE_ID}:${CIS_CRN}`)],
    [5, 'shop/LoadBalancer', (it) => it.addOverride('name', 'www.example.com')],
    [5, 'shop/LoadBalancer', (it) => it.addOverride('enabled', false)],
    [5, 'shop/LoadBalancer', (it) => it.addOverride('default_pool_ids', undefined)],
    [5, 'shop/Pool-all', (it) => it.addOverride('monitor', undefined)],
    [5, 'shop/Pool-all', (it) => it.addOverride('origins', undefined)],
    [5, 'shop/Pool-all', (it) => it.addOverride('enabled', false)],
    [5, 'shop/HealthCheck', (it) => it.addOverride('headers', undefined)],
    [6, 'shop/LoadBalancer', (it) => it.addOverride('proxied', false)],
    [6, 'shop/LoadBalancer', (it) => it.addOverride('ttl', 60)],
    [7, 'web/Resource', (it) => it.addOverride('managed_domain_mappings', 'local_public')],
    [7, 'web/Resource', (it) => it.addOverride('managed_domain_mappings', undefined)],
    [8, 'web/Gate', (it) => it.addOverride('lifecycle.postcondition', undefined)],
  ])('step %i is missed where %s is written over', (step, path, override) => {
    const found = problems((stack) => override(within(path)(stack)));
    expect(found).toEqual([
      expect.stringMatching(new RegExp(`^steps\\.${step}: got .*, expected`)),
    ]);
  });

  test('step 1 is missed by a host outside the domain, before anything is made', () => {
    expect(refused(() => ({ host: 'shop.example.net' }))).toEqual([
      'host: got "shop.example.net", expected a host of example.com',
    ]);
  });
});

describe('an app that is public already', () => {
  const origins = (it: TerraformStack, props: Partial<SecureAppProps>) => ({
    origins: { main: { workload: web(it, props), tlsSecret } },
  });

  test('stays public while the way through the edge is prepared', () => {
    const stack = newStack();
    const host = domain(stack, { cutover: Cutover.PREPARE, ...origins(stack, PUBLIC) });
    expect(host.node.validate()).toEqual([]);
    const pending = host.steps.filter(({ isPending }) => isPending).map(({ number }) => number);
    expect(pending).toEqual([7, 8]);
  });

  test('is closed only if a proxied load balancer answers for the host', () => {
    const { only } = synthesize((stack) =>
      domain(stack, { cutover: Cutover.COMPLETE, ...origins(stack, {}) }),
    );
    expect(only('data.ibm_cis_global_load_balancers')).toEqual({
      cis_id: CIS_CRN,
      domain_id: ZONE_ID,
      lifecycle: {
        postcondition: [
          {
            condition:
              '${anytrue([for it in self.cis_glb : it.name == "shop.example.com" && it.proxied && it.enabled])}',
            error_message: expect.stringContaining('apply with Cutover.PREPARE first'),
          },
        ],
      },
    });
  });
});
