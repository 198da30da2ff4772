import { View } from './resource';

/** What a policy can be narrowed by: the words of its block, and those of IAM. */
export const SCOPES = {
  service: 'serviceName',
  resource_instance_id: 'serviceInstance',
  resource_group_id: 'resourceGroupId',
  resource: 'resource',
} as const;

export type Scope = keyof typeof SCOPES;

/** Whether an access policy is narrowed by one of these, in either spelling. */
export function isNarrowed(policy: View, ...scopes: readonly Scope[]): boolean {
  const [block] = policy.blocks('resources');
  return (
    scopes.some((scope) => block?.given(scope)) ||
    policy.blocks('resource_attributes').some((it) => names(it, scopes))
  );
}

/** The service that an access policy is for, where it names one. */
export function serviceOf(policy: View): string | undefined {
  const [block] = policy.blocks('resources');
  const attribute = policy
    .blocks('resource_attributes')
    .find((it) => it.text('name') === SCOPES.service);
  return block?.text('service') ?? attribute?.text('value');
}

/** Whether an attribute of a policy names one of these; what matches anything names nothing. */
export function names(attribute: View, scopes: readonly Scope[]): boolean {
  if (!scopes.some((scope) => attribute.text('name') === SCOPES[scope])) return false;
  return isOne(attribute, 'value');
}

/** Whether an attribute says one thing, and not any; ends the rule where a variable says it. */
export const isOne = (view: View, attribute: string): boolean =>
  !view.isKnown(attribute) && view.references(attribute).some((it) => it.startsWith('var.'))
    ? view.text(attribute) !== '*'
    : view.known(attribute) !== '*' && view.given(attribute);
