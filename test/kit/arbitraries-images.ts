/** Sets of props for registries and builds: mostly right, sometimes wrong in one way or another. */
import * as fc from 'fast-check';
import { SourceBuildOptions } from '../../lib/constructs/builds/source-build';
import { BuildStrategy } from '../../lib/constructs/builds/build-strategy';
import { PrivateRegistryProps } from '../../lib/constructs/images/private-registry';
import { BuildSize } from '../../lib/facts/builds';
import { RegistryRegion } from '../../lib/facts/registries';
import { isWaived, key, name, number, some, text } from './arbitraries';
import { COMMIT, RESOURCE_GROUP_ID } from './samples';
import { EnvValue } from '../../lib/constructs/workloads/env-value';

const mostly = <T>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 15, arbitrary: right }, { weight: 1, arbitrary: wrong });

export const registryProps = fc
  .tuple(
    mostly(fc.stringMatching(/^[a-z]{3}[a-z-]{0,20}[a-z]$/), text),
    mostly(fc.constantFrom(...Object.values(RegistryRegion)), fc.constant('x' as RegistryRegion)),
    some<Omit<PrivateRegistryProps, 'namespaceName' | 'region' | 'resourceGroupId'>>({
      keyGeneration: number(1, 9),
      keysExpireAt: mostly(fc.constant('2030-01-01T00:00:00Z'), text),
      imagesPerRepository: number(1, 100),
      retainUntagged: fc.boolean(),
      deletionProtection: mostly(fc.constant(true), fc.constant(false)),
      waivers: some({ deletionProtection: isWaived }),
    }),
  )
  .map(([namespaceName, region, props]) => ({
    namespaceName,
    region,
    resourceGroupId: RESOURCE_GROUP_ID,
    ...props,
  }));

export const registryServer = mostly(fc.stringMatching(/^[a-z]{1,8}\.[a-z]{2,5}$/), text);
export const repositoryPath = mostly(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), text);
export const commit = mostly(fc.constant(COMMIT), text);
export const sshUrl = mostly(
  fc.stringMatching(/^git@[a-z]{2,8}\.[a-z]{2,5}:[a-z]{1,8}\/[a-z]{1,8}(\.git)?$/),
  text,
);

export const buildOptions = some<SourceBuildOptions>({
  outputTag: mostly(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/), text),
  buildName: name,
  strategy: fc.constantFrom(BuildStrategy.dockerfile('a/Dockerfile'), BuildStrategy.buildpacks()),
  contextDirectory: mostly(fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/), text),
  size: fc.constantFrom(...Object.values(BuildSize)),
  timeout: number(1, 3600),
  parameters: fc.dictionary(
    key,
    text.map((it) => EnvValue.literal(it)),
    { maxKeys: 2 },
  ),
  waivers: some({ secretParameters: isWaived }),
});
