/** Sets of props for a host behind the edge: mostly right, sometimes wrong in one way or another. */
import * as fc from 'fast-check';
import { CisProtectedDomainProps } from '../../lib/constructs/edge/cis-protected-domain';
import { Steering } from '../../lib/constructs/edge/steering';
import { CheckRegion } from '../../lib/facts/load-balancing';
import { number, some, text } from './arbitraries';

const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: wrong });

export const domainProps = fc.record({
  host: mostly(fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{1,6})?\.example\.com$/), text),
  names: fc.uniqueArray(mostly(fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,4})?$/), text), {
    maxLength: 3,
    minLength: 1,
  }),
  weight: number(0, 100),
  props: some<Omit<CisProtectedDomainProps, 'zone' | 'host' | 'origins'>>({
    steering: fc.constantFrom(Steering.weighted(), Steering.fastest()),
    sessionAffinity: fc.boolean(),
    healthCheck: some({
      path: mostly(fc.stringMatching(/^\/[a-z]{0,8}$/), text),
      expectedCodes: mostly(fc.constantFrom('200', '2xx', '200,204'), text),
      interval: number(5, 3600),
      timeout: number(1, 10),
      retries: number(1, 3),
      regions: fc.uniqueArray(fc.constantFrom(...Object.values(CheckRegion)), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    notifyEmail: fc.constant('ops@example.com'),
  }),
});
