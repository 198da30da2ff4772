/** Internet Services' own ways: rule sets, load balancers, lists and look-ups. */
import { createHash } from 'crypto';
import { Cloud } from '../cloud';
import { ObjectValue, Value } from '../msgpack';
import { isList, isObject } from '../schema';
import { edit, isEmpty, leaves } from './paths';
import type { Quirk } from './quirks';

const ENTRY_POINT = 'ibm_cis_ruleset_entrypoint_version';
const RULE = 'ibm_cis_ruleset_rule';
const MANAGED = 'http_request_firewall_managed';
const MOMENT = Date.parse('2026-01-01T00:00:00Z');

const listOf = (value: Value | undefined) => (isList(value) ? value : []);
const momentAfter = (seconds: number) => new Date(MOMENT + seconds * 1000).toISOString();
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Some types take a zone by its plain id, some by the one with the instance behind it. */
const zoneOf = ({ domain_id }: ObjectValue) => String(domain_id).split(':')[0];

/** A zone has one rule set in each phase, whoever writes it. */
const rulesetOf = (value: ObjectValue) => hash(`${zoneOf(value)} ${String(value.phase)}`);

const sameZone = (one: ObjectValue, other: ObjectValue) => zoneOf(one) === zoneOf(other);

const entryPoints = (cloud: Cloud) => cloud.list(ENTRY_POINT).map(({ value }) => value);

/** Every write of an entry point makes a new version of it, in which every rule is a new one. */
export const entryPointVersions: Quirk = {
  keeps: ({ cloud, value }) => {
    const ruleset_id = rulesetOf(value);
    const count = cloud.count(`versions of ${ruleset_id}`) + 1;
    const [version, moment] = [String(count), momentAfter(count)];
    let rules = 0;
    const own: Record<string, () => Value> = {
      'rulesets.ruleset_id': () => ruleset_id,
      'rulesets.kind': () => 'zone',
      'rulesets.phase': () => value.phase,
      'rulesets.version': () => version,
      'rulesets.last_updated': () => moment,
      'rulesets.rules.id': () => hash(`${ruleset_id} ${version} ${rules++}`),
      'rulesets.rules.version': () => version,
      'rulesets.rules.last_updated_at': () => moment,
    };
    return Object.entries(own).reduce((whole, [path, to]) => edit(whole, path, to), value);
  },
};

/** A rule whose place is not told by one anchor makes the request one without rules. */
export const oneAnchor: Quirk = {
  keeps: ({ value }) => {
    const positions = leaves(value, 'rulesets.rules.position').flatMap(listOf).filter(isObject);
    const anchors = (position: ObjectValue) =>
      Object.values(position).filter((anchor) => !isEmpty(anchor) && anchor !== 0);
    const isLost = positions.some((position) => anchors(position).length !== 1);
    return isLost ? edit(value, 'rulesets.rules', () => []) : value;
  },
};

/** What is written is all that the phase then has: rules from elsewhere are gone. */
export const wholePhase: Quirk = {
  keeps: ({ cloud, value }) => {
    for (const { id, value: rule } of cloud.list(RULE)) {
      if (rule.ruleset_id === rulesetOf(value)) cloud.delete(RULE, id);
    }
    return value;
  },
};

/** An entry point that moves to another zone stays in the old one too. */
export const oldEntryPoint: Quirk = {
  keeps: ({ type, cloud, value, before }) => {
    if (before && !sameZone(before, value)) {
      const id = `${String(before.id)} of ${zoneOf(before)}`;
      cloud.put(type, id, { ...before, id });
    }
    return value;
  },
};

/** A phase has no entry point until one is written. */
export const entryPointLookup: Quirk = {
  finds: ({ cloud, value }) => {
    const found = entryPoints(cloud)
      .filter((each) => each.phase === value.phase && sameZone(each, value))
      .at(-1);
    if (!found) throw new Error('GetZoneEntrypointRulesetVersions failed: 404 Not Found');
    return { ...value, rulesets: found.rulesets };
  },
};

/** Of the rule sets of a zone the look-up shows only those of one phase. */
export const rulesetsLookup: Quirk = {
  finds: ({ cloud, value }) => {
    const managed = entryPoints(cloud).filter(
      (each) => each.phase === MANAGED && sameZone(each, value),
    );
    return { ...value, rulesets_list: managed.flatMap(({ rulesets }) => listOf(rulesets)) };
  },
};

/** A list that a rule names cannot go. */
export const listInUse: Quirk = {
  deletes: ({ cloud, value }) => {
    const expressions = entryPoints(cloud).flatMap((each) =>
      leaves(each, 'rulesets.rules.expression'),
    );
    if (expressions.some((each) => String(each).includes(`$${String(value.name)}`))) {
      throw new Error('DeleteCustomLists failed: 400 the list is used by a filter');
    }
  },
};

/** A pool is sent only by the id with the instance behind it. */
export const plainPools: Quirk = {
  keeps: ({ value }) => {
    const sent = listOf(value.default_pool_ids).filter((pool) => String(pool).includes(':'));
    return { ...value, default_pool_ids: sent };
  },
};

/** The data of a CAA record are its tag and value, whatever else is given. */
export const caaRecord: Quirk = {
  keeps: ({ value }) => {
    if (value.type !== 'CAA' || !isObject(value.data)) return value;
    const sent = Object.entries(value.data).filter(([name]) => ['tag', 'value'].includes(name));
    return { ...value, data: Object.fromEntries(sent) };
  },
};

/** Both lists of ranges are the one of IPv4, and the id is the time. */
export const addressRanges: Quirk = {
  finds: ({ type, cloud, value }) => ({
    ...value,
    id: momentAfter(cloud.count(`reads of ${type}`)),
    ipv6_cidrs: value.ipv4_cidrs,
  }),
};
