/** Each trap that a construct for sign-in names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import { Defence } from '../../kit/defence';
import { SignIn } from '../../../lib/constructs/auth/sign-in';
import { waiver } from '../../kit/samples';
import { appIn, application, proxy, tenant } from '../../kit/samples-auth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

/** A tenant that may go, an application of it, and a proxy that lets its people in. */
const all = (stack: TerraformStack) => {
  const of = tenant(stack, {
    deletionProtection: false,
    waivers: { deletionProtection: waiver() },
  });
  const it = proxy(stack, { signIn: SignIn.appId(application(stack, of)) });
  it.protect(appIn(stack));
  it.allowAnyUser();
};

/** What Terraform destroyed, in its order. */
const destroyed = (output: string): string[] =>
  [...output.matchAll(/^(\w+)\.[\w-]+(?:\[\d+\])?: Destruction complete/gm)].map(([, it]) => it);

const HARDENING = [
  'ibm_appid_token_config',
  'ibm_appid_mfa',
  'ibm_appid_idp_cloud_directory',
  'ibm_appid_apm',
  'ibm_appid_password_regex',
  'ibm_appid_audit_status',
];

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  test('of settings that are set back while people still come in: the proxy and the application go first', async () => {
    expectTrap('app-id/destroyed-token-config-allows-anonymous-login');
    expectTrap('app-id/destroyed-mfa-switches-it-off');
    expectTrap('app-id/destroyed-cloud-directory-opens-sign-up');
    expectTrap('app-id/destroyed-password-management-is-off');
    expectTrap('app-id/destroyed-password-regex-is-emptied');
    expectTrap('app-id/destroyed-audit-status-stops-auditing');
    expectTrap('app-id/destroyed-redirect-urls-are-emptied');
    await it.deploy(all);
    const { stdout } = await it.workspace.must('destroy', [
      'destroy',
      '-no-color',
      '-auto-approve',
    ]);
    const order = destroyed(stdout);
    const proxyGone = order.indexOf('ibm_code_engine_app');
    const applicationGone = order.indexOf('ibm_appid_application');
    expect(proxyGone).toBeGreaterThanOrEqual(0);
    expect(applicationGone).toBeGreaterThan(proxyGone);
    for (const type of HARDENING) {
      expect([type, order.indexOf(type) > applicationGone]).toEqual([type, true]);
    }
    expect(order.indexOf('ibm_resource_instance')).toBeGreaterThan(
      Math.max(...HARDENING.map((type) => order.indexOf(type))),
    );
  });

  test('of a tenant that is made less strict by taking it out of the code', async () => {
    await it.deploy((stack) => void tenant(stack));
    const refused = await it.workspace.must('plan', ['plan', '-no-color', '-destroy'], [1]);
    expect(refused.stderr).toContain('Instance cannot be destroyed');
  });

  test('of settings that the provider sends where nothing is said, or asks for', async () => {
    expectTrap('app-id/cloud-directory-opens-sign-up-by-default');
    expectTrap('app-id/cloud-directory-identity-fields-never-converge');
    expectTrap('app-id/token-config-sends-what-is-unset');
    expectTrap('app-id/password-management-needs-all-four-blocks');
    await it.deploy((stack) => void tenant(stack));
    expect(it.inCloud('ibm_appid_idp_cloud_directory')).toMatchObject({
      signup_enabled: false,
      self_service_enabled: false,
      identity_field: 'email',
    });
    expect(it.inCloud('ibm_appid_token_config')).toMatchObject({
      anonymous_access_enabled: false,
      access_token_expires_in: 3600,
    });
    await it.converged();
  });

  test('of an application that is replaced, and so known by another id', async () => {
    expectTrap('app-id/application-type-change-replaces');
    const named = (name: string) => (stack: TerraformStack) => {
      application(stack, tenant(stack, { instanceName: name }));
    };
    await it.deploy(named('users'));
    expect(await it.change(named('people'))).not.toContain('must be replaced');
    expect(it.inCloud('ibm_appid_application')).toMatchObject({ type: 'regularwebapp' });
  });
});
