import { noCredentialInCode } from '../../../../lib/policy/rules/secrets/no-credential-in-code';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const KEY = 'aB3_'.repeat(11);

testRule(noCredentialInCode, {
  holds: [
    { name: 'web', image_reference: `private.us.icr.io/shop/web@sha256:${'0'.repeat(64)}` },
    {
      project_id: '${ibm_code_engine_project.shop.project_id}',
      lifecycle: { postcondition: UNKNOWN },
    },
    world(
      { ibm_code_engine_secret: { it: { format: 'generic', data: { A: '${var.a}' } } } },
      { variable: { a: { sensitive: true } } },
    ),
  ],
  breaks: [
    { run_env_variables: [{ type: 'literal', name: 'A', value: KEY }], name: UNKNOWN },
    { run_arguments: ['--db', 'postgres://shop:canary@db.example.com/shop'] },
    world({
      ibm_code_engine_config_map: { it: { data: { a: '-----BEGIN PRIVATE KEY-----\nx' } } },
    }),
    world({ ibm_en_destination_slack: { it: { name: 'https://hooks.slack.com/services/T/B/c' } } }),
  ],
  unknown: [{ name: 'web', project_id: UNKNOWN }],
  saysNothing: 'holds',
});
