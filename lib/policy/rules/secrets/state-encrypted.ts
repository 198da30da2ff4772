import { Rule, breaks, holds, manual } from '../../rule';

export const stateEncrypted: Rule = {
  id: 'secrets/state-encrypted',
  title: 'the state, in which every secret stands, lies encrypted',
  severity: 'high',
  types: ['terraform.'],
  reads: ['backend', 'cloud'],
  remedy: 'keep the state where it is encrypted and few may read it',
  fix: {
    typescript: 'new S3Backend(this, { encrypt: true, … })',
    hcl: 'terraform { backend "s3" { encrypt = true … } }',
  },
  reference: 'https://cloud.ibm.com/docs/schematics?topic=schematics-secure-data',
  row: 'secrets',
  controls: ['NIST SC-28(1)', 'IBM-FS SC-28(1)', 'OWASP A02'],
  packs: ['financial-services'],
  catalogue: ['SEC-012'],

  judge(settings) {
    const [backend] = settings.blocks('backend');
    const [kind] = settings.entries('backend')[0] ?? [];
    if (backend && kind === 'http') {
      const address = backend.text('http.address') ?? '';
      if (address.startsWith('http://'))
        return breaks('`backend.http.address` begins with http://');
    }
    if (kind === 's3' && backend.flag('s3.encrypt') === true) return holds;
    const where =
      kind === undefined || kind === 'local'
        ? 'on the disk of whoever runs Terraform'
        : `in '${kind}'`;
    return settings.has('cloud')
      ? holds
      : manual(`the state lies ${where}: whether it is encrypted does not stand in the code`);
  },
};
