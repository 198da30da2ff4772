/** Props of firewalls and access rules as their types allow them, right and wrong. */
import * as fc from 'fast-check';
import { AccessRulesProps } from '../../lib/constructs/edge/access-rules';
import { EdgeFirewallProps } from '../../lib/constructs/edge/edge-firewall';
import { EdgeRule } from '../../lib/constructs/edge/edge-rule';
import { RateLimit } from '../../lib/constructs/edge/rate-limit';
import { Visitors } from '../../lib/constructs/edge/visitors';
import { CisPlan } from '../../lib/facts/cis-plans';
import { COUNTRIES } from '../../lib/facts/countries';
import { FirewallStage, OwaspSensitivity, RATE_LIMITS } from '../../lib/facts/waf';
import { isWaived, number, some, text } from './arbitraries';
import { waiver } from './samples';

/** Mostly right, now and then something else. */
const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 25, arbitrary: right }, { weight: 1, arbitrary: wrong });

/** Enterprise plans have what the others lack, so they come more often. */
const plan = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(CisPlan.ENTERPRISE_ADVANCED, CisPlan.ENTERPRISE_USAGE) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(CisPlan)) },
);
const zoneId = fc.stringMatching(/^[0-9a-f]{32}$/);
/** A domain of its own for each: a zone has one firewall. */
const domain = fc.stringMatching(/^[a-z]{12}$/).map((label) => `${label}.com`);
const place = fc.record({ plan, zoneId, domain });

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}[a-z0-9]$/);
const condition = fc.oneof(
  fc.stringMatching(/^[\w/. -]{1,12}$/).map((it) => `http.request.uri.path contains "${it}"`),
  fc.stringMatching(/^[a-z]{1,8}$/).map((it) => `(http.host matches r"^${it}(" or not ssl)`),
  fc.constantFrom('true', 'ip.src in $offices', 'any(http.request.headers["a"][*] eq "b")'),
);
const rule = fc
  .tuple(name, condition, fc.string({ maxLength: 20 }))
  .chain(([it, when, description]) =>
    fc.constantFrom(
      EdgeRule.block(it, when),
      EdgeRule.challenge(it, when, { description: description.replace(/[$%]\{/g, '') }),
      EdgeRule.log(it, when),
      EdgeRule.skip(it, when),
      EdgeRule.skipFirewall(it, when, waiver()),
    ),
  );
const limit = fc
  .tuple(
    name,
    fc.integer({ min: 1, max: 10000 }),
    fc.constantFrom(...RATE_LIMITS.periods),
    fc.constantFrom(...RATE_LIMITS.durations),
    condition,
  )
  .map(([it, requests, period, duration, when]) =>
    RateLimit.block(it, { requests, period, duration, condition: when }),
  );

/** The zone is made in the stack that the firewall is for, by whoever defines that. */
export const firewallProps = fc
  .tuple(
    place,
    some<Omit<EdgeFirewallProps, 'zone'>>({
      stage: mostly(
        fc.constant(FirewallStage.BLOCK),
        fc.constantFrom(FirewallStage.LOG, 'none' as FirewallStage),
      ),
      paranoiaLevel: number(1, 4),
      sensitivity: mostly(
        fc.constantFrom(OwaspSensitivity.LOW, OwaspSensitivity.MEDIUM, OwaspSensitivity.HIGH),
        fc.constant(50 as OwaspSensitivity),
      ),
      exposedCredentials: mostly(fc.constant(true), fc.constant(false)),
      rules: fc.array(rule, { maxLength: 3 }),
      rateLimits: fc.array(limit, { maxLength: 2 }),
      waivers: some({ logOnly: isWaived, exposedCredentials: isWaived }),
    }),
  )
  .map(([attributes, props]) => ({ attributes, props }));

const octet = fc.integer({ min: 0, max: 255 });
const group = fc.stringMatching(/^[1-9a-f][0-9a-f]{0,3}$/);
const range = fc.oneof(
  fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.')),
  fc.tuple(octet, octet, octet).map((parts) => `${parts.join('.')}.0/24`),
  octet.map((part) => `${part}.0.0.0/8`),
  fc.tuple(group, group).map(([one, two]) => `${one}:${two}::/32`),
  fc.tuple(group, group).map(([one, two]) => `${one}::${two}`),
);
const ranges = fc
  .array(range, { minLength: 1, maxLength: 4 })
  .map((list) => Visitors.ranges(...list));
const countries = fc
  .uniqueArray(fc.constantFrom(...COUNTRIES), { minLength: 1, maxLength: 4 })
  .map((list) => Visitors.countries(...list));
const visitors = fc.oneof(
  ranges,
  countries,
  fc.tuple(countries, ranges).map(([all, office]) => all.without(office)),
);
const anyone = fc.array(visitors, { maxLength: 2 });
const path = mostly(fc.stringMatching(/^\/[a-zA-Z][\w/.-]{0,12}$/), text);

export const accessProps = place.chain((attributes) =>
  some<Omit<AccessRulesProps, 'zone'>>({
    hosts: fc.array(mostly(fc.constant(`app.${attributes.domain}`), text), { maxLength: 2 }),
    allow: mostly(fc.array(visitors, { minLength: 1, maxLength: 2 }), fc.constant([])),
    block: anyone,
    challenge: anyone,
    lockdowns: fc.dictionary(path, anyone, { maxKeys: 2 }),
  }).map((props) => ({ attributes, props })),
);
