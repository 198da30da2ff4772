import { PROXY_VARIABLES } from '../../../facts/auth-proxy';
import { Resource, View } from '../../resource';
import { Rule, breaks, holds } from '../../rule';
import { listOf, proxyVariables } from '../../sign-in-proxy';

export const proxyNamesWhoEnters: Rule = {
  id: 'auth/proxy-names-who-enters',
  title: 'a sign-in proxy says whom it lets in',
  severity: 'high',
  types: ['ibm_code_engine_app'],
  reads: ['run_env_variables'],
  remedy: 'let groups or e-mail domains in, and not everybody',
  fix: {
    typescript: 'proxy.allowRole(reader)',
    hcl: 'run_env_variables { type = "literal" name = "OAUTH2_PROXY_ALLOWED_GROUPS" value = "readers" }',
  },
  reference: 'https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview',
  row: 'authentication',
  controls: ['NIST AC-3', 'NIST AC-6', 'IBM-FS AC-3', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: [],

  judge(app) {
    const variables = proxyVariables(app);
    const domains = variables.get(PROXY_VARIABLES.emailDomains);
    if (domains === undefined || !listOf(domains).includes('*')) return holds;
    const groups = variables.get(PROXY_VARIABLES.allowedGroups);
    // a group that only Terraform knows is a group all the same.
    if (groups !== undefined && (!groups.isKnown('value') || listOf(groups).length > 0))
      return holds;
    return isClosed(app, variables.get(PROXY_VARIABLES.issuerUrl))
      ? holds
      : breaks(`'${PROXY_VARIABLES.emailDomains}' is '*', and no group is asked for`);
  },
};

/** Whether those who sign in are the people of a tenant that nobody enters uninvited. */
function isClosed(app: Resource, issuer: View | undefined): boolean {
  const [application] = (issuer?.follow('value') ?? []).filter(
    ({ type }) => type === 'ibm_appid_application',
  );
  if (!application) return false;
  const { closed, open } = app.overall(tenants);
  const tenant = tenantOf(application);
  if (!closed.has(tenant)) open.get(tenant)?.get('signup_enabled');
  return closed.has(tenant);
}

/** The tenants that nobody enters uninvited, and those of which that is not known. */
function tenants(any: Resource) {
  const directories = any.others('ibm_appid_idp_cloud_directory');
  const isKnown = (it: Resource) => it.isKnown('signup_enabled');
  const closed = directories.filter((it) => isKnown(it) && it.flag('signup_enabled') === false);
  const open = directories.filter((it) => !isKnown(it));
  return {
    closed: new Set(closed.map(tenantOf)),
    open: new Map(open.map((it) => [tenantOf(it), it])),
  };
}

const tenantOf = (it: Resource): string =>
  it.known('tenant_id') ?? it.references('tenant_id').join();
