import { Problem, isA, known, matches, rejectValue, show } from '../../core';
import { IMAGE_DIGEST, IMAGE_REPOSITORY, IMAGE_TAG } from '../../facts/names';
import { RegistryCredentials } from './registry-credentials';
import { IAppSecret } from '../secrets/app-secret';
import { Waiver } from '../waiver';
import { ICodeEngineProject } from '../workloads/code-engine-project';

/** Options for `Image.fromRegistry` and `Image.fromReference`. */
export interface ImageOptions {
  /**
   * The registry secret, in the project of the workload, that may pull the image.
   * @default - the image is pulled without credentials
   */
  readonly pullSecret?: IAppSecret;
}

/**
 * The image that a workload runs, pinned by its digest: what was scanned is what runs.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-add-registry
 */
export class Image {
  /**
   * A repository in a registry, from which `digest` or `tag` picks an image.
   * @param repository registry host and path: `private.us.icr.io/shop/web`
   * @throws an error when it names no registry host, or holds a port, a scheme, a tag or upper case
   */
  public static fromRegistry(repository: string, options: ImageOptions = {}): ImageRepository {
    rejectValue('Image', matches('repository', repository, IMAGE_REPOSITORY));
    return ImageRepository._of(repository, options.pullSecret);
  }

  /**
   * An image by its whole reference.
   * @param reference `host/path@sha256:…`, or a reference of Terraform's to one, which is not judged
   * @throws an error when it is not pinned by digest
   */
  public static fromReference(reference: string, options: ImageOptions = {}): Image {
    rejectValue('Image', problemsInReference(reference));
    return new Image(reference, options.pullSecret);
  }

  /** @internal */
  public static _repository(
    repository: string,
    credentials: RegistryCredentials,
    problems: readonly Problem[],
  ): ImageRepository {
    rejectValue('Image', problems);
    return ImageRepository._of(repository, undefined, credentials);
  }

  /** @internal */
  public static _of(reference: string, from: Credentialed, waiver?: Waiver): Image {
    return new Image(reference, from._pullSecret, waiver, from._credentials);
  }

  private constructor(
    /** The reference as Code Engine takes it. */
    public readonly reference: string,
    /** The registry secret that may pull it. */
    public readonly pullSecret?: IAppSecret,
    /** @internal */
    public readonly _waiver?: Waiver,
    private readonly credentials?: RegistryCredentials,
  ) {}

  /**
   * The secret with which workloads of a project pull it; the image of a registry of ours has one in each.
   * @internal
   */
  public _pullSecretIn(project: ICodeEngineProject): IAppSecret | undefined {
    return this.pullSecret ?? this.credentials?.pullSecretIn(project);
  }
}

/** What a repository tells its images of who may pull them. */
interface Credentialed {
  readonly _pullSecret?: IAppSecret;
  readonly _credentials?: RegistryCredentials;
}

/** A repository of images; `digest` or `tag` picks one. */
export class ImageRepository {
  /** @internal */
  public static _of(
    repository: string,
    pullSecret?: IAppSecret,
    credentials?: RegistryCredentials,
  ): ImageRepository {
    return new ImageRepository(repository, pullSecret, credentials);
  }

  private constructor(
    /** Registry host and path, without tag and digest. */
    public readonly repository: string,
    /** @internal */
    public readonly _pullSecret?: IAppSecret,
    /** @internal */
    public readonly _credentials?: RegistryCredentials,
  ) {}

  /**
   * The image of this digest, whatever happens to the tags of the repository.
   * @param digest `sha256:` and 64 hexadecimal digits
   * @throws an error when it is no digest
   */
  public digest(digest: string): Image {
    rejectValue('Image', matches('digest', digest, IMAGE_DIGEST));
    return Image._of(`${this.repository}@${digest}`, this);
  }

  /**
   * Whatever image carries this tag when an instance starts, which may be another one than was tested.
   * @param tag letters, digits and any of `-._`, at most 128 characters
   * @throws an error when it is no tag, or when the waiver is missing
   */
  public tag(tag: string, waiver: Waiver): Image {
    rejectValue('Image', [
      ...matches('tag', tag, IMAGE_TAG),
      ...isA('waiver', waiver, 'reason', 'a Waiver, because a tag can move'),
    ]);
    return Image._of(`${this.repository}:${tag}`, this, waiver);
  }
}

function problemsInReference(reference: string): Problem[] {
  if (!known(reference)) return [];
  const [repository, digest, ...rest] = String(reference).split('@');
  const pinned =
    rest.length === 0 &&
    matches('', repository.replace(/:[\w][\w.-]*$/, ''), IMAGE_REPOSITORY).length === 0 &&
    digest !== undefined &&
    matches('', digest, IMAGE_DIGEST).length === 0;
  return pinned
    ? []
    : [
        {
          prop: 'reference',
          got: show(reference),
          expected: 'host/path@sha256: and 64 hexadecimal digits',
          remedy: 'for a tag use Image.fromRegistry(…).tag(…) with a Waiver',
        },
      ];
}
