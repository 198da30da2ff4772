import { Rule, breaks, holds } from '../../rule';

export const noAnonymous: Rule = {
  id: 'auth/no-anonymous',
  title: 'nobody gets a token without signing in',
  severity: 'high',
  types: ['ibm_appid_token_config'],
  reads: ['anonymous_access_enabled'],
  remedy: 'switch anonymous access off',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'anonymous_access_enabled = false',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-anonymous',
  row: 'authentication',
  controls: ['NIST AC-14', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IDP-004'],

  judge(settings) {
    return settings.flag('anonymous_access_enabled') === true
      ? breaks('`anonymous_access_enabled` is true')
      : holds;
  },
};
