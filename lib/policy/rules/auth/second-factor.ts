import { Rule, breaks, holds } from '../../rule';

export const secondFactor: Rule = {
  id: 'auth/second-factor',
  title: 'signing in takes a second factor',
  severity: 'medium',
  types: ['ibm_appid_mfa'],
  reads: ['is_active'],
  remedy: 'switch the second factor on',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'is_active = true',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-cd-mfa',
  row: 'authentication',
  controls: ['NIST IA-2(1)', 'NIST IA-8', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IDP-007'],

  judge(settings) {
    return settings.flag('is_active') === true ? holds : breaks('`is_active` is not true');
  },
};
