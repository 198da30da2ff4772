import { Rule, breaks, holds } from '../../rule';

export const samlSigned: Rule = {
  id: 'auth/saml-signed',
  title: 'a request to a SAML provider is signed and its answer encrypted',
  severity: 'low',
  types: ['ibm_appid_idp_saml'],
  reads: ['config.sign_request', 'config.encrypt_response'],
  remedy: 'sign requests and ask for encrypted answers',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { … })',
    hcl: 'config { sign_request = true encrypt_response = true … }',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-enterprise',
  row: 'authentication',
  controls: ['NIST SC-23', 'NIST AU-12'],
  packs: [],
  catalogue: ['IDP-011'],

  judge(provider) {
    const [config] = provider.blocks('config');
    const off = ['sign_request', 'encrypt_response'].find((it) => config?.flag(it) !== true);
    return off === undefined ? holds : breaks(`\`config.${off}\` is not true`);
  },
};
