import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { NO_CHANGES, walk } from './trapped';

const ARBITRARY = 'ibm_sm_arbitrary_secret';
const AUTHORITY = 'ibm_sm_public_certificate_configuration_ca_lets_encrypt';
const CREDENTIALS = 'ibm_sm_iam_credentials_secret';
const GROUP = 'ibm_sm_secret_group';
const IMPORTED = 'ibm_sm_imported_certificate';
const INSTANCE = 'ibm_resource_instance';
const KEY_VALUE = 'ibm_sm_kv_secret';
const ORDERED = 'ibm_sm_public_certificate';
const PASSWORD = 'ibm_sm_username_password_secret';
const REGISTRATION = 'ibm_sm_en_registration';

const instance_id = '01234567-89ab-cdef-0123-456789abcdef';
const region = 'us-south';
const of = (type: string, values: object) => ({
  [type]: specimen(type, { instance_id, region, ...values }),
});
const arbitrary = (values: object) => of(ARBITRARY, { payload: 'own-payload', ...values });
const certificate = (common_name: string) => of(ORDERED, { common_name });

describeOffline('the traps of secrets', () => {
  const it = walk();

  test('secrets-manager/arbitrary-payload-is-in-state: though no plan shows it', async () => {
    expect(await it.apply(arbitrary({}))).not.toContain('own-payload');
    expect(it.state(ARBITRARY).payload).toBe('own-payload');
  });

  test('secrets-manager/iam-credentials-api-key-is-in-state: as the service made it', async () => {
    await it.apply(of(CREDENTIALS, { ttl: '1800' }));
    expect(it.state(CREDENTIALS).api_key).toMatch(/./);
    expect(it.state(CREDENTIALS).api_key).toBe(it.stored(CREDENTIALS).api_key);
  });

  test('secrets-manager/kv-data-is-in-state: though no plan shows it', async () => {
    expect(await it.apply(of(KEY_VALUE, { data: { KEY: 'own-value' } }))).not.toContain(
      'own-value',
    );
    expect(it.state(KEY_VALUE).data).toEqual({ KEY: 'own-value' });
  });

  test('secrets-manager/kv-values-become-strings: whatever they were', async () => {
    await it.apply(of(KEY_VALUE, { data: { count: 1, on: true } }));
    expect(it.stored(KEY_VALUE).data).toEqual({ count: '1', on: 'true' });
    expect(await it.plan()).toContain(NO_CHANGES);
  });

  test('secrets-manager/password-is-in-state: the one that the service made too', async () => {
    await it.apply(of(PASSWORD, { username: 'user' }));
    expect(it.state(PASSWORD).password).toMatch(/./);
    expect(it.state(PASSWORD).password).toBe(it.stored(PASSWORD).password);
  });

  test('secrets-manager/expiration-date-cannot-be-removed: the apply fails', async () => {
    await it.apply(arbitrary({ expiration_date: '2030-01-01T00:00:00Z' }));
    await it.apply(arbitrary({ expiration_date: '2031-01-01T00:00:00Z' }));
    expect(await it.failure(arbitrary({}))).toContain('Failed to get "expiration_date"');
    expect(it.stored(ARBITRARY).expiration_date).toBe('2031-01-01T00:00:00Z');
  });

  test('secrets-manager/expiration-date-with-offset-never-converges: of the same time', async () => {
    const dated = arbitrary({ expiration_date: '2030-01-01T02:00:00+02:00' });
    const diff = /expiration_date\s+= "2030-01-01T00:00:00Z" -> "2030-01-01T02:00:00\+02:00"/;
    await it.apply(dated);
    expect(await it.apply(dated)).toMatch(diff);
    expect(await it.plan()).toMatch(diff);
  });
});

describeOffline('the traps of certificates', () => {
  const it = walk();

  test('secrets-manager/certificate-private-key-is-in-state: given or ordered', async () => {
    const given = of(IMPORTED, { certificate: 'own-certificate', private_key: 'own-key' });
    expect(await it.apply({ ...given, ...certificate('a.example.com') })).not.toContain('own-key');
    expect(it.state(IMPORTED)).toMatchObject({ private_key: 'own-key' });
    expect(it.state(ORDERED).private_key).toMatch(/./);
    expect(it.state(ORDERED).private_key).toBe(it.stored(ORDERED).private_key);
  });

  test('secrets-manager/lets-encrypt-account-key-is-in-state: of the authority', async () => {
    const authority = of(AUTHORITY, { lets_encrypt_private_key: 'account-key' });
    expect(await it.apply(authority)).not.toContain('account-key');
    expect(it.state(AUTHORITY).lets_encrypt_private_key).toBe('account-key');
  });

  test('secrets-manager/public-certificate-change-orders-a-new-one: after the old', async () => {
    await it.apply(certificate('a.example.com'));
    const { id } = it.stored(ORDERED);
    const text = await it.apply(certificate('b.example.com'));
    expect(text).toMatch(/Destruction complete[^]*Creating\.\.\./);
    expect(it.stored(ORDERED).id).not.toBe(id);
  });

  test('secrets-manager/renewed-value-in-an-output: the output changes alone', async () => {
    const output = { until: { value: `\${${ORDERED}.it.expiration_date}` } };
    await it.apply(certificate('a.example.com'), { output });
    expect(await it.plan()).toContain(NO_CHANGES);
    it.meddle(ORDERED, { expiration_date: '2031-01-01T00:00:00Z' });
    expect(await it.plan()).toMatch(/Changes to Outputs[^]*until\s+=.*"2031-01-01T00:00:00Z"/);
  });
});

describeOffline('the traps of instances', () => {
  const it = walk();

  test('secrets-manager/event-registration-change-replaces: for a description', async () => {
    const described = (event_notifications_source_description: string) =>
      of(REGISTRATION, { event_notifications_source_description });
    await it.apply(described('old'));
    expect(await it.apply(described('new'))).toMatch(/"old" -> "new" # forces replacement/);
  });

  test('secrets-manager/unset-region-is-the-providers: wherever the instance is', async () => {
    await it.apply({
      [INSTANCE]: specimen(INSTANCE, { service: 'secrets-manager', location: 'eu-de' }),
      ...of(GROUP, { instance_id: `\${${INSTANCE}.it.guid}`, region: undefined }),
    });
    expect(it.stored(GROUP)).toMatchObject({ instance_id: it.stored(INSTANCE).guid, region });
  });
});
