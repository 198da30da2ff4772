import { groupedBy } from '../../grouped';
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
    const [puller] = policy.references('iam_id').flatMap((id) => {
      return policy.overall(pulling).get(id) ?? [];
    });
    return puller
      ? breaks(`\`roles\` has '${strong}', and ${puller.address} pulls with its key`)
      : holds;
  },
};

/** The secrets that something pulls with, by the service IDs whose keys they hold. */
const pulling = (any: Resource) =>
  groupedBy(any.others('ibm_code_engine_secret').filter(pulls), (secret) =>
    secret.follow('data').flatMap((key) => key.references('iam_service_id')),
  );

const pulls = (secret: Resource): boolean =>
  PULLING.some((type) => secret.users(type, 'image_secret').length > 0);
