import { Rule, breaks, holds } from '../../rule';

export const redirectsToTheDomain: Rule = {
  id: 'auth/redirects-to-the-domain',
  title: 'a sign-in ends at the domain of the app and not at its system domain',
  severity: 'medium',
  types: ['ibm_appid_redirect_urls'],
  reads: ['urls'],
  remedy: 'name the custom domain',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { redirectUrls: ["https://…"] })',
    hcl: 'urls = ["https://shop.example.com/callback"]',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-managing-idp',
  row: 'step 7',
  controls: ['NIST SC-7'],
  packs: ['baseline', 'layer7'],
  catalogue: ['IDP-006'],

  judge(redirects) {
    const urls = redirects.texts('urls');
    const system = urls.find((it) => /\.codeengine\.appdomain\.cloud/.test(it));
    const isMapped = redirects.others('ibm_code_engine_domain_mapping').length > 0;
    return system !== undefined && isMapped ? breaks(`\`urls\` has ${system}`) : holds;
  },
};
