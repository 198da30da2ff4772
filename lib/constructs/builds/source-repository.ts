import { Source } from './source';
import { Problem, given, isA, matches, rejectValue } from '../../core';
import { COMMIT, GIT_REF, HTTPS_REPOSITORY, NameRule, SSH_REPOSITORY } from '../../facts/names';
import { IAppSecret } from '../secrets/app-secret';
import { SecretData } from '../secrets/secret-data';
import { SecretValue } from '../secrets/secret-value';
import { Waiver } from '../waiver';

/** Options for `SourceRepository.fromSsh`. */
export interface DeployKeyOptions {
  /** The private key of a deploy key that may only read this repository, in OpenSSH's format, without a passphrase. */
  readonly deployKey: SecretValue;
  /** The host keys of the repository's server, one a line as in `known_hosts`: without them any server would be trusted. */
  readonly knownHosts: string;
}

/**
 * A Git repository and the key that reads it; `commit` picks a state of it.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-code-repositories
 */
export class SourceRepository {
  /**
   * A private repository that a deploy key opens; each build that uses it keeps the key as a secret of its project.
   * @param url `git@host:owner/repository.git`
   * @throws an error naming every problem: no SSH address, a literal key, no host keys
   */
  public static fromSsh(url: string, options: DeployKeyOptions): SourceRepository {
    rejectValue('SourceRepository', problemsInUrl(url, SSH_REPOSITORY));
    const { deployKey: privateKey, knownHosts } = options;
    return new SourceRepository(url, { data: SecretData.sshAuth({ privateKey, knownHosts }) });
  }

  /**
   * A private repository that a secret of the project opens, of format `ssh_auth`.
   * @param url `git@host:owner/repository.git`
   * @throws an error naming every problem: no SSH address, no secret
   */
  public static fromSecret(url: string, secret: IAppSecret): SourceRepository {
    rejectValue('SourceRepository', [
      ...problemsInUrl(url, SSH_REPOSITORY),
      ...isA('secret', secret, 'secretName', 'an AppSecret'),
    ]);
    return new SourceRepository(url, { secret });
  }

  /**
   * A repository that anyone can read.
   * @param url `https://host/owner/repository`
   * @throws an error naming every problem: no HTTPS address, credentials in it, no waiver
   */
  public static fromPublic(url: string, waiver: Waiver): SourceRepository {
    rejectValue('SourceRepository', [
      ...problemsInUrl(url, HTTPS_REPOSITORY),
      ...isA('waiver', waiver, 'reason', 'a Waiver, because anyone can read what is built'),
    ]);
    return new SourceRepository(url, {}, waiver);
  }

  private constructor(
    private readonly url: string,
    private readonly key: { readonly secret?: IAppSecret; readonly data?: SecretData },
    private readonly publicWaiver?: Waiver,
  ) {}

  /**
   * The source as this commit has it, whatever happens to branches and tags.
   * @param sha the whole hash of the commit, 40 hexadecimal digits
   * @throws an error when it is no such hash
   */
  public commit(sha: string): Source {
    rejectValue('Source', matches('sha', sha, COMMIT));
    return this.at(sha);
  }

  /**
   * Whatever this branch holds when a build runs.
   * @throws an error when it is no branch, or when the waiver is missing
   */
  public branch(name: string, waiver: Waiver): Source {
    rejectValue('Source', problemsInRef('branch', name, waiver));
    return this.at(name, waiver);
  }

  /**
   * Whatever carries this tag when a build runs.
   * @throws an error when it is no tag, or when the waiver is missing
   */
  public tag(name: string, waiver: Waiver): Source {
    rejectValue('Source', problemsInRef('tag', name, waiver));
    return this.at(name, waiver);
  }

  private at(revision: string, movingWaiver?: Waiver): Source {
    const { url, key, publicWaiver } = this;
    return Source._of({ url, revision, key, movingWaiver, publicWaiver });
  }
}

const problemsInUrl = (url: string, rule: NameRule): Problem[] => [
  ...given('url', url, rule.words),
  ...matches('url', url, rule),
];

const problemsInRef = (kind: string, name: string, waiver: Waiver): Problem[] => [
  ...given('name', name, GIT_REF.words),
  ...matches('name', name, GIT_REF),
  ...isA('waiver', waiver, 'reason', `a Waiver, because a ${kind} can move`),
];
