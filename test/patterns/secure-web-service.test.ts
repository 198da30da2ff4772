import { TerraformStack } from 'cdktf';
import { CisZone } from '../../lib/constructs/edge/cis-zone';
import { EdgeAlerts } from '../../lib/constructs/edge/edge-alerts';
import { EdgeFirewall } from '../../lib/constructs/edge/edge-firewall';
import { CertificateSource } from '../../lib/constructs/certificates/certificate-source';
import { ICisZone } from '../../lib/constructs/edge/zone';
import { SecureWebService, SecureWebServiceProps } from '../../lib/patterns/secure-web-service';
import { CisPlan } from '../../lib/facts/cis-plans';
import { refusalOf } from '../kit/refusal';
import { RESOURCE_GROUP_ID, image, project, zone } from '../kit/samples';
import { hub, issuer } from '../kit/samples-certificates';
import { newStack, synthesize } from '../kit/synth';

const service = (stack: TerraformStack, props: Partial<SecureWebServiceProps> = {}, id = 'web') => {
  const place = props.zone ?? zone(stack);
  return new SecureWebService(stack, id, {
    project: props.project ?? project(stack),
    image: image(),
    zone: place,
    host: 'shop.example.com',
    certificate: props.certificate ?? ordered(stack, place),
    hub: props.hub ?? hub(stack),
    rotatorImage: image(),
    emails: ['security@example.com'],
    ...props,
  });
};

const ordered = (stack: TerraformStack, place: ICisZone) =>
  CertificateSource.ordered(issuer(stack, { zone: place }));

test('a service takes all eight steps, and nobody gets around the edge', () => {
  const { only } = synthesize((stack) => {
    const own = new CisZone(stack, 'own', {
      domain: 'example.com',
      plan: CisPlan.ENTERPRISE_ADVANCED,
      resourceGroupId: RESOURCE_GROUP_ID,
    });
    const { domain, url } = service(stack, { zone: own });
    // the first step is to own a domain.
    const taken = domain.steps.filter(({ addresses }) => addresses.length > 0);
    expect(taken.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(url).toBe('https://shop.example.com');
  });
  expect(only('ibm_code_engine_app')).toMatchObject({
    managed_domain_mappings: 'local',
    scale_min_instances: 1,
    probe_readiness: { type: 'http', path: '/' },
  });
  expect(only('ibm_cis_ruleset_rule').rule).toMatchObject({
    rate_limit: { requests_per_period: 100, period: 60 },
  });
});

test('the path of the check at the edge is the path of readiness, and the app has its options', () => {
  const { only } = synthesize((stack) =>
    service(stack, { healthPath: '/ready', appOptions: { port: 3000, minInstances: 2 } }),
  );
  expect(only('ibm_cis_healthcheck').path).toBe('/ready');
  expect(only('ibm_code_engine_app')).toMatchObject({
    image_port: 3000,
    scale_min_instances: 2,
    probe_readiness: { path: '/ready' },
  });
});

test('whoever is told of attacks is told of certificates', () => {
  const { all, only } = synthesize((stack) => service(stack, { emails: ['ops@example.com'] }));
  expect(only('ibm_en_subscription_email').attributes).toMatchObject({
    invited: ['ops@example.com'],
  });
  expect(all('ibm_cis_alert').map((it) => it.mechanisms[0].email)).toEqual(
    all('ibm_cis_alert').map(() => ['ops@example.com']),
  );
});

test('a firewall and alerts that there are already do for the service', () => {
  const { all } = synthesize((stack) => {
    const it = zone(stack);
    const firewall = new EdgeFirewall(stack, 'firewall', { zone: it });
    const alerts = new EdgeAlerts(stack, 'alerts', { zone: it, emails: ['ops@example.com'] });
    const made = service(stack, { zone: it, alerts });
    expect(made.firewall).toBe(firewall);
    expect(made.alerts).toBe(alerts);
  });
  expect(all('ibm_cis_ruleset_rule')).toEqual([]);
  const health = all('ibm_cis_alert').filter((it) => /health/.test(it.alert_type));
  expect(health).toHaveLength(1);
});

test('two services share a zone, a hub and a project', () => {
  const { all } = synthesize((stack) => {
    const place = zone(stack);
    const shared = {
      project: project(stack),
      zone: place,
      hub: hub(stack),
      certificate: ordered(stack, place),
    };
    const { alerts } = service(stack, shared);
    service(stack, { ...shared, alerts, host: 'blog.example.com' }, 'blog');
  });
  expect(all('ibm_code_engine_app')).toHaveLength(2);
  expect(all('ibm_cis_global_load_balancer')).toHaveLength(2);
  expect(all('ibm_cis_tls_settings')).toHaveLength(1);
  expect(all('ibm_sm_en_registration')).toHaveLength(1);
});

test('a plan without rate limits and alerts has the rest', () => {
  const { types } = synthesize((stack) => {
    const made = service(stack, { zone: zone(stack, CisPlan.STANDARD_NEXT) });
    expect(made.alerts).toBeUndefined();
  });
  expect(types).toContain('ibm_cis_global_load_balancer');
  expect(types).not.toContain('ibm_cis_ruleset_rule');
});

test('a service names every problem of its own props at once', () => {
  const stack = newStack();
  const certificate = ordered(stack, zone(stack));
  expect(
    refusalOf(() =>
      service(stack, {
        certificate,
        image: 'web' as never,
        emails: ['nobody'],
        healthPath: 'ready',
        zone: {} as never,
        alerts: {} as never,
      }),
    ),
  ).toEqual([
    expect.stringMatching(/^image: got /),
    expect.stringMatching(/^zone: got /),
    expect.stringMatching(/^emails\.0: got "nobody"/),
    expect.stringMatching(/^healthPath: got "ready"/),
    expect.stringMatching(/^alerts: got /),
  ]);
  expect(refusalOf(() => service(newStack(), { emails: [] }))).toEqual([
    expect.stringMatching(/^emails: got /),
  ]);
});
