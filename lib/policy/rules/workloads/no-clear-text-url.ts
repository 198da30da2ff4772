import { Rule, breaks, holds } from '../../rule';
import { Value, isUnknown } from '../../value';

const SCHEME = 'http://';

export const noClearTextUrl: Rule = {
  id: 'workloads/no-clear-text-url',
  title: 'a workload is told of no address outside that is read in clear',
  severity: 'medium',
  types: [
    'ibm_code_engine_app',
    'ibm_code_engine_job',
    'ibm_code_engine_function',
    'ibm_code_engine_config_map',
  ],
  reads: ['run_env_variables.value', 'data'],
  remedy: 'name the https address',
  fix: {
    typescript: 'environment: { SHOP_URL: EnvValue.literal("https://shop.example.com") }',
    hcl: 'value = "https://shop.example.com"',
  },
  reference: 'https://cloud.ibm.com/docs/codeengine?topic=codeengine-envvar',
  row: 'tls',
  controls: ['NIST SC-8(1)', 'IBM-FS SC-8(1)', 'OWASP A02'],
  packs: ['financial-services'],
  catalogue: ['NET-013'],

  judge(workload) {
    const texts: [string, Value][] = [
      ...workload.entries('data'),
      ...workload.blocks('run_env_variables').flatMap((it) => it.leaves().filter(isValue)),
    ];
    const clear = texts.find(([, text]) => isOutside(hostOf(patternOf(text))));
    if (clear) return breaks(`\`${clear[0]}\` is an address that begins with http://`);
    const open = texts.find(([, text]) => isUnknown(text) && mayBeClear(text.pattern));
    if (open) workload.undecided(open[0]);
    return holds;
  },
};

const isValue = ([name]: [string, Value]) => name === 'value';

const patternOf = (text: Value) =>
  isUnknown(text) ? text.pattern : typeof text === 'string' ? text : '';

const mayBeClear = (pattern: string) => {
  const [start] = pattern.split('\0');
  return start.startsWith(SCHEME) ? hostOf(pattern).endsWith('\0') : SCHEME.startsWith(start);
};

const hostOf = (text: string) =>
  text.startsWith(SCHEME) ? text.slice(SCHEME.length).split(/[/:?#]/)[0] : '';

/** Names without a dot, and those of the cluster, are not outside; what ends in an unknown part may be either. */
const isOutside = (host: string) =>
  /^\S*\.[a-z0-9-]+$/.test(host) && !/(^127\.|\.local$|\.internal$|\.localhost$)/.test(host);
