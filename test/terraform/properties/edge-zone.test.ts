/** Whatever props the types allow: zones and their TLS are refused in their own words, or accepted by Terraform. */
import { TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { EdgeTls } from '../../../lib/constructs/edge/edge-tls';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { DOMAIN, instanceCrn, tlsProps, zoneProps } from '../../kit/arbitraries-edge';
import { judges } from '../../kit/judged';

/** A zone of its own for each run, since each has one TLS. */
const zone = (stack: TerraformStack, id: string) =>
  CisZone.fromAttributes(stack, `${id}-zone`, {
    crn: instanceCrn(id.padStart(36, '0')),
    zoneId: '0'.repeat(32),
    domain: DOMAIN,
    plan: CisPlan.STANDARD_NEXT,
  });

judges([
  ['CisZone', () => zoneProps, (stack, id, props) => new CisZone(stack, id, props)],
  [
    'EdgeTls',
    () => tlsProps,
    (stack, id, props) => new EdgeTls(stack, id, { zone: zone(stack, id), ...props }),
  ],
]);
