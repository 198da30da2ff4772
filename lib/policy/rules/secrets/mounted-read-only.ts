import { Rule, breaks, holds } from '../../rule';

export const mountedReadOnly: Rule = {
  id: 'secrets/mounted-read-only',
  title: 'a workload cannot write where a secret is mounted',
  severity: 'low',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job'],
  reads: ['run_volume_mounts.type', 'run_volume_mounts.read_only'],
  remedy: 'mount it read-only',
  fix: {
    typescript: 'mounts: { "/etc/tls": Mount.fromSecret(secret) }',
    hcl: 'read_only = true',
  },
  reference:
    'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secretcm-reference-mountedfiles',
  row: 'secrets',
  controls: ['NIST AC-6'],
  packs: [],
  catalogue: ['SEC-013'],

  judge(workload) {
    const mounts = workload
      .blocks('run_volume_mounts')
      .filter((it) => (it.known('type') ?? 'secret') === 'secret');
    const open = mounts.find((it) => it.known('read_only') === 'false' && it.isKnown('type'));
    if (open) return breaks(`\`read_only\` is false where a secret is mounted`);
    for (const it of mounts)
      if (it.known('read_only') !== 'true') it.get(it.isKnown('type') ? 'read_only' : 'type');
    return holds;
  },
};
