import { bare } from '../../address';
import type { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';
import { isUnknown } from '../../value';

export const profileOverApiKey: Rule = {
  id: 'access/profile-over-api-key',
  title: 'a workload signs in by a trusted profile, and not by an API key',
  severity: 'low',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job', 'ibm_code_engine_function'],
  reads: [
    'run_env_variables.reference',
    'run_volume_mounts.reference',
    'ibm_code_engine_secret.data',
  ],
  remedy: 'link a trusted profile to the workload, and take the key out',
  fix: {
    typescript: 'WorkloadIdentity.of(app)',
    hcl: 'run_compute_resource_token_enabled = true',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-trusted-profiles',
  row: 'access',
  controls: ['NIST IA-5', 'NIST AC-6'],
  packs: [],
  catalogue: ['IAM-007'],

  judge(workload) {
    const parts = ['run_env_variables', 'run_volume_mounts'].flatMap((it) => workload.blocks(it));
    const secrets = parts.flatMap((it) => it.follow('reference'));
    const held = secrets.find((it) => pathsIn(it).some(isKey));
    if (held) return breaks(`it reads ${held.address}, which holds the API key of a service ID`);
    // of what an expression chooses, a plan does not say which attribute is read.
    const open = secrets.find((it) => pathsIn(it).some(mayBeKey));
    // secrets of another configuration are not looked into.
    return open ? workload.undecided(`${open.address}.data`) : holds;
  },
};

const pathsIn = (secret: Resource): readonly string[] => [
  ...secret.leaves().flatMap(([, it]) => (isUnknown(it) ? it.paths : [])),
  ...secret.paths('data'),
];

const isKey = (path: string) => /^ibm_iam_(service_)?api_key\.[\w-]+\.apikey$/.test(bare(path));
const mayBeKey = (path: string) => /^ibm_iam_(service_)?api_key\.[\w-]+$/.test(bare(path));
