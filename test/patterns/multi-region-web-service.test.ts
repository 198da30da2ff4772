import { TerraformStack } from 'cdktf';
import { CertificateSource } from '../../lib/constructs/certificates/certificate-source';
import { Steering } from '../../lib/constructs/edge/steering';
import { CodeEngineProject } from '../../lib/constructs/workloads/code-engine-project';
import {
  MultiRegionWebService,
  MultiRegionWebServiceProps,
} from '../../lib/patterns/multi-region-web-service';
import { refusalOf } from '../kit/refusal';
import { RESOURCE_GROUP_ID, image, zone } from '../kit/samples';
import { hub, issuer } from '../kit/samples-certificates';
import { newStack, synthesize } from '../kit/synth';

const region = (stack: TerraformStack, name: string) => ({
  project: new CodeEngineProject(stack, name, { resourceGroupId: RESOURCE_GROUP_ID }),
  image: image(),
});

const service = (
  stack: TerraformStack,
  names: string[],
  props: Partial<MultiRegionWebServiceProps> = {},
) => {
  const place = zone(stack);
  return new MultiRegionWebService(stack, 'web', {
    zone: place,
    host: 'shop.example.com',
    certificate: CertificateSource.ordered(issuer(stack, { zone: place })),
    hub: hub(stack),
    rotatorImage: image(),
    emails: ['security@example.com'],
    regions: Object.fromEntries(names.map((name) => [name, region(stack, name)])),
    ...props,
  });
};

test('each region has its app, its certificate and its rotator, behind one host', () => {
  const { all, only } = synthesize((stack) => {
    const { apps, url } = service(stack, ['south', 'north']);
    expect(Object.keys(apps)).toEqual(['south', 'north']);
    expect(url).toBe('https://shop.example.com');
  });
  expect(all('ibm_code_engine_app')).toHaveLength(2);
  expect(all('ibm_code_engine_job')).toHaveLength(2);
  expect(all('ibm_code_engine_secret').filter((it) => it.format === 'tls')).toHaveLength(2);
  expect(all('ibm_sm_public_certificate')).toHaveLength(1);
  expect(only('ibm_cis_global_load_balancer')).toMatchObject({
    steering_policy: 'off',
    default_pool_ids: [expect.stringMatching(/Pool-south/)],
    fallback_pool_id: expect.stringMatching(/Pool-north/),
  });
});

test('of more than two regions it has to be said which one gets a request', () => {
  const three = ['south', 'north', 'east'];
  expect(refusalOf(() => service(newStack(), three))).toEqual([
    expect.stringMatching(/^steering: got nothing/),
  ]);
  const { only } = synthesize((stack) => service(stack, three, { steering: Steering.fastest() }));
  expect(only('ibm_cis_global_load_balancer').steering_policy).toBe('dynamic_latency');
});

test('a service names every problem of its regions at once', () => {
  expect(refusalOf(() => service(newStack(), ['south']))).toEqual([
    expect.stringMatching(/^regions: got "south", expected at least two regions/),
  ]);
  const regions = { 'so/uth': {} as never, north: undefined as never };
  expect(refusalOf(() => service(newStack(), [], { regions, emails: [] }))).toEqual([
    expect.stringMatching(/^regions\.so\/uth: /),
    expect.stringMatching(/project: got /),
    expect.stringMatching(/image: got /),
    expect.stringMatching(/north\.project: got /),
    expect.stringMatching(/north\.image: got /),
    expect.stringMatching(/^emails: got /),
  ]);
});
