import { noSecretParameter } from '../../../../lib/policy/rules/builds/no-secret-parameter';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(noSecretParameter, {
  holds: [
    { run_build_params: [{ type: 'literal', name: 'MODE', value: 'production' }] },
    { run_build_params: [] },
    { run_build_params: [{ type: 'config_map_key_reference', name: 'A', key: 'A' }] },
  ],
  breaks: [
    { run_build_params: [{ type: 'secret_key_reference', name: 'A', reference: UNKNOWN }] },
    { run_build_params: [{ type: UNKNOWN }, { type: 'secret_full_reference' }] },
  ],
  unknown: [{ run_build_params: [{ type: UNKNOWN, name: 'A' }] }, { run_build_params: UNKNOWN }],
  saysNothing: 'holds',
});
