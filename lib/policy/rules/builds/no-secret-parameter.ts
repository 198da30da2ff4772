import { Rule, breaks, holds } from '../../rule';

export const noSecretParameter: Rule = {
  id: 'builds/no-secret-parameter',
  title: 'no parameter of a build is a secret',
  severity: 'high',
  types: ['ibm_code_engine_build'],
  reads: ['run_build_params.type'],
  remedy: 'let the workload read the secret when it runs',
  fix: {
    typescript:
      'new SourceBuild(this, "build", { parameters: { MODE: EnvValue.literal("production") }, … })',
    hcl: 'run_build_params { type = "literal" name = "MODE" value = "production" }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-plan-build',
  row: 'builds',
  controls: ['NIST IA-5(7)', 'NIST SC-28', 'IBM-FS IA-5(7)', 'OWASP A02'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['BLD-005'],

  judge(build) {
    // parameters stay in the layers and the history of the image.
    const parameters = build.blocks('run_build_params');
    const secret = parameters.find((it) => (it.known('type') ?? '').startsWith('secret_'));
    if (secret)
      return breaks(`the \`type\` of \`run_build_params\` is '${secret.known('type') ?? ''}'`);
    for (const it of parameters) it.text('type');
    return holds;
  },
};
