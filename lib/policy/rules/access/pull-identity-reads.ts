import { serviceOf } from '../../iam-scope';
import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';

const PULLING = ['ibm_code_engine_app', 'ibm_code_engine_job'];

export const pullIdentityReads: Rule = {
  id: 'access/pull-identity-reads',
  title: 'who pulls images may do no more than read them',
  severity: 'medium',
  types: ['ibm_iam_service_policy'],
  reads: ['roles', 'resources.service', 'ibm_code_engine_secret.data'],
  remedy: 'give it the role Reader alone, and push with another identity',
  fix: {
    typescript: 'registry.grantPull(app)',
    hcl: 'roles = ["Reader"]',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-add-registry',
  row: 'registries',
  controls: ['NIST AC-6', 'IBM-FS AC-6'],
  packs: ['baseline'],
  catalogue: ['IAM-013'],

  judge(policy) {
    if (serviceOf(policy) !== 'container-registry') return holds;
    const strong = policy.texts('roles').find((role) => !['Reader', 'Viewer'].includes(role));
    if (strong === undefined) return holds;
    const keys = policy.follow('iam_id').flatMap((id) => id.users('ibm_iam_service_api_key'));
    const secrets = keys.flatMap((key) => key.users('ibm_code_engine_secret'));
    const pulls = (secret: Resource) =>
      PULLING.some((type) => secret.users(type, 'image_secret').length > 0);
    const puller = secrets.find(pulls);
    return puller
      ? breaks(`\`roles\` has '${strong}', and ${puller.address} pulls with its key`)
      : holds;
  },
};
