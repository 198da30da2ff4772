import { ICisZone } from './zone';
import { Problem, known, show } from '../../core';
import { CisPlan } from '../../facts/cis-plans';

/** Whether the plan of a zone is one of some; a plan that only Terraform knows is taken to have everything. */
export const isOnPlan = (zone: ICisZone | undefined, plans: readonly CisPlan[]): boolean =>
  zone === undefined || !known(zone.plan) || plans.includes(zone.plan);

/** A problem where the plan of a zone is none of those that have what a prop asks for. */
export const planLacks = (
  zone: ICisZone,
  prop: string,
  plans: readonly CisPlan[],
  words: string,
): Problem[] =>
  isOnPlan(zone, plans)
    ? []
    : [
        {
          prop,
          got: `a zone of plan ${show(zone.plan)}`,
          expected: `one of plan ${plans.map(show).join(' or ')}, which has ${words}`,
        },
      ];
