import { Resource } from './resource';
import { isUnknown } from './value';

/** Whether the code has an enforced context-based restriction for a service; ends the rule where one may be. */
export function isRestricted(resource: Resource, service: string): boolean {
  const rules = resource.others('ibm_cbr_rule').map((rule) => {
    const values = rule.leaves().filter(([path]) => path === 'resources.attributes.value');
    const mode = rule.isKnown('enforcement_mode') ? rule.text('enforcement_mode') : 'enabled';
    return {
      isFor: values.some(([, it]) => it === service),
      mayBeFor: mode === 'enabled' && values.some(([, it]) => it === service || isUnknown(it)),
      isEnforced: rule.known('enforcement_mode') === 'enabled',
    };
  });
  if (rules.some(({ isFor, isEnforced }) => isFor && isEnforced)) return true;
  return rules.some(({ mayBeFor }) => mayBeFor) ? resource.undecided('ibm_cbr_rule') : false;
}
