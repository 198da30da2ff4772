import { noCredentialsInUrl } from '../../../../lib/policy/rules/builds/no-credentials-in-url';
import { UNKNOWN, testRule } from '../../../kit/rules';

testRule(noCredentialsInUrl, {
  holds: [
    { source_url: 'https://github.com/acme/shop' },
    { source_url: 'git@github.com:acme/shop.git' },
    { source_url: 'ssh://git@github.com/acme/shop.git' },
    { source_url: 'https://github.com/acme/${var.repository}' },
  ],
  breaks: [
    { source_url: 'https://bot:canary@github.com/acme/shop' },
    { source_url: 'https://canary@github.com/acme/shop' },
    { source_url: 'https://${var.token}@github.com/acme/shop' },
  ],
  unknown: [{ source_url: UNKNOWN }, { source_url: 'https://${var.host}/acme/shop' }],
  saysNothing: 'holds',
});
