import { Construct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import { ContainerConfig } from './container';
import { EnvValue } from './env-value';
import { environment } from './environment';
import { Problem, isA, matches, reject } from '../../core';
import { ENVIRONMENT_NAME } from '../../facts/names';

/** As much of an app as a caller needs to know. */
interface Callee {
  readonly internalUrl: string;
  readonly project: ICodeEngineProject;
}

/** As much of a resource as a new variable needs. */
interface Caller {
  putRunEnvVariables(variables: ReturnType<typeof environment.terraformOf>): void;
}

/**
 * The apps that a workload calls, each by an environment variable with its internal address.
 * @internal
 */
export class Calls {
  private environment: ContainerConfig['environment'];

  constructor(
    private readonly workload: Construct,
    private readonly config: ContainerConfig,
    private readonly caller: Caller,
  ) {
    this.environment = config.environment;
  }

  /** Adds one, after all variables that are there; throws what is wrong with it. */
  public add(app: Callee, variable: string): void {
    reject(this.workload, this.problemsIn(app, variable));
    this.set(variable, EnvValue.literal(app.internalUrl));
  }

  /** Sets a variable, in the place of one of that name if there is one. */
  public set(variable: string, value: EnvValue): void {
    this.environment = { ...this.environment, [variable]: value };
    this.caller.putRunEnvVariables(environment.terraformOf(this.environment));
  }

  private problemsIn(app: Callee, variable: string): Problem[] {
    const elsewhere = app?.project && app.project.projectId !== this.config.project.projectId;
    return [
      ...isA('app', app, 'internalUrl', 'a SecureApp'),
      ...matches('variable', variable, ENVIRONMENT_NAME),
      ...(elsewhere ? [ELSEWHERE] : []),
      ...(variable in this.environment
        ? [{ prop: 'variable', got: `"${variable}"`, expected: 'a name that is not taken yet' }]
        : []),
    ];
  }
}

const ELSEWHERE: Problem = {
  prop: 'app',
  got: 'an app of another project',
  expected: 'one of the same, because only a project reaches its internal addresses',
};
