import { alertsAreOn } from '../../../../lib/policy/rules/edge/alerts-are-on';
import { testRule, UNKNOWN } from '../../../kit/rules';

const told = (enabled: unknown, mechanisms: object = { email: ['security@example.com'] }) => ({
  enabled,
  mechanisms,
});

testRule(alertsAreOn, {
  holds: [told(true), told(true, { webhooks: [UNKNOWN] })],
  breaks: [told(false), told(true, { email: [], webhooks: [] }), { enabled: true }],
  unknown: [told(UNKNOWN), { enabled: true, mechanisms: UNKNOWN }],
  saysNothing: 'breaks',
});
