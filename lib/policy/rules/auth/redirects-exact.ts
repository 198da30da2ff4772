import { Rule, breaks, holds } from '../../rule';

export const redirectsExact: Rule = {
  id: 'auth/redirects-exact',
  title: 'a sign-in ends at an exact HTTPS address',
  severity: 'high',
  types: ['ibm_appid_redirect_urls'],
  reads: ['urls'],
  remedy: 'list exact addresses that begin with https',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { redirectUrls: ["https://…"] })',
    hcl: 'urls = ["https://shop.example.com/callback"]',
  },
  reference: 'https://cloud.ibm.com/docs/appid?topic=appid-managing-idp',
  row: 'authentication',
  controls: ['NIST SC-23', 'NIST SC-8', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IDP-005'],

  judge(redirects) {
    const urls = redirects.texts('urls');
    const wrong = urls.find(
      (it) => !/^https:\/\//.test(it) || it.includes('*') || /\/\/(localhost|127\.)/.test(it),
    );
    return wrong === undefined ? holds : breaks(`\`urls\` has ${wrong}`);
  },
};
