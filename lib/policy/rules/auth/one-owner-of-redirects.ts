import { Rule, breaks, holds } from '../../rule';

export const oneOwnerOfRedirects: Rule = {
  id: 'auth/one-owner-of-redirects',
  title: 'the redirect addresses of a tenant have one owner',
  severity: 'medium',
  types: ['ibm_appid_redirect_urls'],
  reads: ['tenant_id'],
  remedy: 'list all addresses in one resource',
  fix: {
    typescript: 'new AppIdTenant(this, "users", { redirectUrls: […] })',
    hcl: '# one ibm_appid_redirect_urls for each tenant',
  },
  reference:
    'https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/appid_redirect_urls',
  row: 'authentication',
  controls: ['NIST CM-6'],
  packs: ['baseline'],
  catalogue: [],

  judge(redirects) {
    const tenant = (it: typeof redirects) =>
      it.references('tenant_id').join() || it.text('tenant_id');
    const others = redirects
      .others('ibm_appid_redirect_urls')
      .filter((it) => it.address !== redirects.address);
    const same = others.find((it) => tenant(it) === tenant(redirects));
    return same ? breaks(`${same.address} writes the same list`) : holds;
  },
};
