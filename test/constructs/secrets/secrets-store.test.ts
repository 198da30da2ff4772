import { TerraformStack, TerraformVariable } from 'cdktf';
import {
  ExistingStoreOptions,
  SecretsStore,
  SecretsStoreProps,
} from '../../../lib/constructs/secrets/secrets-store';
import { IWorkload } from '../../../lib/constructs/workloads/workload';
import { EndpointType, SecretsManagerPlan } from '../../../lib/facts/secrets-manager';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, recorded, waiver } from '../../kit/samples';
import { STORE_CRN, STORE_ID, job } from '../../kit/samples-secrets';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const store = (stack: TerraformStack, props: Partial<SecretsStoreProps> = {}) =>
  new SecretsStore(stack, 'secrets', {
    resourceGroupId: RESOURCE_GROUP_ID,
    region: 'eu-de',
    ...props,
  });
const existing = (stack: TerraformStack, options: Partial<ExistingStoreOptions> = {}) =>
  SecretsStore.fromCrn(stack, 'secrets', { crn: STORE_CRN, ...options });
const refused = (props: Partial<SecretsStoreProps>) => refusalOf(() => store(newStack(), props));

test('a store renders its defaults: private, protected, to stay', () => {
  const synthesized = synthesize((stack) => store(stack));
  expect(synthesized.types).toEqual(['ibm_resource_instance']);
  expect(synthesized.only('ibm_resource_instance')).toEqual({
    name: 'test-secrets',
    service: 'secrets-manager',
    plan: 'standard',
    location: 'eu-de',
    resource_group_id: RESOURCE_GROUP_ID,
    parameters: { allowed_network: 'private-only' },
    timeouts: { create: '30m' },
    lifecycle: { prevent_destroy: true },
  });
});

test('a store renders every prop, and its waivers', () => {
  const props = {
    instanceName: 'Secrets: test',
    plan: SecretsManagerPlan.TRIAL,
    publicEndpoint: true,
    deletionProtection: false,
    waivers: { publicEndpoint: waiver(), deletionProtection: waiver() },
  };
  const block = synthesize((stack) => store(stack, props)).only('ibm_resource_instance');
  expect(block).toMatchObject({
    name: 'Secrets: test',
    plan: 'trial',
    parameters: { allowed_network: 'public-and-private' },
    lifecycle: { prevent_destroy: false },
    waivers: [recorded('secrets/store-private'), recorded('secrets/store-protected')],
  });
});

test.each<[string, Partial<SecretsStoreProps>]>([
  ['region', { region: 'frankfurt' }],
  ['region', { region: undefined }],
  ['plan', { plan: 'lite' as SecretsManagerPlan }],
  ['resourceGroupId', { resourceGroupId: 'default' }],
  ['instanceName', { instanceName: 'a/b' }],
  ['publicEndpoint', { publicEndpoint: true }],
  ['deletionProtection', { deletionProtection: false }],
  ['waivers.publicEndpoint', { waivers: { publicEndpoint: waiver() } }],
  ['waivers.deletionProtection', { waivers: { deletionProtection: waiver() } }],
])('a store is refused for its %s when it is %j', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a store hands out what its secrets and their readers need', () => {
  const handedOut = renderedValues((stack) => {
    const { instanceId, crn, region, endpointType, serviceUrl } = store(stack);
    return { instanceId, crn, region, endpointType, serviceUrl };
  });
  const guid = '${ibm_resource_instance.secrets_A5B80D73.guid}'.replace(
    /secrets_\w+/,
    /secrets_\w+/.exec(handedOut.instanceId as string)![0],
  );
  expect(handedOut).toEqual({
    instanceId: guid,
    crn: guid.replace('.guid', '.crn'),
    region: 'eu-de',
    endpointType: 'private',
    serviceUrl: `https://${guid}.private.eu-de.secrets-manager.appdomain.cloud`,
  });
});

test('a public store is reached by Terraform from the internet, by workloads as before', () => {
  const props = { publicEndpoint: true, waivers: { publicEndpoint: waiver() } };
  const { endpointType, serviceUrl } = store(newStack(), props);
  expect(endpointType).toBe(EndpointType.PUBLIC);
  expect(serviceUrl).toContain('.private.');
});

describe('a store that exists', () => {
  test('is known by its name', () => {
    const { instanceId, crn, region, endpointType, serviceUrl } = existing(newStack());
    expect({ instanceId, crn, region, endpointType, serviceUrl }).toEqual({
      instanceId: STORE_ID,
      crn: STORE_CRN,
      region: 'eu-de',
      endpointType: 'private',
      serviceUrl: `https://${STORE_ID}.private.eu-de.secrets-manager.appdomain.cloud`,
    });
    expect(existing(newStack(), { publicEndpoint: true }).endpointType).toBe('public');
  });

  test('is taken apart by Terraform where only that knows its name', () => {
    const parts = renderedValues((stack) => {
      const crn = new TerraformVariable(stack, 'crn', { type: 'string' }).stringValue;
      const { serviceUrl } = existing(stack, { crn });
      return { serviceUrl };
    });
    expect(parts.serviceUrl).toBe(
      'https://${element(split(":", var.crn), 7)}.private.${element(split(":", var.crn), 5)}.secrets-manager.appdomain.cloud',
    );
  });

  test.each([['shop'], [STORE_CRN.replace('secrets-manager', 'kms')], [undefined]])(
    'is not known by %p',
    (crn) => {
      expect(refusalOf(() => existing(newStack(), { crn: crn as string }))).toEqual([
        expect.stringMatching(/^crn: got /),
      ]);
    },
  );
});

test.each([
  ['new', store],
  ['existing', existing],
])('a workload is granted to read all of a %s store, once', (_, define) => {
  const policy = synthesize((stack) => {
    const workload = job(stack);
    const secrets = define(stack);
    secrets.grantRead(workload);
    secrets.grantRead(workload);
  }).only('ibm_iam_trusted_profile_policy');
  expect(policy.roles).toEqual(['SecretsReader']);
  expect(Object.keys(policy.resources as object)).toEqual(['resource_instance_id', 'service']);
});

test('what is no workload is granted nothing', () => {
  expect(refusalOf(() => store(newStack()).grantRead({} as IWorkload))).toEqual([
    expect.stringMatching(/^workload: got /),
  ]);
});
