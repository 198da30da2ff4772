import { groupedBy } from './grouped';
import { Resource } from './resource';
import { isUnknown } from './value';

/** Whether the code has an enforced context-based restriction for a service; ends the rule where one may be. */
export function isRestricted(resource: Resource, service: string): boolean {
  const { enforced, possible } = resource.overall(restricted);
  if (enforced.has(service)) return true;
  return possible.has(service) || possible.has(ANY) ? resource.undecided('ibm_cbr_rule') : false;
}

/** Stands for the services of a rule that does not tell them. */
const ANY = '\0';

function restricted(any: Resource) {
  const rules = any.others('ibm_cbr_rule');
  const isEnforced = (rule: Resource) => rule.known('enforcement_mode') === 'enabled';
  const mayBeEnforced = (rule: Resource) => isEnforced(rule) || !rule.isKnown('enforcement_mode');
  return {
    enforced: groupedBy(rules.filter(isEnforced), servicesOf),
    possible: groupedBy(rules.filter(mayBeEnforced), servicesOf),
  };
}

const servicesOf = (rule: Resource): string[] =>
  rule
    .leaves()
    .filter(([path]) => path === 'resources.attributes.value')
    .flatMap(([, it]) => (typeof it === 'string' ? it : isUnknown(it) ? ANY : []));
