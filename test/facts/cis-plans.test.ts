import {
  CIS_CAPABILITIES,
  CIS_CAPABILITY_WORDS,
  CisPlan,
  EDGE_FUNCTIONS,
} from '../../lib/facts/cis-plans';

test('every plan has its capabilities', () => {
  expect(Object.keys(CIS_CAPABILITIES).sort()).toEqual(Object.values(CisPlan).sort());
});

test('rate limits begin with Advanced, alerts with Essential, bot rules with Premier', () => {
  const plansWith = (capability: 'rateLimiting' | 'alerts' | 'botManagement') =>
    Object.values(CisPlan).filter((plan) => CIS_CAPABILITIES[plan][capability]);
  expect(plansWith('rateLimiting')).toEqual([
    CisPlan.ENTERPRISE_ADVANCED,
    CisPlan.ENTERPRISE_PREMIER,
    CisPlan.ENTERPRISE_USAGE,
  ]);
  expect(plansWith('alerts')).not.toContain(CisPlan.STANDARD_NEXT);
  expect(plansWith('alerts')).toContain(CisPlan.ENTERPRISE_ESSENTIAL);
  expect(plansWith('botManagement')).toEqual([CisPlan.ENTERPRISE_PREMIER]);
});

test('every plan runs an edge function, and the small ones no second', () => {
  const small = Object.values(CisPlan).filter((it) => EDGE_FUNCTIONS[it] === 1);
  expect(small).toEqual([CisPlan.TRIAL, CisPlan.STANDARD_NEXT]);
  expect(Object.keys(EDGE_FUNCTIONS)).toEqual(Object.keys(CIS_CAPABILITIES));
  expect(Math.min(...Object.values(EDGE_FUNCTIONS))).toBe(1);
});

test('every capability has words for a refusal', () => {
  expect(Object.keys(CIS_CAPABILITY_WORDS)).toEqual(Object.keys(CIS_CAPABILITIES[CisPlan.TRIAL]));
});
