import { zoneNarrow } from '../../../../lib/policy/rules/access/zone-narrow';
import { UNKNOWN, testRule } from '../../../kit/rules';

const zone = (type: string, value: string) => ({ addresses: [{ type, value }] });

testRule(zoneNarrow, {
  holds: [
    zone('subnet', '192.0.2.0/24'),
    zone('subnet', '10.0.0.0/8'),
    zone('ipRange', '192.0.2.1-192.0.2.9'),
    zone('ipAddress', '192.0.2.1'),
    zone('vpc', UNKNOWN),
    zone('subnet', '2001:db8::/64'),
  ],
  breaks: [
    zone('subnet', '0.0.0.0/0'),
    zone('subnet', '::/0'),
    zone('subnet', '20.0.0.0/8'),
    zone('ipRange', '1.0.0.0-9.255.255.255'),
  ],
  unknown: [zone('subnet', UNKNOWN), zone(UNKNOWN, '192.0.2.1'), { addresses: UNKNOWN }],
  saysNothing: 'holds',
});
