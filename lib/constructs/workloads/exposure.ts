import { OptOut, Problem, departs, oneOf } from '../../core';
import { Visibility } from '../../facts/visibility';
import { Waiver } from '../waiver';

/** Who reaches a workload that has an endpoint: problems, opt-outs and the address to hand out. */
export const exposure = {
  problemsIn: (visibility: Visibility): Problem[] =>
    oneOf('visibility', visibility, Object.values(Visibility)),

  optOutsIn: (rule: string, visibility: Visibility, waiver: Waiver | undefined): OptOut[] => [
    {
      rule,
      prop: 'visibility',
      got: 'Visibility.PUBLIC',
      expected: 'Visibility.PROJECT or Visibility.PRIVATE',
      taken: departs(visibility, visibility === Visibility.PUBLIC),
      waiverProp: 'waivers.publicEndpoint',
      waiver,
    },
  ],

  /**
   * trap code-engine/computed-references-are-stale-on-update: the gate reads the outer address after the change; the
   * internal one never changes.
   * trap code-engine/endpoint-of-local-workload-may-stay-public-in-state: no public address then.
   */
  urlOf: (
    visibility: Visibility,
    workload: { readonly endpointInternal: string },
    gate: { readonly endpoint: string },
  ): string => (visibility === Visibility.PROJECT ? workload.endpointInternal : gate.endpoint),
};
