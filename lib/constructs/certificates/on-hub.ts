import { TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { Problem, isA } from '../../core';

/**
 * As much of an instance of Event Notifications as it takes to put something into it.
 * @internal
 */
export interface Hub extends IConstruct {
  readonly instanceId: string;
}

/** Problems of what should be an instance of Event Notifications, and of one that another stack makes. */
export function problemsInHub(scope: IConstruct, hub: Hub): Problem[] {
  const wrong = isA('hub', hub, 'instanceId', 'an EventHub');
  return wrong.length > 0 || TerraformStack.of(hub) === TerraformStack.of(scope)
    ? wrong
    : [{ prop: 'hub', ...ELSEWHERE }];
}

const ELSEWHERE = {
  got: 'an EventHub of another stack',
  expected: 'one of the same stack, which holds what there is once for each hub',
  remedy: 'use EventHub.fromCrn',
};

/** An instance as the parent of what there is once for each. */
export function parent(owner: IConstruct): Construct {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- an IConstruct always is one.
  return owner;
}
