import { Construct } from 'constructs';
import { keyOf, nameOf } from '../../core';
import { SECRET_NAME } from '../../facts/names';
import { AppSecret, IAppSecret } from '../secrets/app-secret';
import { SecretData } from '../secrets/secret-data';
import { SecretValue } from '../secrets/secret-value';
import { ICodeEngineProject } from '../workloads/code-engine-project';

/** What a registry is logged in to for. */
export type Purpose = 'pull' | 'push';

/** A user of a registry. */
interface Login {
  readonly username: string;
  readonly password: SecretValue;
}

/** Where the users of a registry come from, once they are needed; there may be none that pushes. */
interface Logins {
  readonly pull: () => Login;
  readonly push?: () => Login;
}

/**
 * The registry secrets of one registry: one a project and purpose, made when it is first needed.
 * @internal
 */
export class RegistryCredentials {
  private readonly secrets = new Map<string, AppSecret>();

  constructor(
    private readonly registry: Construct,
    private readonly server: string,
    private readonly logins: Logins,
  ) {}

  /** Whether anything can be pushed at all. */
  public get canPush(): boolean {
    return this.logins.push !== undefined;
  }

  public pullSecretIn(project: ICodeEngineProject): IAppSecret {
    return this.secretIn(project, 'pull');
  }

  public pushSecretIn(project: ICodeEngineProject): IAppSecret {
    return this.secretIn(project, 'push');
  }

  private secretIn(project: ICodeEngineProject, purpose: Purpose): AppSecret {
    // the same for the same project at every synthesis, in whatever order projects ask.
    const id = `${PREFIX[purpose]}-${keyOf(this.registry, project.projectId)}`;
    const secret = this.secrets.get(id) ?? this.secretFor(id, project, purpose);
    this.secrets.set(id, secret);
    return secret;
  }

  private secretFor(id: string, project: ICodeEngineProject, purpose: Purpose): AppSecret {
    return new AppSecret(this.registry, id, {
      project,
      secretName: `${nameOf(this.registry, SECRET_NAME).slice(0, 240)}-${purpose}`,
      data: SecretData.registry({ server: this.server, ...this.logins[purpose]!() }),
    });
  }
}

const PREFIX = { pull: 'PullSecret', push: 'PushSecret' } as const;
