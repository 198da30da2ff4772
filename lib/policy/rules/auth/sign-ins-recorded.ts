import { Rule, breaks, holds } from '../../rule';

export const signInsRecorded: Rule = {
  id: 'auth/sign-ins-recorded',
  title: 'a tenant records who signed in',
  severity: 'medium',
  types: ['ibm_appid_audit_status'],
  reads: ['is_active'],
  remedy: 'switch the records on',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'is_active = true',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-at-events',
  row: 'authentication',
  controls: ['NIST AU-2', 'NIST AU-12', 'OWASP A09'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(records) {
    return records.flag('is_active') === true ? holds : breaks('`is_active` is not true');
  },
};
