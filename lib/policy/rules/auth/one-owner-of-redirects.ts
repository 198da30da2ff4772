import { groupedBy } from '../../grouped';
import { Resource } from '../../resource';
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
    if (redirects.others(redirects.type).length === 1) return holds;
    const { byTenant, open } = redirects.overall(owners);
    const own = tenantOf(redirects) ?? redirects.text('tenant_id') ?? '';
    const same = byTenant.get(own)?.find((it) => it.address !== redirects.address);
    if (same) return breaks(`${same.address} writes the same list`);
    open?.get('tenant_id');
    return holds;
  },
};

/** Which tenant it is: by where its id is taken from, or by the id; undefined where neither is known. */
const tenantOf = (it: Resource): string | undefined =>
  it.references('tenant_id').join() ||
  (it.isKnown('tenant_id') ? (it.text('tenant_id') ?? '') : undefined);

function owners(any: Resource) {
  const all = any.others(any.type);
  return {
    byTenant: groupedBy(all, tenantOf),
    open: all.find((it) => tenantOf(it) === undefined),
  };
}
