import { ImageRepository } from './image';
import { ISourceBuild } from '../builds/source-build';
import { IWorkload } from '../workloads/workload';

/** A registry whose images only those can pull, and those push, that were given leave. */
export interface IRegistry {
  /**
   * A repository of the registry; whatever runs an image of it may pull it.
   * @param repository the path inside the registry: `web`
   */
  image(repository: string): ImageRepository;
  /** Lets a workload pull its image, whatever the image is called. */
  grantPull(workload: IWorkload): void;
  /** Lets a build push its image. */
  grantPush(build: ISourceBuild): void;
}
