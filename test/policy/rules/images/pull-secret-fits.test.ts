import { pullSecretFits } from '../../../../lib/policy/rules/images/pull-secret-fits';
import { UNKNOWN, testRule, world } from '../../../kit/rules';

const pulling = (format: string) =>
  world({
    ibm_code_engine_secret: { pull: { format } },
    ibm_code_engine_app: { it: { image_secret: '${ibm_code_engine_secret.pull.name}' } },
  });

testRule(pullSecretFits, {
  holds: [pulling('registry'), { image_secret: 'by-name' }],
  breaks: [pulling('generic'), pulling('basic_auth')],
  unknown: [pulling(UNKNOWN)],
  saysNothing: 'holds',
});
