import { Construct } from 'constructs';
import { Image, ImageRepository } from './image';
import { RegistryCredentials } from './registry-credentials';
import { Problem, isA, matches, reject } from '../../core';
import { REPOSITORY_PATH } from '../../facts/names';
import { buildPush } from '../builds/build-push';
import { ISourceBuild } from '../builds/source-build';
import { imagePull } from '../workloads/image-pull';
import { IWorkload } from '../workloads/workload';

/** The verbs of a registry, for registries of every kind. */
export const registryGrants = {
  image: (address: string, repository: string, credentials: RegistryCredentials): ImageRepository =>
    Image._repository(`${address}/${repository}`, credentials, [
      ...matches('repository', repository, REPOSITORY_PATH),
    ]),

  pull: (registry: Construct, workload: IWorkload, credentials: RegistryCredentials): void => {
    reject(registry, [
      ...isA('workload', workload, 'componentName', 'a SecureApp, SecureJob or SecureFunction'),
      ...(workload && !imagePull.of(workload) ? [notMadeHere('workload')] : []),
    ]);
    imagePull.of(workload)?.(credentials.pullSecretIn(workload.project).secretName);
  },

  push: (registry: Construct, build: ISourceBuild, credentials: RegistryCredentials): void => {
    reject(registry, [
      ...isA('build', build, 'buildName', 'a SourceBuild'),
      ...(build && !buildPush.of(build) ? [notMadeHere('build')] : []),
      ...(credentials.canPush ? [] : [NOBODY_PUSHES]),
    ]);
    buildPush.of(build)?.(credentials.pushSecretIn(build.project).secretName);
  },
};

const NOBODY_PUSHES: Problem = {
  prop: 'push',
  got: 'nothing',
  expected: 'a user that may push',
  remedy: 'give one to the registry',
};

const notMadeHere = (prop: string): Problem => ({
  prop,
  got: `a ${prop} that exists already`,
  expected: `one that is made here, because only that can be told another secret`,
});
