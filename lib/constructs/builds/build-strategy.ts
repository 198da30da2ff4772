import { matches, rejectValue } from '../../core';
import { SOURCE_PATH } from '../../facts/names';

/**
 * How an image is made of a source.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-plan-build#build-strategy
 */
export class BuildStrategy {
  /**
   * By a Dockerfile of the source.
   * @param file its path from the folder that is built
   * @throws an error when it is no path inside the source
   */
  public static dockerfile(file = 'Dockerfile'): BuildStrategy {
    rejectValue('BuildStrategy', matches('file', file, SOURCE_PATH));
    return new BuildStrategy('dockerfile', file);
  }

  /** By Cloud Native Buildpacks, which find out by themselves what the source is. */
  public static buildpacks(): BuildStrategy {
    // the provider sends a file in any case; buildpacks do not look at it.
    return new BuildStrategy('buildpacks', 'Dockerfile');
  }

  private constructor(
    private readonly type: string,
    private readonly file: string,
  ) {}

  /** @internal */
  public _toTerraform() {
    return { strategyType: this.type, strategySpecFile: this.file };
  }
}
