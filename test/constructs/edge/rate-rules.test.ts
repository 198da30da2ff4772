import { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { RateLimit } from '../../../lib/constructs/edge/rate-limit';
import { rateRules } from '../../../lib/constructs/edge/rate-rules';
import { FirewallStage } from '../../../lib/facts/waf';
import { ZONE, pathsOf, zone } from '../../kit/samples-firewall';
import { synthesize } from '../../kit/synth';

const ENTRY = 'ibm_cis_ruleset_entrypoint_version';
const RULE = 'ibm_cis_ruleset_rule';
const FOUND = 'data.ibm_cis_ruleset_entrypoint_versions';

function rendered(...limits: RateLimit[]) {
  let protections: ITerraformDependable[] = [];
  const synthesized = synthesize((stack) => {
    const scope = new Construct(stack, 'firewall');
    protections = rateRules.make(scope, zone(stack), limits, FirewallStage.BLOCK);
  });
  return { ...synthesized, protections };
}
const limit = (name: string) => RateLimit.block(name, { requests: 5 });

test('without limits there is nothing in their phase', () => {
  const { types, protections } = rendered();
  expect([types, protections]).toEqual([['terraform_data'], []]);
});

test('with limits an empty entry point opens the phase, and a read of it knows its id', () => {
  const { types, only } = rendered(limit('login'));
  expect(types).toEqual([FOUND, ENTRY, RULE, 'terraform_data', 'terraform_data']);
  expect(only(ENTRY)).toMatchObject({ phase: 'http_ratelimit', rulesets: [{ rules: [] }] });
  expect(only(FOUND)).toEqual({
    cis_id: ZONE.crn,
    domain_id: ZONE.zoneId,
    phase: 'http_ratelimit',
    depends_on: [expect.stringMatching(new RegExp(`^${ENTRY}\\.firewall_RateLimits_`))],
  });
});

test('a limit is a rule of its own, and goes with the entry point and the zone', () => {
  expect(rendered(limit('login')).only(RULE)).toEqual({
    cis_id: ZONE.crn,
    domain_id: ZONE.zoneId,
    ruleset_id: expect.stringMatching(/^\$\{data\.ibm_cis_\w+\.\w+\.rulesets\[0\]\.ruleset_id\}$/),
    rule: expect.objectContaining({ action: 'block', enabled: true, ref: 'login' }),
    lifecycle: {
      replace_triggered_by: [
        expect.stringMatching(new RegExp(`^${ENTRY}\\.firewall_RateLimits_\\w+$`)),
        expect.stringMatching(/^terraform_data\.zone_Zone_/),
      ],
    },
  });
});

test('each limit is made after the one before', () => {
  const { json, protections } = rendered(limit('a'), limit('b'), limit('c'));
  const rules = Object.values<any>(json.resource[RULE] as object);
  expect(rules.map(({ rule, depends_on }) => [rule.ref, depends_on])).toEqual([
    ['a', undefined],
    ['b', [expect.stringMatching(/RateLimits_a_/)]],
    ['c', [expect.stringMatching(/RateLimits_b_/)]],
  ]);
  expect(pathsOf(protections).map((path) => path.split('/').at(-1))).toEqual(['a', 'b', 'c']);
});
