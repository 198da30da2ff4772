import { Rule, breaks, holds } from '../../rule';
import { Value, isUnknown } from '../../value';

const BLOCKS = ['service_access', 'service_operator'];

export const generatedDataHidden: Rule = {
  id: 'secrets/generated-data-hidden',
  title: 'credentials that Code Engine makes are not printed by each plan',
  severity: 'high',
  types: ['ibm_code_engine_secret'],
  reads: ['format', 'lifecycle.ignore_changes'],
  remedy: 'ignore changes of data',
  fix: {
    typescript: 'SecretData.serviceAccess({ … })',
    hcl: 'lifecycle { ignore_changes = [data] }',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-service-binding',
  row: 'secrets',
  controls: ['NIST SC-28', 'NIST AU-9', 'IBM-FS SC-28'],
  packs: ['baseline'],
  catalogue: [],

  judge(secret) {
    if (!BLOCKS.includes(secret.text('format') ?? '')) return holds;
    // read stores what was made, and a plan shows it in clear as a change to nothing.
    const ignored = secret.blocks('lifecycle').flatMap((it) => it.leaves());
    return ignored.some(isData) ? holds : breaks('`lifecycle.ignore_changes` does not name `data`');
  },
};

/** Names of attributes are bare words in one format, and expressions in the other. */
const isData = ([path, it]: [string, Value]) =>
  path === 'ignore_changes' && (isUnknown(it) || it === 'data' || it === 'all');
