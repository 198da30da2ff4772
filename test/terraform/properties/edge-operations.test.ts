/** Whatever props the types allow: alerts, logs and pages are refused in their own words, or accepted by Terraform. */
import { TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { EdgeAlerts } from '../../../lib/constructs/edge/edge-alerts';
import { EdgeLogs } from '../../../lib/constructs/edge/edge-logs';
import { ErrorPages } from '../../../lib/constructs/edge/error-pages';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { DOMAIN, instanceCrn } from '../../kit/arbitraries-edge';
import { alertsProps, logsProps, pagesProps } from '../../kit/arbitraries-operations';
import { judges } from '../../kit/judged';

/** A zone of its own for each run, since a page of one has one owner. */
const zone = (stack: TerraformStack, id: string) =>
  CisZone.fromAttributes(stack, `${id}-zone`, {
    crn: instanceCrn(id.padStart(36, '0')),
    zoneId: '0'.repeat(32),
    domain: DOMAIN,
    plan: CisPlan.ENTERPRISE_ESSENTIAL,
  });

judges([
  [
    'EdgeAlerts',
    alertsProps,
    (stack, id, props) => new EdgeAlerts(stack, id, { zone: zone(stack, id), ...props }),
  ],
  [
    'EdgeLogs',
    logsProps,
    (stack, id, props) => new EdgeLogs(stack, id, { zone: zone(stack, id), ...props }),
  ],
  [
    'ErrorPages',
    () => pagesProps,
    (stack, id, props) => new ErrorPages(stack, id, { zone: zone(stack, id), ...props }),
  ],
]);
