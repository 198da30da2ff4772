import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

const PROVIDERS = ['ibm_appid_idp_google', 'ibm_appid_idp_facebook'];

export const noTrialProviders: Rule = {
  id: 'auth/no-trial-providers',
  title: 'a tenant lets nobody in by the trial credentials of Google and Facebook',
  severity: 'high',
  types: ['ibm_resource_instance', 'ibm_appid_idp_cloud_directory'],
  reads: ['service', 'ibm_appid_idp_google.is_active', 'ibm_appid_idp_facebook.is_active'],
  remedy: 'switch both off, or give them credentials of your own',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'resource "ibm_appid_idp_google" "off" { tenant_id = … is_active = false }',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-social',
  row: 'authentication',
  controls: ['NIST AC-3', 'NIST IA-8', 'NIST CM-6'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(tenant) {
    const isInstance = tenant.type === 'ibm_resource_instance';
    if (isInstance && tenant.text('service') !== 'appid') return holds;
    // a new tenant has both on, with credentials that IBM gives to everyone for trying it out.
    const missing = tenant.overall(unsettled);
    return missing === undefined
      ? holds
      : breaks(`no \`${missing}\` in the configuration that is off or has credentials`);
  },
};

const unsettled = (any: Resource): string | undefined =>
  PROVIDERS.find((type) => !any.others(type).some(isSettled));

const isSettled = (it: Resource): boolean =>
  it.flag('is_active') === false || it.blocks('config').length > 0;
