import { loadBalancerProxied } from '../../../../lib/policy/rules/edge/load-balancer-proxied';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(loadBalancerProxied, {
  holds: [{ proxied: true }, { proxied: 'true' }],
  breaks: [{ proxied: false }],
  unknown: [{ proxied: UNKNOWN }],
  saysNothing: 'breaks',
});
