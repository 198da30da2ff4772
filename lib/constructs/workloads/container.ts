import { ICodeEngineProject } from './code-engine-project';
import { ContainerSize } from './container-size';
import { EnvValue } from './env-value';
import { environment } from './environment';
import { Mount } from './mount';
import {
  OptOut,
  Problem,
  Settled,
  atMost,
  between,
  departs,
  isA,
  matches,
  member,
  oneOf,
  placeOf,
  show,
} from '../../core';
import { CONTAINER_LIMITS } from '../../facts/limits';
import { MOUNT_PATH } from '../../facts/names';
import { ServiceAccount } from '../../facts/roles';
import { Image } from '../images/image';
import { Waiver } from '../waiver';

/** Waivers for a workload in a container; an image by tag and a literal secret carry theirs with the value. */
export interface ContainerWaivers {
  /**
   * Excuses `runAsUser: 0`.
   * @default - none
   */
  readonly rootUser?: Waiver;
  /**
   * Excuses a `serviceAccount` other than `ServiceAccount.NONE`.
   * @default - none
   */
  readonly serviceAccount?: Waiver;
}

/** What an app and a job have in common: how they run their container. */
export interface ContainerOptions {
  /**
   * CPU, memory and ephemeral storage of one instance.
   * @default - half a CPU, 1 gigabyte of memory, 0.4 of ephemeral storage
   */
  readonly size?: ContainerSize;
  /**
   * Environment variables by their names.
   * @default - only what Code Engine sets itself
   */
  readonly environment?: { readonly [name: string]: EnvValue };
  /**
   * Secrets and config maps as files, by the folders in which they stand; always for reading only.
   * @default - no files but those of the image
   */
  readonly mounts?: { readonly [folder: string]: Mount };
  /**
   * What runs in the container, in place of the image's entry point.
   * @default - the entry point of the image
   */
  readonly command?: string[];
  /**
   * The arguments of the command.
   * @default - those of the image
   */
  readonly arguments?: string[];
  /**
   * The numeric user that the container runs as; 0, root or what the image says, needs a waiver.
   * @default 1001
   */
  readonly runAsUser?: number;
  /**
   * The rights of instances inside their project; any but none need a waiver.
   * @default ServiceAccount.NONE
   */
  readonly serviceAccount?: ServiceAccount;
  /**
   * Whether instances get a token by which they can act as a trusted profile; they do once a `WorkloadIdentity` is made.
   * @default false
   */
  readonly computeResourceToken?: boolean;
}

/** What an app and a job have in common: the container that they run. */
export interface ContainerProps extends ContainerOptions {
  /** The project that isolates the workload. */
  readonly project: ICodeEngineProject;
  /** The image to run, pinned by digest. */
  readonly image: Image;
}

const DEFAULTS = {
  size: ContainerSize.of(0.5, 1),
  environment: {},
  mounts: {},
  runAsUser: 1001,
  serviceAccount: ServiceAccount.NONE,
  computeResourceToken: false,
};

/** The props of a container with their defaults in, and the waivers that came with them. */
export type ContainerConfig = Settled<ContainerProps, typeof DEFAULTS> & {
  readonly waivers: ContainerWaivers;
};

/** What workloads share of the way from props to Terraform: each calls these beside its own. */
export const container = {
  defaults: DEFAULTS,

  problemsIn: (config: ContainerConfig): Problem[] => [
    ...isA('project', config.project, 'projectId', 'a CodeEngineProject'),
    ...isA('image', config.image, 'reference', 'an Image'),
    ...isA('size', config.size, '_toTerraform', 'a ContainerSize'),
    ...oneOf('serviceAccount', config.serviceAccount, Object.values(ServiceAccount)),
    ...between('runAsUser', config.runAsUser, CONTAINER_LIMITS.runAsUser),
    ...atMost('command', config.command, CONTAINER_LIMITS.entries),
    ...atMost('arguments', config.arguments, CONTAINER_LIMITS.entries),
    ...atMost('mounts', config.mounts, CONTAINER_LIMITS.entries),
    ...environment.problemsIn(config.environment),
    ...Object.entries(config.mounts).flatMap(([folder, mount]) => [
      ...matches(member('mounts', folder), folder, MOUNT_PATH),
      ...isA(member('mounts', folder), mount, '_toTerraform', 'a Mount'),
    ]),
  ],

  optOutsIn: (config: ContainerConfig): OptOut[] => [
    {
      rule: 'workloads/not-root',
      prop: 'runAsUser',
      got: '0',
      expected: 'a user other than root',
      taken: departs(config.runAsUser, config.runAsUser === 0),
      waiverProp: 'waivers.rootUser',
      waiver: config.waivers.rootUser,
    },
    {
      rule: 'workloads/no-service-account',
      prop: 'serviceAccount',
      got: show(config.serviceAccount),
      expected: 'ServiceAccount.NONE',
      taken: departs(config.serviceAccount, config.serviceAccount !== ServiceAccount.NONE),
      waiverProp: 'waivers.serviceAccount',
      waiver: config.waivers.serviceAccount,
    },
    {
      rule: 'images/pinned-by-digest',
      prop: 'image',
      got: 'a tag',
      expected: 'a digest',
      taken: config.image?._waiver !== undefined,
      waiverProp: 'image',
      waiver: config.image?._waiver,
    },
    ...environment.optOutsIn(config.environment),
  ],

  terraformOf: (config: ContainerConfig) => ({
    ...placeOf(config.project),
    imageReference: config.image.reference,
    imageSecret: config.image._pullSecretIn(config.project)?.secretName,
    runAsUser: config.runAsUser,
    runServiceAccount: config.serviceAccount,
    runComputeResourceTokenEnabled: config.computeResourceToken,
    runCommands: config.command,
    runArguments: config.arguments,
    runEnvVariables: environment.terraformOf(config.environment),
    runVolumeMounts: Object.entries(config.mounts).map(([folder, mount]) =>
      mount._toTerraform(folder),
    ),
    ...config.size._toTerraform(),
  }),
};
