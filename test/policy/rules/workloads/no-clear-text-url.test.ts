import { noClearTextUrl } from '../../../../lib/policy/rules/workloads/no-clear-text-url';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

testRule(noClearTextUrl, {
  holds: [
    { run_env_variables: [{ type: 'literal', name: 'A', value: 'https://shop.example.com' }] },
    { run_env_variables: [{ type: 'literal', name: 'A', value: 'http://localhost:8080' }] },
    {
      run_env_variables: [
        { type: 'literal', name: 'A', value: 'http://cart.abc.svc.cluster.local' },
      ],
    },
    { run_env_variables: [{ type: 'literal', name: 'A', value: 'https://${var.host}/' }] },
    { run_env_variables: [{ type: 'secret_key_reference', name: 'A', key: 'A' }] },
    world({ ibm_code_engine_config_map: { it: { data: { A: 'about http://www.example.com' } } } }),
  ],
  breaks: [
    { run_env_variables: [{ type: 'literal', name: 'A', value: 'http://shop.example.com' }] },
    {
      run_env_variables: [{ type: 'literal', name: 'A', value: 'http://${var.host}.example.com' }],
    },
    world({ ibm_code_engine_config_map: { it: { data: { A: 'http://shop.example.com/x' } } } }),
  ],
  unknown: [
    { run_env_variables: [{ type: 'literal', name: 'A', value: UNKNOWN }] },
    { run_env_variables: [{ type: 'literal', name: 'A', value: 'http://${var.host}/' }] },
    world({ ibm_code_engine_config_map: { it: { data: UNKNOWN } } }),
  ],
  saysNothing: 'holds',
});
