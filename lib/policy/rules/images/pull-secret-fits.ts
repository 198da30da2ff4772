import { Rule, breaks, holds } from '../../rule';

const SECRET = 'ibm_code_engine_secret';

export const pullSecretFits: Rule = {
  id: 'images/pull-secret-fits',
  title: 'the secret of a registry is of the format for it',
  severity: 'medium',
  types: [
    'ibm_code_engine_app',
    'ibm_code_engine_job',
    'ibm_code_engine_function',
    'ibm_code_engine_build',
  ],
  reads: ['image_secret', 'code_secret', 'output_secret'],
  remedy: 'refer to a secret of format registry',
  fix: {
    typescript: 'new ExternalRegistry(this, "images", { … })',
    hcl: 'format = "registry"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-add-registry',
  row: 'registries',
  controls: ['NIST IA-5', 'NIST CM-6'],
  packs: [],
  catalogue: ['IMG-005'],

  judge(workload) {
    for (const attribute of ['image_secret', 'code_secret', 'output_secret']) {
      for (const secret of workload.follow(attribute).filter(({ type }) => type === SECRET)) {
        const format = secret.text('format');
        if (format !== 'registry')
          return breaks(`the \`format\` of its \`${attribute}\` is '${format ?? ''}'`);
      }
    }
    return holds;
  },
};
