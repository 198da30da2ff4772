import { samlSigned } from '../../../../lib/policy/rules/auth/saml-signed';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(samlSigned, {
  holds: [{ config: [{ sign_request: true, encrypt_response: true }] }],
  breaks: [{ config: [{ sign_request: true }] }],
  unknown: [{ config: [{ sign_request: UNKNOWN }] }],
  saysNothing: 'breaks',
});
