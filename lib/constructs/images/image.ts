import { Problem, isA, known, matches, rejectValue, show } from '../../core';
import { IMAGE_DIGEST, IMAGE_REPOSITORY, IMAGE_TAG } from '../../facts/names';
import { IAppSecret } from '../secrets/app-secret';
import { Waiver } from '../waiver';

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
  public static _of(reference: string, pullSecret?: IAppSecret, waiver?: Waiver): Image {
    return new Image(reference, pullSecret, waiver);
  }

  private constructor(
    /** The reference as Code Engine takes it. */
    public readonly reference: string,
    /** The registry secret that may pull it. */
    public readonly pullSecret?: IAppSecret,
    /** @internal */
    public readonly _waiver?: Waiver,
  ) {}
}

/** A repository of images; `digest` or `tag` picks one. */
export class ImageRepository {
  /** @internal */
  public static _of(repository: string, pullSecret?: IAppSecret): ImageRepository {
    return new ImageRepository(repository, pullSecret);
  }

  private constructor(
    private readonly repository: string,
    private readonly pullSecret?: IAppSecret,
  ) {}

  /**
   * The image of this digest, whatever happens to the tags of the repository.
   * @param digest `sha256:` and 64 hexadecimal digits
   * @throws an error when it is no digest
   */
  public digest(digest: string): Image {
    rejectValue('Image', matches('digest', digest, IMAGE_DIGEST));
    return Image._of(`${this.repository}@${digest}`, this.pullSecret);
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
    return Image._of(`${this.repository}:${tag}`, this.pullSecret, waiver);
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
