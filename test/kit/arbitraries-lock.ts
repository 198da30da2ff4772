/** Sets of props for a lock: mostly right, sometimes wrong in one way or another. */
import * as fc from 'fast-check';
import { OriginLockProps } from '../../lib/constructs/edge/origin-lock';
import { EnvValue } from '../../lib/constructs/workloads/env-value';
import { key, number, some, text } from './arbitraries';

const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: wrong });

export const lockProps = fc.record({
  host: mostly(fc.stringMatching(/^[a-z]{4,10}(\.[a-z]{1,6})?\.example\.com$/), text),
  name: mostly(fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,4})?$/), text),
  hasPrevious: fc.boolean(),
  props: some<Pick<OriginLockProps, 'headerName' | 'healthPath' | 'appOptions'>>({
    headerName: mostly(fc.stringMatching(/^X-[A-Za-z]{1,10}(-[a-z0-9]{1,5})?$/), text),
    healthPath: mostly(fc.stringMatching(/^(\/[a-z]{1,8}){1,2}$/), text),
    appOptions: some({
      minInstances: number(0, 5),
      maxInstances: number(5, 250),
      requestTimeout: number(1, 600),
      environment: fc.dictionary(
        key.filter((it) => it !== 'PORT'),
        text.map((it) => EnvValue.literal(it)),
        { maxKeys: 2 },
      ),
    }),
  }),
});
