import { Rule, breaks, holds } from '../../rule';

export const noSelfSignUp: Rule = {
  id: 'auth/no-self-sign-up',
  title: 'nobody signs up by themselves',
  severity: 'high',
  types: ['ibm_appid_idp_cloud_directory'],
  reads: ['signup_enabled'],
  remedy: 'switch sign-up off',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'signup_enabled = false',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-cloud-directory',
  row: 'authentication',
  controls: ['NIST AC-2', 'NIST IA-8', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IDP-002'],

  judge(settings) {
    return settings.flag('signup_enabled') === false
      ? holds
      : breaks('`signup_enabled` is not false');
  },
};
