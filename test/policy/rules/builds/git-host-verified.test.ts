import { gitHostVerified } from '../../../../lib/policy/rules/builds/git-host-verified';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(gitHostVerified, {
  holds: [
    { format: 'ssh_auth', data: { ssh_key: UNKNOWN, known_hosts: 'a b' } },
    { format: 'tls' },
  ],
  breaks: [{ format: 'ssh_auth', data: { ssh_key: UNKNOWN } }],
  unknown: [
    { format: 'ssh_auth', data: UNKNOWN },
    { format: 'ssh_auth', data: '${sensitive({"ssh_key" = var.key})}' },
    { format: UNKNOWN },
  ],
  saysNothing: 'holds',
});
