import { proxyNamesWhoEnters } from '../../../../lib/policy/rules/auth/proxy-names-who-enters';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const variable = (name: string, value: string) => ({
  ...{ type: 'literal', name: `OAUTH2_PROXY_${name}`, value },
});
const proxy = (variables: Record<string, string>) => ({
  run_env_variables: Object.entries(variables).map(([name, value]) => variable(name, value)),
});
const ofTenant = (directory: object) =>
  world({
    ibm_code_engine_app: {
      it: proxy({
        EMAIL_DOMAINS: '*',
        OIDC_ISSUER_URL: '${ibm_appid_application.web.oauth_server_url}',
      }),
    },
    ibm_appid_application: { web: { tenant_id: '${ibm_resource_instance.users.guid}' } },
    ibm_appid_idp_cloud_directory: {
      people: { tenant_id: '${ibm_resource_instance.users.guid}', ...directory },
    },
    ibm_resource_instance: { users: { service: 'appid' } },
  });

testRule(proxyNamesWhoEnters, {
  holds: [
    proxy({ EMAIL_DOMAINS: '*', ALLOWED_GROUPS: 'readers' }),
    proxy({ EMAIL_DOMAINS: '*', ALLOWED_GROUPS: UNKNOWN }),
    proxy({ EMAIL_DOMAINS: 'example.com' }),
    ofTenant({ signup_enabled: false }),
  ],
  breaks: [
    proxy({ EMAIL_DOMAINS: '*' }),
    proxy({ EMAIL_DOMAINS: 'example.com, *', ALLOWED_GROUPS: '' }),
    proxy({ EMAIL_DOMAINS: '*', OIDC_ISSUER_URL: 'https://accounts.google.com' }),
    ofTenant({ signup_enabled: true }),
    ofTenant({}),
  ],
  unknown: [proxy({ EMAIL_DOMAINS: UNKNOWN }), ofTenant({ signup_enabled: UNKNOWN })],
  saysNothing: 'holds',
});
