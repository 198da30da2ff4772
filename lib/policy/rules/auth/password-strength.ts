import { Rule, breaks, holds } from '../../rule';

export const passwordStrength: Rule = {
  id: 'auth/password-strength',
  title: 'a tenant asks for strong passwords',
  severity: 'low',
  types: ['ibm_appid_idp_cloud_directory'],
  reads: ['tenant_id'],
  remedy: 'add a pattern that passwords have to match',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'resource "ibm_appid_password_regex" "strong" { … }',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-cd-strength',
  row: 'authentication',
  controls: ['NIST IA-5(1)'],
  packs: [],
  catalogue: ['IDP-009'],

  judge(directory) {
    return directory.others('ibm_appid_password_regex').length > 0
      ? holds
      : breaks('no `ibm_appid_password_regex` in the configuration');
  },
};
