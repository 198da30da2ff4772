import { passwordStrength } from '../../../../lib/policy/rules/auth/password-strength';
import { testRule, world } from '../../../kit/rules';

const strong = world({
  ibm_appid_idp_cloud_directory: { it: {} },
  ibm_appid_password_regex: { r: {} },
});

testRule(passwordStrength, {
  holds: [strong],
  breaks: [{ is_active: true }],
  unknown: [],
  saysNothing: 'breaks',
});
