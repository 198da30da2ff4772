import { stateEncrypted } from '../../../../lib/policy/rules/secrets/state-encrypted';
import { testRule, world } from '../../../kit/rules';

const kept = (backend: object) => world({}, { terraform: { backend } });

testRule(stateEncrypted, {
  holds: [
    kept({ s3: { bucket: 'state', encrypt: true } }),
    world({}, { terraform: { cloud: { organization: 'acme' } } }),
  ],
  breaks: [kept({ http: { address: 'http://state.example.com' } })],
  manual: [
    kept({ local: { path: 'terraform.tfstate' } }),
    kept({ s3: { bucket: 'state' } }),
    kept({ http: { address: 'https://state.example.com' } }),
  ],
  unknown: [],
  saysNothing: 'manual',
});
