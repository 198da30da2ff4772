import { privateRepository } from '../../../../lib/policy/rules/builds/private-repository';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(privateRepository, {
  holds: [
    { source_url: 'git@github.com:acme/shop.git', source_secret: 'deploy-key' },
    { source_secret: '${ibm_code_engine_secret.deploy_key.name}' },
    { source_type: 'local' },
  ],
  breaks: [
    { source_url: 'https://github.com/acme/shop' },
    { source_type: 'git', source_secret: '' },
  ],
  unknown: [{ source_secret: UNKNOWN }, { source_type: UNKNOWN }],
  saysNothing: 'breaks',
});
