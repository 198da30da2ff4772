import { IAppSecret } from '../secrets/app-secret';
import { SecretData } from '../secrets/secret-data';
import { Waiver } from '../waiver';

/** What a repository says of one state of it. */
interface State {
  readonly url: string;
  /** The commit, branch or tag. */
  readonly revision: string;
  /** What opens the repository: a secret that exists, or data for one that a build makes. */
  readonly key: { readonly secret?: IAppSecret; readonly data?: SecretData };
  /** Excuses a revision that can move. */
  readonly movingWaiver?: Waiver;
  /** Excuses a repository that anyone can read. */
  readonly publicWaiver?: Waiver;
}

/**
 * One state of a repository, and what opens it; a `SourceRepository` hands it out.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories
 */
export class Source {
  /** @internal */
  public static _of(state: State): Source {
    return new Source(state.url, state.revision, state);
  }

  private constructor(
    /** The address of the repository. */
    public readonly url: string,
    /** The commit, branch or tag. */
    public readonly revision: string,
    /** @internal */
    public readonly _state: State,
  ) {}
}
