import { restrictionAsksSecondFactor } from '../../../../lib/policy/rules/access/restriction-asks-second-factor';
import { UNKNOWN, testRule } from '../../../kit/rules';

const context = (...names: string[]) => ({
  attributes: names.map((name) => ({ name, value: 'a' })),
});

testRule(restrictionAsksSecondFactor, {
  holds: [
    { contexts: [context('networkZoneId', 'mfa')] },
    {
      contexts: [context('networkZoneId')],
      operations: { api_types: [{ api_type_id: 'crn:…:api-type:data-plane' }] },
    },
    { contexts: [] },
  ],
  breaks: [{ contexts: [context('networkZoneId')] }, { contexts: [context('mfa'), context('a')] }],
  unknown: [
    { contexts: UNKNOWN },
    { contexts: [context(UNKNOWN)] },
    { contexts: [context('a')], operations: { api_types: [{ api_type_id: UNKNOWN }] } },
  ],
  saysNothing: 'holds',
});
