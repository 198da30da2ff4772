import { tlsDataFollowsHost } from '../../../../lib/policy/rules/secrets/tls-data-follows-host';
import { UNKNOWN, testRule } from '../../../kit/rules';

const tls = (lifecycle?: unknown) => ({ format: 'tls', lifecycle });

testRule(tlsDataFollowsHost, {
  holds: [
    tls({ ignore_changes: ['data'], replace_triggered_by: ['terraform_data.host'] }),
    tls({ ignore_changes: ['data'], create_before_destroy: true }),
    { format: 'tls' },
    { format: 'generic', lifecycle: { ignore_changes: ['data'] } },
  ],
  breaks: [tls({ ignore_changes: ['data'] })],
  unknown: [{ format: UNKNOWN }, tls(UNKNOWN)],
  saysNothing: 'holds',
});
