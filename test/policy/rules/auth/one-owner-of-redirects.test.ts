import { oneOwnerOfRedirects } from '../../../../lib/policy/rules/auth/one-owner-of-redirects';
import { testRule, world } from '../../../kit/rules';

const two = (a: string, b: string) =>
  world({ ibm_appid_redirect_urls: { it: { tenant_id: a }, other: { tenant_id: b } } });

testRule(oneOwnerOfRedirects, {
  holds: [two('a', 'b'), { tenant_id: 'a' }],
  breaks: [
    two('a', 'a'),
    two('${ibm_resource_instance.t.guid}', '${ibm_resource_instance.t.guid}'),
  ],
  unknown: [],
  saysNothing: 'holds',
});
