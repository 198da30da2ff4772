import { sourceSecretFits } from '../../../../lib/policy/rules/builds/source-secret-fits';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const from = (source_url: string, format: string) =>
  world({
    ibm_code_engine_secret: { key: { format } },
    ibm_code_engine_build: {
      it: { source_url, source_secret: '${ibm_code_engine_secret.key.name}' },
    },
  });
const [ssh, https] = ['git@github.com:acme/shop.git', 'https://github.com/acme/shop'];

testRule(sourceSecretFits, {
  holds: [from(ssh, 'ssh_auth'), from(https, 'basic_auth'), { source_secret: 'by-name' }],
  breaks: [from(ssh, 'basic_auth'), from(https, 'ssh_auth'), from(ssh, 'generic')],
  unknown: [from(ssh, UNKNOWN), from(UNKNOWN, 'ssh_auth')],
  saysNothing: 'holds',
});
