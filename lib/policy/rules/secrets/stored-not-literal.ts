import { Rule, breaks, holds } from '../../rule';
import { Value } from '../../value';

const VALUES = ['payload', 'password', 'data', 'private_key', 'lets_encrypt_private_key'];

export const storedNotLiteral: Rule = {
  id: 'secrets/stored-not-literal',
  title: 'no value that Secrets Manager keeps stands in the code',
  severity: 'critical',
  types: [
    'ibm_sm_arbitrary_secret',
    'ibm_sm_username_password_secret',
    'ibm_sm_kv_secret',
    'ibm_sm_imported_certificate',
    'ibm_sm_public_certificate_configuration_ca_lets_encrypt',
  ],
  reads: ['payload', 'password', 'data', 'private_key', 'lets_encrypt_private_key'],
  remedy: 'take it from a variable that is sensitive, or let the service make it',
  fix: {
    typescript: 'SecretValue.fromVariable(this, "api_token")',
    hcl: 'payload = var.partner_token',
  },
  reference: 'https://cloud.ibm.com/docs/secrets-manager?topic=secrets-manager-arbitrary-secrets',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'IBM-FS IA-5(7)', 'OWASP A07'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-008'],

  judge(secret) {
    for (const attribute of VALUES) {
      const isLiteral = ([path, it]: [string, Value]) =>
        path.split('.')[0] === attribute && typeof it === 'string' && it !== '';
      if (secret.leaves().some(isLiteral)) return breaks(`\`${attribute}\` is a literal`);
    }
    // a plan hides literals too: then only a reference tells that it is none, and not of every member of a map.
    const open = VALUES.find(
      (it) =>
        !secret.isKnown(it) && (secret.references(it).length === 0 || secret.pattern(it) === ''),
    );
    return open ? secret.undecided(open) : holds;
  },
};
