import { isMasked } from '../../credentials';
import { groupedBy } from '../../grouped';
import { Resource } from '../../resource';
import { Rule, breaks, holds } from '../../rule';
import { Unknown, Value, isUnknown } from '../../value';

/** Keys of the formats whose values are no secrets. */
const PUBLIC = ['username', 'server', 'email', 'known_hosts', 'tls_cert', 'access_key_id'];

export const dataNotLiteral: Rule = {
  id: 'secrets/data-not-literal',
  title: 'no value of a secret stands in the code, or in what a plan prints',
  severity: 'critical',
  types: ['ibm_code_engine_secret'],
  reads: ['data'],
  remedy: 'take it from Secrets Manager, or from a variable that is sensitive',
  fix: {
    typescript: 'SecretValue.fromVariable(this, "api_token")',
    hcl: 'variable "api_token" { sensitive = true }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-secret',
  row: 'secrets',
  controls: ['NIST IA-5(7)', 'NIST SC-28', 'IBM-FS IA-5(7)', 'OWASP A02'],
  packs: ['baseline', 'financial-services'],
  catalogue: ['SEC-004'],

  judge(secret) {
    // what Terraform hides as a whole is hidden, whatever it is made of.
    if (secret.isSensitive('data')) return holds;
    const values = secret.entries('data').filter(([key]) => !PUBLIC.includes(key));
    const literal = values.find(
      ([, it]) => !isUnknown(it) && it !== '' && it !== null && it !== undefined,
    );
    if (literal) return breaks(`\`data.${literal[0]}\` is a literal, which every plan prints`);
    const shown = values.find(([, it]) => isShown(secret, it));
    if (shown) return breaks(`\`data.${shown[0]}\` comes from a variable that is not sensitive`);
    const open = values.find(([, it]) => isUnknown(it) && !isHidden(it));
    return open ? secret.undecided(`data.${open[0]}`) : holds;
  },
};

/** Whether it is a variable that everybody may see. */
const isShown = (secret: Resource, value: Value): boolean =>
  isUnknown(value) &&
  !value.isSensitive &&
  value.references.length === 1 &&
  secret.overall(variables).has(`variable.${value.references[0].slice('var.'.length)}`);

const variables = (any: Resource) => groupedBy(any.others('variable.'), (it) => it.address);

/** Whether Terraform hides it: by the word of the code, or since it is a credential to the provider. */
const isHidden = (value: Unknown): boolean =>
  value.isSensitive || (value.paths.length > 0 && value.paths.every(isMasked));
