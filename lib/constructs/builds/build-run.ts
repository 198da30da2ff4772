/** What starts a build. */
type Starter = 'nobody' | 'action' | 'script';

/**
 * What starts a build: Terraform makes the definition of a build and, left alone, never runs it.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-build-run
 */
export class BuildRun {
  /** Nothing here: a pipeline or a person runs `ibmcloud ce buildrun submit --build NAME`. */
  public static byOthers(): BuildRun {
    return new BuildRun('nobody');
  }

  /**
   * Terraform, after each apply that made or changed the build, by the provider's action `ibm_code_engine_build_run`.
   *
   * It takes Terraform 1.14 or later: an earlier one refuses the configuration.
   */
  public static byAction(): BuildRun {
    return new BuildRun('action');
  }

  /**
   * Terraform, after each apply that made or changed the build, by a script on the machine that applies.
   *
   * That machine needs a POSIX shell, the `ibmcloud` command line with its plug-in `code-engine`, and an API key in
   * `IBMCLOUD_API_KEY`. The script waits for the run, and a run that fails fails the apply.
   */
  public static byScript(): BuildRun {
    return new BuildRun('script');
  }

  private constructor(
    /** @internal */
    public readonly _starter: Starter,
  ) {}
}
