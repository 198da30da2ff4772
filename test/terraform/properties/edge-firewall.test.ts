/** Whatever a firewall and access rules may be told. */
import { AccessRules } from '../../../lib/constructs/edge/access-rules';
import { EdgeFirewall } from '../../../lib/constructs/edge/edge-firewall';
import { accessProps, firewallProps } from '../../kit/arbitraries-firewall';
import { judges } from '../../kit/judged';
import { zone } from '../../kit/samples-firewall';

judges([
  [
    'EdgeFirewall',
    () => firewallProps,
    (stack, id, { attributes, props }) =>
      new EdgeFirewall(stack, id, { zone: zone(stack, attributes, `${id}-zone`), ...props }),
  ],
  [
    'AccessRules',
    () => accessProps,
    (stack, id, { attributes, props }) =>
      new AccessRules(stack, id, { zone: zone(stack, attributes, `${id}-zone`), ...props }),
  ],
]);
