import * as fc from 'fast-check';
import { SourceBuild } from '../../../lib/constructs/builds/source-build';
import { SourceRepository } from '../../../lib/constructs/builds/source-repository';
import { ExternalRegistry } from '../../../lib/constructs/images/external-registry';
import { PrivateRegistry } from '../../../lib/constructs/images/private-registry';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { RegistryRegion } from '../../../lib/facts/registries';
import { PrivateSupplyChain } from '../../../lib/patterns/private-supply-chain';
import {
  buildOptions,
  commit,
  registryProps,
  registryServer,
  repositoryPath,
  sshUrl,
} from '../../kit/arbitraries-images';
import { PROJECT, judges } from '../../kit/judged';
import { DIGEST, source } from '../../kit/samples';

const existing = { namespaceName: 'acme-shop', region: RegistryRegion.US_SOUTH };

judges([
  [
    'PrivateRegistry',
    () => fc.tuple(registryProps, repositoryPath),
    (stack, id, [props, path]) => {
      const registry = new PrivateRegistry(stack, id, props);
      return registry.image(path);
    },
  ],
  [
    'ExternalRegistry',
    () => fc.tuple(registryServer, repositoryPath),
    (stack, id, [server, path]) => {
      const password = SecretValue.fromVariable(stack, 'token');
      const pull = { username: 'reader', password };
      return new ExternalRegistry(stack, id, { server, pull }).image(path);
    },
  ],
  [
    'SourceBuild',
    () => fc.record({ url: sshUrl, sha: commit, options: buildOptions }),
    (stack, id, { url, sha, options }) => {
      const deployKey = SecretValue.fromVariable(stack, 'deploy_key');
      const repository = SourceRepository.fromSsh(url, { deployKey, knownHosts: 'host key' });
      const registry = PrivateRegistry.fromNamespaceName(stack, `${id}-images`, existing);
      const output = registry.image('web');
      const props = { project: PROJECT, source: repository.commit(sha), output, ...options };
      return new SourceBuild(stack, id, props);
    },
  ],
  [
    'PrivateSupplyChain',
    () => fc.record({ repository: repositoryPath, options: buildOptions }),
    (stack, id, { repository, options }) =>
      new PrivateSupplyChain(stack, id, {
        project: PROJECT,
        source: source(stack),
        registry: PrivateRegistry.fromNamespaceName(stack, `${id}-images`, existing),
        repository,
        imageDigest: DIGEST,
        buildOptions: options,
      }),
  ],
]);
