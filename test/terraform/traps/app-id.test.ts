import { describeOffline } from '../../kit/terraform';
import { specimen } from '../specimen';
import { walk } from './trapped';

const APPLICATION = 'ibm_appid_application';
const AUDIT = 'ibm_appid_audit_status';
const DIRECTORY = 'ibm_appid_idp_cloud_directory';
const MFA = 'ibm_appid_mfa';
const PASSWORDS = 'ibm_appid_apm';
const REGEX = 'ibm_appid_password_regex';
const ROLE = 'ibm_appid_role';
const TOKENS = 'ibm_appid_token_config';
const URLS = 'ibm_appid_redirect_urls';

const tenant_id = '01234567-89ab-cdef-0123-456789abcdef';
const of = (type: string, values: object = {}) => ({
  [type]: specimen(type, { tenant_id, ...values }),
});

describeOffline('the traps of a tenant', () => {
  const it = walk();
  const lose = (type: string) => it.workspace.cloud.delete(type, it.stored(type).id);

  test('app-id/application-type-change-replaces: with a new client id and secret', async () => {
    await it.apply(of(APPLICATION, { type: 'regularwebapp' }));
    const { client_id, secret } = it.stored(APPLICATION);
    expect(await it.apply(of(APPLICATION, { type: 'singlepageapp' }))).toContain(
      'must be replaced',
    );
    expect(it.stored(APPLICATION).client_id).not.toBe(client_id);
    expect(it.stored(APPLICATION).secret).not.toBe(secret);
  });

  test('app-id/cloud-directory-identity-fields-never-converge: when left out', async () => {
    const diff = /identity_confirm_methods\s+= \[[^]*identity_field\s+= "email" -> null/;
    await it.apply(of(DIRECTORY, { is_active: true }));
    expect(await it.apply(of(DIRECTORY, { is_active: true }))).toMatch(diff);
    expect(await it.plan()).toMatch(diff);
  });

  test('app-id/cloud-directory-opens-sign-up-by-default: to everybody', async () => {
    await it.apply(of(DIRECTORY, { is_active: true }));
    expect(it.stored(DIRECTORY)).toMatchObject({
      self_service_enabled: true,
      signup_enabled: true,
    });
  });

  test('app-id/redirect-urls-have-two-owners: each overwrites the other', async () => {
    const owner = (host: string) => ({ tenant_id, urls: [`https://${host}.example.com`] });
    const resource = {
      [URLS]: { one: owner('one'), two: { ...owner('two'), depends_on: [`${URLS}.one`] } },
    };
    await it.apply({}, { resource });
    expect(it.stored(URLS).urls).toEqual(['https://two.example.com']);
    expect(await it.apply({}, { resource })).toMatch(/"https:\/\/two\.example\.com" -> "https/);
    expect(it.stored(URLS).urls).toEqual(['https://one.example.com']);
  });

  test('app-id/token-config-sends-what-is-unset: off, with a time', async () => {
    await it.apply(of(TOKENS));
    const sent = { anonymous_access_enabled: false, anonymous_token_expires_in: 2592000 };
    expect(it.stored(TOKENS)).toMatchObject(sent);
    const refresh = { refresh_token_enabled: false, refresh_token_expires_in: 2592000 };
    expect(it.stored(TOKENS)).toMatchObject(refresh);
  });

  test('app-id/missing-redirect-urls-break-refresh: and every plan', async () => {
    await it.apply(of(URLS, { urls: ['https://www.example.com'] }));
    lose(URLS);
    expect(await it.failure(of(URLS))).toContain(
      'Error loading AppID Cloud Directory redirect urls',
    );
  });

  test('app-id/missing-role-breaks-refresh: and every plan', async () => {
    await it.apply(of(ROLE));
    lose(ROLE);
    expect(await it.failure(of(ROLE))).toContain('Error loading AppID role');
  });
});

describeOffline('what is destroyed leaves the tenant open', () => {
  const it = walk();
  const off = { enabled: false };

  /** What the tenant has once the resource is gone from the state. */
  const left = async (type: string, values: object) => {
    await it.apply(of(type, values));
    expect(it.stored(type)).toMatchObject(values);
    await it.destroy();
    return it.stored(type);
  };

  test('app-id/destroyed-audit-status-stops-auditing: at once', async () => {
    expect((await left(AUDIT, { is_active: true })).is_active).toBe(false);
  });

  test('app-id/destroyed-cloud-directory-opens-sign-up: though inactive', async () => {
    const closed = { is_active: true, self_service_enabled: false, signup_enabled: false };
    const open = { is_active: false, self_service_enabled: true, signup_enabled: true };
    expect(await left(DIRECTORY, closed)).toMatchObject(open);
  });

  test('app-id/destroyed-mfa-switches-it-off: until it is made again', async () => {
    expect((await left(MFA, { is_active: true })).is_active).toBe(false);
    await it.apply(of(MFA, { is_active: true }));
    expect(it.stored(MFA).is_active).toBe(true);
  });

  test('app-id/destroyed-password-management-is-off: all of it', async () => {
    const policies = {
      lockout_policy: [{ enabled: true }],
      min_password_change_interval: [{ enabled: true }],
      password_expiration: [{ enabled: true }],
      password_reuse: [{ enabled: true }],
    };
    const after = await left(PASSWORDS, {
      enabled: true,
      prevent_password_with_username: true,
      ...policies,
    });
    expect(after).toMatchObject({ enabled: false, prevent_password_with_username: false });
    for (const policy of Object.keys(policies)) expect(after[policy]).toMatchObject([off]);
  });

  test('app-id/destroyed-password-regex-is-emptied: any password passes', async () => {
    expect((await left(REGEX, { regex: '^.{12,}$' })).regex).toBe('');
  });

  test('app-id/destroyed-redirect-urls-are-emptied: nobody comes back', async () => {
    expect((await left(URLS, { urls: ['https://www.example.com'] })).urls).toEqual([]);
  });

  test('app-id/destroyed-token-config-allows-anonymous-login: again', async () => {
    const after = await left(TOKENS, { anonymous_access_enabled: false });
    expect(after.anonymous_access_enabled).toBe(true);
  });
});
