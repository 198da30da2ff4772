import { Construct } from 'constructs';
import { Source } from '../constructs/builds/source';
import { SourceBuild, SourceBuildOptions } from '../constructs/builds/source-build';
import { Image, ImageRepository } from '../constructs/images/image';
import { IRegistry } from '../constructs/images/registry';
import { ICodeEngineProject } from '../constructs/workloads/code-engine-project';
import { SecureApp, SecureAppOptions } from '../constructs/workloads/secure-app';

/** Properties for `PrivateSupplyChain`. */
export interface PrivateSupplyChainProps {
  /** The project that builds and runs. */
  readonly project: ICodeEngineProject;
  /** What is built: a commit of a private repository. */
  readonly source: Source;
  /** The registry between build and app. */
  readonly registry: IRegistry;
  /** The path of the images inside the registry: `web`. */
  readonly repository: string;
  /**
   * The digest of the image that the app runs: `sha256:…`, as the run of the build reported it and the scan passed it.
   * @default - not built yet, so that there is everything but the app
   */
  readonly imageDigest?: string;
  /**
   * How the image is built.
   * @default - by the Dockerfile of the source, and started by a pipeline or a person
   */
  readonly buildOptions?: SourceBuildOptions;
  /**
   * How the app runs.
   * @default - as a `SecureApp` does
   */
  readonly appOptions?: SecureAppOptions;
}

/**
 * The whole way from a private repository to a running app: a build in the project, a private registry, an image that
 * is pinned by its digest, and an app that only the project can reach.
 *
 * A first deployment has two steps, since an image has no digest before it was built: apply without `imageDigest`, run
 * the build, let `ce-guard scan-gate` pass the digest, and apply with it. Each further commit goes the same way.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-secure
 */
export class PrivateSupplyChain extends Construct {
  /** The build. */
  public readonly sourceBuild: SourceBuild;
  /** Where the images of the build go. */
  public readonly images: ImageRepository;
  /** The app, once there is a digest to run. */
  public readonly app?: SecureApp;

  /** @throws an error naming every problem of the part that has one */
  constructor(scope: Construct, id: string, props: PrivateSupplyChainProps) {
    super(scope, id);
    const { project, source, registry, repository, imageDigest } = props;
    this.images = registry.image(repository);
    this.sourceBuild = new SourceBuild(this, 'Build', {
      project,
      source,
      output: this.images,
      ...props.buildOptions,
    });
    this.app = appOf(this, project, imageOf(this.images, imageDigest), props.appOptions);
  }
}

const imageOf = (images: ImageRepository, digest: string | undefined): Image | undefined =>
  digest === undefined ? undefined : images.digest(digest);

const appOf = (
  chain: Construct,
  project: ICodeEngineProject,
  image: Image | undefined,
  options: SecureAppOptions | undefined,
): SecureApp | undefined => image && new SecureApp(chain, 'App', { project, image, ...options });
