import { Rule, breaks, holds } from '../../rule';

export const tenantProtected: Rule = {
  id: 'auth/tenant-protected',
  title: 'what makes a tenant strict is safe from being destroyed by Terraform',
  severity: 'high',
  types: [
    'ibm_resource_instance',
    'ibm_appid_apm',
    'ibm_appid_audit_status',
    'ibm_appid_idp_cloud_directory',
    'ibm_appid_idp_facebook',
    'ibm_appid_idp_google',
    'ibm_appid_mfa',
    'ibm_appid_password_regex',
    'ibm_appid_redirect_urls',
    'ibm_appid_token_config',
  ],
  reads: ['service', 'lifecycle.prevent_destroy'],
  remedy: 'set prevent_destroy',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { deletionProtection: true, … })',
    hcl: 'lifecycle { prevent_destroy = true }',
  },
  reference:
    'https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/appid_token_config',
  row: 'authentication',
  controls: ['NIST CM-5', 'NIST CP-9', 'NIST AC-14'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(setting) {
    if (setting.type === 'ibm_resource_instance' && setting.text('service') !== 'appid')
      return holds;
    // destroyed, it is set back: anonymous tokens and sign-up on, the second factor off.
    return setting.blocks('lifecycle').some((it) => it.flag('prevent_destroy'))
      ? holds
      : breaks('`lifecycle.prevent_destroy` is not true');
  },
};
