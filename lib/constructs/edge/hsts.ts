import { OptOut, Problem, between, departs } from '../../core';
import { HSTS_MAX_AGE } from '../../facts/tls';
import { Waiver } from '../waiver';

/** As much of the props as tells browsers to keep to HTTPS. */
interface Hsts {
  /** Seconds; 0 for not at all. */
  readonly hstsMaxAge: number;
  readonly hstsSubdomains: boolean;
  readonly waivers: { readonly hsts?: Waiver; readonly hstsSubdomains?: Waiver };
}

/** For how long browsers keep to HTTPS, and for which hosts. */
export const hsts = {
  problemsIn: ({ hstsMaxAge }: Hsts): Problem[] =>
    hstsMaxAge === 0
      ? []
      : between('hstsMaxAge', hstsMaxAge, HSTS_MAX_AGE).map((it) => ({
          ...it,
          expected: `${it.expected}, or 0 for none`,
        })),

  optOutsIn: ({ hstsMaxAge, hstsSubdomains, waivers }: Hsts): OptOut[] => [
    {
      rule: 'edge/hsts-on',
      prop: 'hstsMaxAge',
      got: '0',
      expected: `${HSTS_MAX_AGE.least} at least`,
      taken: departs(hstsMaxAge, hstsMaxAge === 0),
      waiverProp: 'waivers.hsts',
      waiver: waivers.hsts,
    },
    {
      rule: 'edge/hsts-of-subdomains',
      prop: 'hstsSubdomains',
      got: 'false',
      expected: 'true',
      taken: !hstsSubdomains,
      waiverProp: 'waivers.hstsSubdomains',
      waiver: waivers.hstsSubdomains,
    },
  ],

  /** trap internet-services/removing-hsts-leaves-it-on: off is said by the whole block. */
  terraformOf: ({ hstsMaxAge, hstsSubdomains }: Hsts) => ({
    enabled: hstsMaxAge !== 0,
    maxAge: hstsMaxAge,
    includeSubdomains: hstsMaxAge !== 0 && hstsSubdomains,
    // a list in browsers that no apply takes a domain off again.
    preload: false,
    nosniff: true,
  }),
};
