/** Stores, groups and the secrets in them, through real Terraform. */
import { TerraformStack, TerraformVariable } from 'cdktf';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { ArbitrarySecret } from '../../../lib/constructs/secrets/arbitrary-secret';
import { IamCredentials } from '../../../lib/constructs/secrets/iam-credentials';
import { KeyValueSecret } from '../../../lib/constructs/secrets/key-value-secret';
import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretGroup } from '../../../lib/constructs/secrets/secret-group';
import { SecretsStore } from '../../../lib/constructs/secrets/secrets-store';
import { UserCredentials } from '../../../lib/constructs/secrets/user-credentials';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecretsManagerPlan } from '../../../lib/facts/secrets-manager';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID, image, project, waiver } from '../../kit/samples';
import { STORE_CRN, group, job, store, value } from '../../kit/samples-secrets';

const serviceId = 'ServiceId-01234567-89ab-cdef-0123-456789abcdef';
const made = (stack: TerraformStack) =>
  new SecretsStore(stack, 'store', { resourceGroupId: RESOURCE_GROUP_ID, region: 'eu-de' });
const byVariable = (stack: TerraformStack) => {
  const variable = new TerraformVariable(stack, 'crn', { type: 'string', default: STORE_CRN });
  return SecretsStore.fromCrn(stack, 'store', { crn: variable.stringValue });
};
const full = (stack: TerraformStack) => ({
  group: group(stack),
  secretName: 'shop.secret',
  description: 'of the shop',
  labels: ['shop', 'two words'],
});

takesThroughLife({
  'a minimal SecretsStore': (stack) => void made(stack),
  'a full SecretsStore': (stack) =>
    void new SecretsStore(stack, 'store', {
      resourceGroupId: RESOURCE_GROUP_ID,
      region: 'us-south',
      instanceName: 'Secrets: test',
      plan: SecretsManagerPlan.TRIAL,
      publicEndpoint: true,
      deletionProtection: false,
      waivers: { publicEndpoint: waiver(), deletionProtection: waiver() },
    }),
  'a store that is read as a whole': (stack) => {
    made(stack).grantRead(job(stack));
  },
  'a minimal SecretGroup that a workload reads': (stack) => {
    const shop = new SecretGroup(stack, 'shop', { store: made(stack) });
    shop.grantRead(job(stack));
  },
  'a full SecretGroup in a store by variable': (stack) => {
    const own = { store: byVariable(stack), groupName: 'shop.prod', description: 'of the shop' };
    new SecretGroup(stack, 'shop', own).grantRead(job(stack));
  },
  'a minimal ArbitrarySecret': (stack) =>
    void new ArbitrarySecret(stack, 'token', { group: group(stack), payload: value(stack) }),
  'a full ArbitrarySecret whose value is in an AppSecret too': (stack) => {
    const props = { ...full(stack), payload: value(stack), expiresOn: '2030-12-31' };
    const token = new ArbitrarySecret(stack, 'token', props);
    const data = SecretData.generic({ TOKEN: token.valueInState() });
    new AppSecret(stack, 'secret', { project: project(stack), data });
  },
  'a minimal KeyValueSecret': (stack) =>
    void new KeyValueSecret(stack, 'database', { group: group(stack), data: { A: value(stack) } }),
  'a full KeyValueSecret': (stack) =>
    void new KeyValueSecret(stack, 'database', {
      ...full(stack),
      data: { USER: value(stack), 'pass.word': value(stack) },
    }),
  'minimal UserCredentials': (stack) =>
    void new UserCredentials(stack, 'database', { group: group(stack), username: 'shop' }),
  'full UserCredentials': (stack) =>
    void new UserCredentials(stack, 'database', {
      ...full(stack),
      username: 'shop',
      passwordLength: 64,
      passwordSymbols: false,
      automaticRotation: false,
      rotationDays: 7,
      waivers: { manualRotation: waiver() },
    }),
  'minimal IamCredentials': (stack) =>
    void new IamCredentials(stack, 'key', { group: group(stack), serviceId }),
  'full IamCredentials of a store that may make keys': (stack) => {
    const secrets = SecretsStore.fromCrn(stack, 'secrets', { crn: STORE_CRN, issuesApiKeys: true });
    const shop = new SecretGroup(stack, 'shop', { store: secrets });
    new IamCredentials(stack, 'key', {
      ...full(stack),
      group: shop,
      serviceId,
      ttl: 3600 * 24 * 60,
    });
  },
  'one app, its group and all kinds of secrets in a new store': (stack) => {
    const shop = new SecretGroup(stack, 'shop', { store: made(stack) });
    new ArbitrarySecret(stack, 'token', { group: shop, payload: value(stack) });
    new KeyValueSecret(stack, 'settings', { group: shop, data: { A: value(stack) } });
    new UserCredentials(stack, 'database', { group: shop, username: 'shop' });
    const keys = ['one', 'two'].map(
      (id) => new IamCredentials(stack, id, { group: shop, serviceId }),
    );
    const web = new SecureApp(stack, 'web', { project: project(stack), image: image() });
    for (const key of keys) key.grantRead(web);
  },
  'one app of a store that exists': (stack) => {
    const shop = new SecretGroup(stack, 'shop', { store: store(stack) });
    new UserCredentials(stack, 'database', { group: shop, username: 'shop' });
    shop.grantRead(job(stack));
  },
});
