import { redirectsExact } from '../../../../lib/policy/rules/auth/redirects-exact';
import { testRule, UNKNOWN } from '../../../kit/rules';

testRule(redirectsExact, {
  holds: [{ urls: ['https://shop.example.com/callback'] }, { urls: [] }],
  breaks: [
    { urls: ['http://shop.example.com'] },
    { urls: ['https://*.example.com'] },
    { urls: ['https://localhost/x'] },
  ],
  unknown: [{ urls: UNKNOWN }, { urls: [UNKNOWN] }],
  saysNothing: 'holds',
});
