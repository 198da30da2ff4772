import { mountedReadOnly } from '../../../../lib/policy/rules/secrets/mounted-read-only';
import { UNKNOWN, testRule } from '../../../kit/rules';

const mounted = (...run_volume_mounts: object[]) => ({ run_volume_mounts });

testRule(mountedReadOnly, {
  holds: [
    mounted({ type: 'secret', reference: 's', mount_path: '/s' }),
    mounted({ type: 'secret', read_only: true }, { type: UNKNOWN, read_only: true }),
    mounted({ type: 'persistent_data_store', read_only: false }),
  ],
  breaks: [mounted({ type: 'secret', read_only: false })],
  unknown: [
    mounted({ type: 'secret', read_only: UNKNOWN }),
    mounted({ type: UNKNOWN, read_only: false }),
  ],
  saysNothing: 'holds',
});
