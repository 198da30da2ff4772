import { ServiceAccount } from '../../../facts/roles';
import { Rule, breaks, holds } from '../../rule';

export const noServiceAccount: Rule = {
  id: 'workloads/no-service-account',
  title: 'a container has no rights in its own project',
  severity: 'high',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job'],
  reads: ['run_service_account'],
  remedy: 'give it no service account',
  fix: {
    typescript: 'new SecureApp(this, "web", { serviceAccount: ServiceAccount.NONE, … })',
    hcl: 'run_service_account = "none"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-service-accounts',
  row: 'access',
  controls: ['NIST AC-6', 'IBM-FS AC-6', 'OWASP A01'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['IAM-009'],

  judge(container) {
    const account = container.text('run_service_account');
    return account === ServiceAccount.NONE
      ? holds
      : breaks(`\`run_service_account\` is '${account ?? ''}'`);
  },
};
