import { Rule, breaks, holds } from '../../rule';

export const notRoot: Rule = {
  id: 'workloads/not-root',
  title: 'a container runs as a user other than root',
  severity: 'medium',
  types: ['ibm_code_engine_app', 'ibm_code_engine_job'],
  reads: ['run_as_user'],
  remedy: 'say which user it runs as',
  fix: {
    typescript: 'new SecureApp(this, "web", { runAsUser: 1001, … })',
    hcl: 'run_as_user = 1001',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-deploy-app',
  row: 'isolation',
  controls: ['NIST AC-6(5)', 'NIST CM-7', 'IBM-FS AC-6(5)'],
  packs: ['financial-services'],
  catalogue: ['RUN-001'],

  judge(container) {
    // 0 is never sent: the image decides, and most images say root.
    return container.number('run_as_user') === 0
      ? breaks('`run_as_user` is 0: the user of the image is taken, which may be root')
      : holds;
  },
};
