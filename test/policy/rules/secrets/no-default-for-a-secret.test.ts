import { noDefaultForASecret } from '../../../../lib/policy/rules/secrets/no-default-for-a-secret';
import { testRule, world } from '../../../kit/rules';

const variables = (it: object) => world({}, { variable: { it } });

testRule(noDefaultForASecret, {
  holds: [
    variables({ sensitive: true }),
    variables({ default: 'us-south' }),
    variables({ sensitive: true, default: null }),
    variables({ sensitive: true, default: '' }),
  ],
  breaks: [
    variables({ sensitive: true, default: 'canary' }),
    variables({ sensitive: 'true', default: { key: 'canary' } }),
  ],
  unknown: [],
  saysNothing: 'holds',
});
