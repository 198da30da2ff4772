import { eventTargetEncrypted } from '../../../../lib/policy/rules/certificates/event-target-encrypted';
import { testRule, UNKNOWN } from '../../../kit/rules';

const to = (url: string) => ({ config: [{ params: [{ url }] }] });

testRule(eventTargetEncrypted, {
  holds: [to('https://a.example.com'), { config: [{ params: [{ type: 'job' }] }] }],
  breaks: [to('http://a.example.com')],
  unknown: [to(UNKNOWN)],
  saysNothing: 'holds',
});
