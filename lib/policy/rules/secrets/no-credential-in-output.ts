import { credentialReadBy } from '../../credentials';
import { Rule, breaks, holds } from '../../rule';

export const noCredentialInOutput: Rule = {
  id: 'secrets/no-credential-in-output',
  title: 'an output that tells a credential is hidden',
  severity: 'high',
  types: ['output.'],
  reads: ['value', 'sensitive'],
  remedy: 'mark it sensitive, or hand out the id',
  fix: {
    typescript: 'new TerraformOutput(this, "key", { value, sensitive: true })',
    hcl: 'sensitive = true',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'secrets',
  controls: ['NIST SC-28', 'NIST IA-5(6)', 'IBM-FS SC-28'],
  packs: ['baseline'],
  catalogue: ['SEC-006'],

  judge(output) {
    if (output.flag('sensitive') === true || output.isSensitive('value')) return holds;
    const read = output.isKnown('value') ? undefined : credentialReadBy(output, 'value');
    if (read !== undefined)
      return breaks(`\`value\` reads \`${read}\`, and \`sensitive\` is not true`);
    return holds;
  },
};
