import { TerraformStack } from 'cdktf';
import { CertificateSource } from '../../lib/constructs/certificates/certificate-source';
import { SignIn } from '../../lib/constructs/auth/sign-in';
import { Image } from '../../lib/constructs/images/image';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import {
  AuthenticatedWebService,
  AuthenticatedWebServiceProps,
} from '../../lib/patterns/authenticated-web-service';
import { refusalOf } from '../kit/refusal';
import { image, project, zone } from '../kit/samples';
import { application, variablesIn } from '../kit/samples-auth';
import { hub, issuer } from '../kit/samples-certificates';
import { newStack, synthesize } from '../kit/synth';

const service = (
  stack: TerraformStack,
  props: Partial<AuthenticatedWebServiceProps> = {},
): AuthenticatedWebService => {
  const place = zone(stack);
  return new AuthenticatedWebService(stack, 'service', {
    project: project(stack),
    image: image(),
    zone: place,
    host: 'shop.example.com',
    certificate: CertificateSource.ordered(issuer(stack, { zone: place })),
    hub: hub(stack),
    rotatorImage: image(),
    emails: ['security@example.com'],
    signIn: SignIn.appId(application(stack)),
    proxyImage: image(),
    cookieSecret: SecretValue.fromVariable(stack, 'cookie_secret'),
    ...props,
  });
};

test('the edge opens the proxy, the proxy opens the app, and nothing else opens either', () => {
  const { all, only } = synthesize((stack) => service(stack).proxy.allowAnyUser());
  const apps = all('ibm_code_engine_app');
  expect(apps.map((it) => it.managed_domain_mappings)).toEqual(['local', 'local']);
  const [app, proxy] = apps;
  expect(only('ibm_code_engine_domain_mapping').component.name).toContain('service_Proxy_App');
  expect(variablesIn(proxy).OAUTH2_PROXY_UPSTREAMS).toMatch(
    /service_App-main_\w+\.endpoint_internal/,
  );
  expect(variablesIn(proxy).OAUTH2_PROXY_REDIRECT_URL).toBe(
    'https://shop.example.com/oauth2/callback',
  );
  expect(app.run_env_variables ?? []).toEqual([]);
});

test('the edge asks the proxy whether it is well, and the app keeps its own path', () => {
  const { all, only } = synthesize((stack) =>
    service(stack, { healthPath: '/healthz' }).proxy.allowAnyUser(),
  );
  expect(only('ibm_cis_healthcheck').path).toBe('/ping');
  expect(all('ibm_code_engine_app')[0].probe_readiness.path).toBe('/healthz');
});

test('nobody may enter until it is said who', () => {
  const { proxy } = service(newStack());
  expect(proxy.node.validate()).toEqual([expect.stringMatching(/^allow: got nobody/)]);
});

test.each<[string, Partial<AuthenticatedWebServiceProps>]>([
  ['project', { project: undefined }],
  ['image', { image: {} as Image }],
  ['signIn', { signIn: {} as SignIn }],
  ['proxyImage', { proxyImage: undefined }],
  ['healthPath', { healthPath: 'healthz' }],
  ['emails', { emails: [] }],
])('a service is refused for its %s when it is %j', (prop, props) => {
  expect(refusalOf(() => service(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('a service hands out its parts', () => {
  const it = service(newStack());
  expect(it.url).toBe('https://shop.example.com');
  expect(it.alerts).toBeDefined();
  expect(it.domain.steps).toHaveLength(8);
  expect(it.certificate).toBeDefined();
  expect(it.firewall).toBeDefined();
  expect(it.app.node.id).toBe('App-main');
});
