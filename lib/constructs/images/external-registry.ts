import { Construct } from 'constructs';
import { ImageRepository } from './image';
import { IRegistry } from './registry';
import { RegistryCredentials } from './registry-credentials';
import { registryGrants } from './registry-grants';
import { Problem, given, isA, isText, matches, reject } from '../../core';
import { REGISTRY_HOST } from '../../facts/names';
import { ISourceBuild } from '../builds/source-build';
import { SecretValue } from '../secrets/secret-value';
import { IWorkload } from '../workloads/workload';

/** A user of a registry that is not IBM's. */
export interface RegistryUser {
  /** The name of the user or robot. */
  readonly username: string;
  /** The password or access token. */
  readonly password: SecretValue;
}

/** Properties for `ExternalRegistry`. */
export interface ExternalRegistryProps {
  /** The host of the registry, reached by TLS on its usual port: `registry.example.com`. */
  readonly server: string;
  /** Who pulls: a user that may read and no more. */
  readonly pull: RegistryUser;
  /**
   * Who pushes: another user than the one that pulls.
   * @default - nobody, so that no build can have its output there
   */
  readonly push?: RegistryUser;
}

/**
 * A private registry of your own for the images of workloads, such as that of your Git host.
 *
 * What its users may do is decided there. Their passwords are in Terraform's state and in Code Engine's registry secrets.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-add-registry
 */
export class ExternalRegistry extends Construct implements IRegistry {
  /** The host of the registry. */
  public readonly server: string;
  private readonly credentials: RegistryCredentials;

  /** @throws an error naming every problem: no host, a port, a literal password, one user for pull and push */
  constructor(scope: Construct, id: string, props: ExternalRegistryProps) {
    super(scope, id);
    reject(this, problemsIn(props));
    this.server = props.server;
    this.credentials = new RegistryCredentials(this, props.server, {
      pull: () => props.pull,
      push: props.push && (() => props.push!),
    });
  }

  /**
   * A repository of the registry; whatever runs an image of it may pull it, and whatever builds into it may push.
   * @param repository the path inside the registry: `team/web`
   * @throws an error when it is no such path
   */
  public image(repository: string): ImageRepository {
    return registryGrants.image(this.server, repository, this.credentials);
  }

  /**
   * Lets a workload pull its image, however the image is referred to.
   * @throws an error when the workload was not made here
   */
  public grantPull(workload: IWorkload): void {
    registryGrants.pull(this, workload, this.credentials);
  }

  /**
   * Lets a build push its image.
   * @throws an error when the build was not made here, or when nobody pushes
   */
  public grantPush(build: ISourceBuild): void {
    registryGrants.push(this, build, this.credentials);
  }
}

const problemsIn = ({ server, pull, push }: ExternalRegistryProps): Problem[] => [
  ...given('server', server, REGISTRY_HOST.words),
  ...matches('server', server, REGISTRY_HOST),
  ...given('pull', pull, 'a user that may read'),
  ...(pull ? problemsInUser('pull', pull) : []),
  ...(push ? problemsInUser('push', push) : []),
  ...(push && pull?.username === push.username
    ? [{ prop: 'push.username', got: 'the user that pulls', expected: 'another user' }]
    : []),
];

const problemsInUser = (prop: string, { username, password }: RegistryUser): Problem[] => [
  ...isText(`${prop}.username`, username),
  ...isA(`${prop}.password`, password, '_reference', 'a SecretValue'),
];
