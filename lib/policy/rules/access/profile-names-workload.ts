import { isOne } from '../../iam-scope';
import { Rule, breaks, holds } from '../../rule';

export const profileNamesWorkload: Rule = {
  id: 'access/profile-names-workload',
  title: 'a trusted profile names the workload that may use it',
  severity: 'high',
  types: ['ibm_iam_trusted_profile_link'],
  reads: ['cr_type', 'link.component_name', 'link.crn'],
  remedy: 'name the component',
  fix: {
    typescript: 'WorkloadIdentity.of(app)',
    hcl: 'link { component_type = "application" component_name = ibm_code_engine_app.web.name … }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-trusted-profiles',
  row: 'access',
  controls: ['NIST AC-3', 'NIST AC-6', 'IBM-FS AC-6', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-008'],

  judge(link) {
    if (link.text('cr_type') !== 'CE') return holds;
    const [target] = link.blocks('link');
    if (!target?.given('crn')) return breaks('`link.crn` is not there: any project is let in');
    if (!isOne(target, 'component_name')) {
      return breaks('`link.component_name` is not there: all that runs in the project is let in');
    }
    return holds;
  },
};
