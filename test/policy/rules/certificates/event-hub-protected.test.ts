import { eventHubProtected } from '../../../../lib/policy/rules/certificates/event-hub-protected';
import { UNKNOWN, testRule } from '../../../kit/rules';

const hub = (lifecycle?: unknown) => ({ service: 'event-notifications', lifecycle });

testRule(eventHubProtected, {
  holds: [hub({ prevent_destroy: true }), { service: 'appid' }],
  breaks: [hub({ prevent_destroy: false }), { service: 'event-notifications' }],
  unknown: [hub({ prevent_destroy: UNKNOWN }), { service: UNKNOWN }],
  saysNothing: 'holds',
});
