import { NetworkPerimeter } from '../../../lib/constructs/access/network-perimeter';
import { NetworkZone } from '../../../lib/constructs/access/network-zone';
import { PrivateIngress } from '../../../lib/constructs/workloads/private-ingress';
import * as arbitraries from '../../kit/arbitraries-network';
import { PROJECT, judges } from '../../kit/judged';

judges([
  [
    'NetworkZone',
    () => arbitraries.zoneProps,
    (stack, id, props) => new NetworkZone(stack, id, props),
    200,
  ],
  [
    'NetworkPerimeter',
    () => arbitraries.perimeterProps,
    (stack, id, props) => new NetworkPerimeter(stack, id, { project: PROJECT, ...props }),
    200,
  ],
  [
    'PrivateIngress',
    () => arbitraries.ingressProps,
    (stack, id, props) => new PrivateIngress(stack, id, { project: PROJECT, ...props }),
    200,
  ],
]);
