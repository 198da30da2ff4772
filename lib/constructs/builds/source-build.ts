import { Construct } from 'constructs';
import { buildPush } from './build-push';
import { BuildRun } from './build-run';
import { startBuild } from './build-starter';
import { BuildStrategy } from './build-strategy';
import { Source } from './source';
import { CodeEngineBuild, CodeEngineBuildConfig } from '../../.gen/providers/ibm/code-engine-build';
import {
  OptOut,
  Problem,
  Settled,
  between,
  departs,
  enroll,
  isA,
  known,
  matches,
  nameOf,
  oneOf,
  placeOf,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { BuildSize } from '../../facts/builds';
import { BUILD_LIMITS } from '../../facts/limits';
import { IMAGE_TAG, SECRET_NAME, SOURCE_PATH, WORKLOAD_NAME } from '../../facts/names';
import { ImageRepository } from '../images/image';
import { AppSecret } from '../secrets/app-secret';
import { Waiver } from '../waiver';
import { ICodeEngineProject } from '../workloads/code-engine-project';
import { EnvValue } from '../workloads/env-value';
import { environment } from '../workloads/environment';

/** A build of a project. */
export interface ISourceBuild {
  /** The name of the build. */
  readonly buildName: string;
  /** The project that holds the build. */
  readonly project: ICodeEngineProject;
}

/** Waivers for `SourceBuild`; a branch, a public repository and a literal secret carry theirs with the value. */
export interface SourceBuildWaivers {
  /**
   * Excuses parameters with secret values, which stay in the layers of the image.
   * @default - none
   */
  readonly secretParameters?: Waiver;
}

/** How a build goes, whatever it builds: what `SourceBuild` and the patterns that make one take. */
export interface SourceBuildOptions {
  /**
   * The tag of the image.
   * @default - the commit, or the name of the branch or tag
   */
  readonly outputTag?: string;
  /**
   * The name of the build: lower case letters, digits and hyphens, at most 63 characters.
   * @default - made of the ids from the stack down to this construct
   */
  readonly buildName?: string;
  /**
   * How the image is made.
   * @default - by the file Dockerfile of the folder that is built
   */
  readonly strategy?: BuildStrategy;
  /**
   * The folder of the source that is built.
   * @default - the whole source
   */
  readonly contextDirectory?: string;
  /**
   * The size of the machine that builds.
   * @default BuildSize.MEDIUM
   */
  readonly size?: BuildSize;
  /**
   * Seconds after which a run is given up, 1 to 3600.
   * @default 600
   */
  readonly timeout?: number;
  /**
   * Parameters of the build by their names; what they hold can end up in the image.
   * @default - none
   */
  readonly parameters?: { readonly [name: string]: EnvValue };
  /**
   * What starts the build.
   * @default - not Terraform: a pipeline or a person
   */
  readonly run?: BuildRun;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: SourceBuildWaivers;
}

/** Properties for `SourceBuild`. */
export interface SourceBuildProps extends SourceBuildOptions {
  /** The project that holds the build. */
  readonly project: ICodeEngineProject;
  /** What is built: a commit of a private repository. */
  readonly source: Source;
  /** Where the image goes: a repository of a `PrivateRegistry` or an `ExternalRegistry`. */
  readonly output: ImageRepository;
}

const DEFAULTS = {
  strategy: BuildStrategy.dockerfile(),
  size: BuildSize.MEDIUM,
  timeout: 600,
  parameters: {},
  run: BuildRun.byOthers(),
  waivers: {},
};
type Config = Settled<SourceBuildProps, typeof DEFAULTS & { buildName: string; outputTag: string }>;

/**
 * The way from a commit of a private repository to an image in a private registry, inside Code Engine.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-plan-build
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_build
 */
export class SourceBuild extends Construct implements ISourceBuild {
  /** The name of the build. */
  public readonly buildName: string;
  /** The id of the build. */
  public readonly buildId: string;
  /** The project that holds the build. */
  public readonly project: ICodeEngineProject;
  /** Where the image goes, by its tag: what a run made is pinned by the digest that the run reports. */
  public readonly outputImage: string;

  /** @throws an error naming every problem of the props at once */
  constructor(scope: Construct, id: string, props: SourceBuildProps) {
    super(scope, id);
    const config = settle(this, props);
    reject(this, problemsIn(config));
    const build = new CodeEngineBuild(this, 'Resource', terraformOf(config, keyOf(this, config)));
    recordWaivers(build, optOutsIn(config));
    startBuild(this, build, { ...config, subject: subjectOf(config) });
    buildPush.make(this, (secretName) => (build.outputSecret = secretName));
    this.buildName = build.name;
    this.buildId = build.buildId;
    this.project = config.project;
    this.outputImage = outputOf(config);
    enroll(config.project, { kind: 'builds' });
  }
}

function settle(build: SourceBuild, props: SourceBuildProps): Config {
  const derived = {
    buildName: nameOf(build, WORKLOAD_NAME),
    outputTag: tagOf(props.source?.revision),
  };
  return withDefaults(props, { ...DEFAULTS, ...derived });
}

/** A branch may hold what no tag of an image can. */
const tagOf = (revision: string) =>
  known(revision) ? revision?.replace(/[^\w.-]+/g, '-') : revision;

const problemsIn = (config: Config): Problem[] => [
  ...isA('project', config.project, 'projectId', 'a CodeEngineProject'),
  ...isA('source', config.source, '_state', 'a Source'),
  ...isA('output', config.output, 'repository', 'a repository of a registry'),
  ...(config.output?.repository && !config.output._credentials?.canPush ? [NO_PUSH] : []),
  ...matches('outputTag', config.outputTag, IMAGE_TAG),
  ...matches('buildName', config.buildName, WORKLOAD_NAME),
  ...isA('strategy', config.strategy, '_toTerraform', 'a BuildStrategy'),
  ...matches('contextDirectory', config.contextDirectory, SOURCE_PATH),
  ...oneOf('size', config.size, Object.values(BuildSize)),
  ...between('timeout', config.timeout, BUILD_LIMITS.timeout),
  ...environment.problemsIn(config.parameters, 'parameters'),
  ...isA('run', config.run, '_starter', 'a BuildRun'),
  ...unwaived(optOutsIn(config)),
];

const NO_PUSH: Problem = {
  prop: 'output',
  got: 'a repository without leave to push',
  expected: 'one that a registry handed out',
  remedy: 'use PrivateRegistry or ExternalRegistry and its image(…)',
};

function optOutsIn({ source, parameters, waivers }: Config): OptOut[] {
  const secrets = Object.values(parameters).filter((it) => it?._isSecret?.());
  return [
    {
      rule: 'builds/commit-pinned',
      prop: 'source',
      got: 'what can move',
      expected: 'a commit',
      taken: source?._state?.movingWaiver !== undefined,
      waiverProp: 'source',
      waiver: source?._state?.movingWaiver,
    },
    {
      rule: 'builds/private-repository',
      prop: 'source',
      got: 'a public repository',
      expected: 'a private one',
      taken: source?._state?.publicWaiver !== undefined,
      waiverProp: 'source',
      waiver: source?._state?.publicWaiver,
    },
    {
      rule: 'builds/no-secret-parameter',
      prop: 'parameters',
      got: 'a secret',
      expected: 'what may be seen in the image',
      taken: departs(parameters, secrets.length > 0),
      waiverProp: 'waivers.secretParameters',
      waiver: waivers.secretParameters,
    },
    ...environment.optOutsIn(parameters, 'parameters'),
  ];
}

const outputOf = ({ output, outputTag }: Config) => `${output.repository}:${outputTag}`;

const subjectOf = (config: Config) =>
  [config.source.url, config.source.revision, outputOf(config)].join(' ');

/** The name of the secret that opens the repository: one that exists, or one of this build. */
function keyOf(scope: Construct, { project, source, buildName }: Config): string | undefined {
  const { secret, data } = source._state.key;
  if (!data) return secret?.secretName;
  const secretName = `${buildName}-deploy-key`.slice(0, SECRET_NAME.most);
  return new AppSecret(scope, 'DeployKey', { project, secretName, data }).secretName;
}

const terraformOf = (config: Config, sourceSecret: string | undefined): CodeEngineBuildConfig => ({
  ...placeOf(config.project),
  name: config.buildName,
  sourceType: 'git',
  sourceUrl: config.source.url,
  sourceRevision: config.source.revision,
  sourceSecret,
  sourceContextDir: config.contextDirectory,
  outputImage: outputOf(config),
  outputSecret: config.output._credentials!.pushSecretIn(config.project).secretName,
  strategySize: config.size,
  timeout: config.timeout,
  runBuildParams: environment.terraformOf(config.parameters),
  ...config.strategy._toTerraform(),
});
