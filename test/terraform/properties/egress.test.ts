/** Whatever props the types allow: egress is refused in its own words, or Terraform accepts what it renders. */
import { EgressPolicy } from '../../../lib/constructs/workloads/egress-policy';
import { egressProps } from '../../kit/arbitraries-access';
import { judges } from '../../kit/judged';

judges([
  ['EgressPolicy', () => egressProps, (stack, id, props) => new EgressPolicy(stack, id, props)],
]);
