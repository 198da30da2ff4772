import { Rule, breaks, holds } from '../../rule';

export const passwordRules: Rule = {
  id: 'auth/password-rules',
  title: 'a tenant locks out who guesses and lets nobody keep a password for ever',
  severity: 'medium',
  types: ['ibm_appid_apm'],
  reads: [
    'enabled',
    'lockout_policy.enabled',
    'password_reuse.enabled',
    'password_expiration.enabled',
    'prevent_password_with_username',
  ],
  remedy: 'switch every rule for passwords on',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'lockout_policy { enabled = true … }',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-cd-strength',
  row: 'authentication',
  controls: ['NIST IA-5(1)', 'NIST AC-7'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IDP-008'],

  judge(passwords) {
    const parts = [
      'enabled',
      'lockout_policy.enabled',
      'password_reuse.enabled',
      'password_expiration.enabled',
      'prevent_password_with_username',
    ];
    const off = parts.find((it) => passwords.flag(it) !== true);
    return off === undefined ? holds : breaks(`\`${off}\` is not true`);
  },
};
