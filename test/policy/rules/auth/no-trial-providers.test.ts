import { noTrialProviders } from '../../../../lib/policy/rules/auth/no-trial-providers';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const tenant = (google?: object, facebook?: object) =>
  world({
    ibm_resource_instance: { it: { service: 'appid' } },
    ...(google ? { ibm_appid_idp_google: { one: google } } : {}),
    ...(facebook ? { ibm_appid_idp_facebook: { other: facebook } } : {}),
  });
const own = { is_active: true, config: { application_id: 'shop', application_secret: UNKNOWN } };

testRule(noTrialProviders, {
  holds: [
    tenant({ is_active: false }, { is_active: false }),
    tenant(own, { is_active: false }),
    { service: 'secrets-manager' },
  ],
  breaks: [
    tenant(),
    tenant({ is_active: false }),
    tenant({ is_active: true }, { is_active: false }),
    world({ ibm_appid_idp_cloud_directory: { it: { is_active: true } } }),
  ],
  unknown: [tenant({ is_active: UNKNOWN }, { is_active: false }), { service: UNKNOWN }],
  saysNothing: 'holds',
});
