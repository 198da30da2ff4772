import { originPastTheEdge } from '../../../../lib/policy/rules/edge/origin-past-the-edge';
import { testRule } from '../../../kit/rules';

testRule(originPastTheEdge, {
  holds: [],
  breaks: [],
  manual: [{ name: 'shop.example.com' }],
  unknown: [],
  saysNothing: 'manual',
});
