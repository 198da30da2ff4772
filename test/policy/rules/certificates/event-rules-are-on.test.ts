import { eventRulesAreOn } from '../../../../lib/policy/rules/certificates/event-rules-are-on';
import { testRule, UNKNOWN, world } from '../../../kit/rules';

const topic = (enabled: unknown) => ({ sources: [{ rules: [{ enabled }] }] });
const source = (enabled: unknown) => world({ ibm_en_ibmsource: { it: { enabled } } });

testRule(eventRulesAreOn, {
  holds: [topic(true), source(true)],
  breaks: [topic(false), source(false)],
  unknown: [topic(UNKNOWN), source(UNKNOWN)],
  saysNothing: 'holds',
});
