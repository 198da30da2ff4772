/** Each trap that stores and the secrets in them name, and the constructs walking past it. */
import { TerraformStack } from 'cdktf';
import { ArbitrarySecret } from '../../../lib/constructs/secrets/arbitrary-secret';
import {
  IamCredentials,
  IamCredentialsProps,
} from '../../../lib/constructs/secrets/iam-credentials';
import { KeyValueSecret } from '../../../lib/constructs/secrets/key-value-secret';
import { SecretGroup } from '../../../lib/constructs/secrets/secret-group';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { SecretsStore, SecretsStoreProps } from '../../../lib/constructs/secrets/secrets-store';
import {
  UserCredentials,
  UserCredentialsProps,
} from '../../../lib/constructs/secrets/user-credentials';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { CANARY, RESOURCE_GROUP_ID, waiver, withProvider } from '../../kit/samples';
import { group, value } from '../../kit/samples-secrets';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const INSTANCE = 'ibm_resource_instance';
const ARBITRARY = 'ibm_sm_arbitrary_secret';
const KEY_VALUE = 'ibm_sm_kv_secret';
const PASSWORD = 'ibm_sm_username_password_secret';
const CREDENTIALS = 'ibm_sm_iam_credentials_secret';
const serviceId = 'ServiceId-01234567-89ab-cdef-0123-456789abcdef';

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const store =
    (props: Partial<SecretsStoreProps> = {}) =>
    (stack: TerraformStack) =>
      new SecretsStore(stack, 'store', {
        resourceGroupId: RESOURCE_GROUP_ID,
        region: 'eu-de',
        ...props,
      });
  const user =
    (props: Partial<UserCredentialsProps> = {}) =>
    (stack: TerraformStack) =>
      void new UserCredentials(stack, 'database', {
        group: group(stack),
        username: 'shop',
        ...props,
      });
  const credentials =
    (props: Partial<IamCredentialsProps> = {}) =>
    (stack: TerraformStack) =>
      void new IamCredentials(stack, 'key', { group: group(stack), serviceId, ...props });
  const arbitrary = (expiresOn?: string) => (stack: TerraformStack) =>
    void new ArbitrarySecret(stack, 'token', {
      group: group(stack),
      payload: value(stack),
      expiresOn,
    });

  test('of a plan and a region that there are not', async () => {
    expectTrap('resources/instance-plan-and-location-are-checked-only-at-apply');
    await it.deploy(store());
    expect(it.inCloud(INSTANCE)).toMatchObject({ plan: 'standard', location: 'eu-de' });
    const wrong = { region: 'frankfurt', plan: 'lite' } as unknown as SecretsStoreProps;
    expect(refusalOf(() => withProvider(store(wrong)))).toHaveLength(2);
  });

  test('of a network that stays open when nothing says it is closed', async () => {
    expectTrap('resources/removed-instance-parameters-stay-set');
    await it.deploy(store({ publicEndpoint: true, waivers: { publicEndpoint: waiver() } }));
    expect(it.inCloud(INSTANCE).parameters).toEqual({ allowed_network: 'public-and-private' });
    await it.change(store());
    expect(it.inCloud(INSTANCE).parameters).toEqual({ allowed_network: 'private-only' });
    await it.converged();
  });

  test('of tags that are deleted for everyone: it renders none', async () => {
    expectTrap('resources/removing-an-instance-tag-deletes-it-account-wide');
    await it.deploy(store());
    const { id, value: instance } = it.workspace.cloud.list(INSTANCE)[0];
    it.workspace.cloud.put(INSTANCE, id, { ...instance, tags: ['of-someone-else'] });
    await it.converged();
    await it.change(store({ instanceName: 'Other' }));
    expect(it.inCloud(INSTANCE).tags).toEqual(['of-someone-else']);
  });

  test('of a region that is the one of the provider', async () => {
    expectTrap('secrets-manager/unset-region-is-the-providers');
    await it.deploy((stack) => {
      const shop = new SecretGroup(stack, 'shop', { store: store()(stack) });
      new ArbitrarySecret(stack, 'token', { group: shop, payload: value(stack) });
    });
    const instance = it.inCloud(INSTANCE).guid;
    for (const type of ['ibm_sm_secret_group', ARBITRARY]) {
      expect(it.inCloud(type)).toMatchObject({
        instance_id: instance,
        region: 'eu-de',
        endpoint_type: 'private',
      });
    }
  });

  test('of a name that the service does not take', async () => {
    expectTrap('secrets-manager/secret-name-is-unchecked');
    await it.deploy(user({ secretName: 'shop.db-1' }));
    expect(it.inCloud(PASSWORD).name).toBe('shop.db-1');
    expect(refusalOf(() => withProvider(user({ secretName: 'shop/db' })))).toHaveLength(1);
  });

  test('of an end that never converges, because it has an offset', async () => {
    expectTrap('secrets-manager/expiration-date-with-offset-never-converges');
    await it.deploy(arbitrary('2030-12-31'));
    expect(it.inCloud(ARBITRARY).expiration_date).toBe('2030-12-31T23:59:59Z');
    await it.converged();
    await it.change(arbitrary('2031-12-31'));
    expect(it.inCloud(ARBITRARY).expiration_date).toBe('2031-12-31T23:59:59Z');
    await it.converged();
  });

  test('of values that are no texts, or that have parts', async () => {
    expectTrap('secrets-manager/kv-values-become-strings');
    expectTrap('secrets-manager/nested-kv-values-are-refused');
    const data = (of: (stack: TerraformStack) => SecretValue) => (stack: TerraformStack) =>
      void new KeyValueSecret(stack, 'settings', { group: group(stack), data: { A: of(stack) } });
    await it.deploy(data(value));
    expect(it.inCloud(KEY_VALUE).data).toEqual({ A: CANARY });
    for (const literal of [1, true, { nested: 'x' }]) {
      const define = data(() => literal as unknown as SecretValue);
      expect(refusalOf(() => withProvider(define))).toHaveLength(1);
    }
    await it.converged();
  });

  test('of a password that is put back after it was renewed', async () => {
    expectTrap('secrets-manager/rotated-password-is-planned-to-be-reverted');
    await it.deploy(user());
    const { id, value: secret } = it.workspace.cloud.list(PASSWORD)[0];
    it.workspace.cloud.put(PASSWORD, id, { ...secret, password: `renewed ${CANARY}` });
    const { stdout } = await it.converged();
    expect(stdout).not.toContain(CANARY);
    await it.change(user({ rotationDays: 7 }));
    expect(it.inCloud(PASSWORD).password).toBe(`renewed ${CANARY}`);
  });

  test('of a rotation without an interval, or with an end', async () => {
    expectTrap('secrets-manager/rotation-without-interval-passes-plan');
    expectTrap('secrets-manager/rotation-with-expiration-date-passes-plan');
    await it.deploy(user());
    expect(it.inCloud(PASSWORD).rotation).toMatchObject([
      { auto_rotate: true, interval: 30, unit: 'day' },
    ]);
    expect(it.inCloud(PASSWORD).expiration_date ?? null).toBeNull();
    const waivers = { manualRotation: waiver() };
    await it.change(user({ automaticRotation: false, waivers }));
    expect(it.inCloud(PASSWORD).rotation).toMatchObject([{ auto_rotate: false }]);
    await it.converged();
  });

  test('of a key that is not to be used again, and of a time in hours', async () => {
    expectTrap('secrets-manager/iam-credentials-need-reuse-api-key');
    expectTrap('secrets-manager/iam-credentials-ttl-in-hours-is-refused');
    await it.deploy(credentials({ ttl: 7200, rotationDays: 30, ...NOT_RENEWED }));
    expect(it.inCloud(CREDENTIALS)).toMatchObject({ reuse_api_key: true, ttl: '7200' });
    expect(refusalOf(() => withProvider(credentials({ ttl: 59, ...NOT_RENEWED })))).toHaveLength(1);
    await it.converged();
  });
});

const NOT_RENEWED = { automaticRotation: false, waivers: { manualRotation: waiver() } };

describeOffline('what a stored secret changes', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('its labels are taken away with those of the code', async () => {
    const labelled =
      (...labels: string[]) =>
      (stack: TerraformStack) =>
        void new UserCredentials(stack, 'database', { group: group(stack), username: 'a', labels });
    await it.deploy(labelled('shop', 'old'));
    await it.change(labelled());
    expect(it.inCloud(PASSWORD).labels).toEqual([]);
    await it.converged();
  });
});
