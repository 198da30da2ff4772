import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import {
  CodeEngineProject as Project,
  CodeEngineProjectConfig,
} from '../../.gen/providers/ibm/code-engine-project';
import {
  Demand,
  OptOut,
  Problem,
  Quota,
  Settled,
  given,
  line,
  matches,
  nameOf,
  recordWaivers,
  reject,
  unwaived,
  withDefaults,
} from '../../core';
import { PROJECT_NAME, RESOURCE_GROUP_ID } from '../../facts/names';
import { Waiver } from '../waiver';

/** A Code Engine project, made here or elsewhere. */
export interface ICodeEngineProject {
  /** The id of the project, a UUID. */
  readonly projectId: string;
}

/** Waivers for `CodeEngineProject`. */
export interface CodeEngineProjectWaivers {
  /**
   * Excuses `deletionProtection: false`.
   * @default - none
   */
  readonly deletionProtection?: Waiver;
}

/** Properties for `CodeEngineProject`. */
export interface CodeEngineProjectProps {
  /** The id of the resource group, 32 characters; without it every later plan would replace the project. */
  readonly resourceGroupId: string;
  /**
   * The name of the project, at most 128 characters; to change it is to replace the project and all in it.
   * @default - made of the ids from the stack down to this construct
   */
  readonly projectName?: string;
  /**
   * Whether Terraform refuses to destroy the project, and with it every app, secret and mapping in it.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: CodeEngineProjectWaivers;
}

const DEFAULTS = { deletionProtection: true, waivers: {} };
type Config = Settled<CodeEngineProjectProps, typeof DEFAULTS & { projectName: string }>;

/**
 * The boundary inside which workloads trust each other: whatever runs in a project reaches all of it.
 *
 * A project holds a limited number of entities and a limited load; a synthesis that goes beyond is refused.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-manage-project
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_project
 */
export class CodeEngineProject extends Construct implements ICodeEngineProject {
  /** A project that exists, by its id. */
  public static fromId(projectId: string): ICodeEngineProject {
    return { projectId };
  }

  /** The id of the project, a UUID. */
  public readonly projectId: string;
  /** The name of the project. */
  public readonly projectName: string;
  /** The cloud resource name of the project. */
  public readonly crn: string;
  /** The region that holds the project, as the provider was told. */
  public readonly region: string;
  private readonly quota = new Quota();

  /** @throws an error naming every problem: a name or a group id that IBM Cloud does not take, a missing waiver */
  constructor(scope: Construct, id: string, props: CodeEngineProjectProps) {
    super(scope, id);
    const config = withDefaults(props, { projectName: nameOf(this, PROJECT_NAME), ...DEFAULTS });
    reject(this, problemsIn(config));
    const project = new Project(this, 'Resource', terraformOf(config));
    recordWaivers(project, optOutsIn(config));
    this.projectId = project.projectId;
    this.projectName = project.name;
    this.crn = project.crn;
    this.region = project.region;
    this.node.addValidation({ validate: () => this.quota.overrun().map(line) });
  }

  /** @internal */
  public _enroll(demand: Demand): void {
    const before = this.quota.risk().length;
    this.quota.add(demand);
    const after = this.quota.risk();
    // told once, when the project first gets too full.
    if (after.length > before) Annotations.of(this).addWarning(after.map(line).join('\n'));
  }
}

const problemsIn = (config: Config): Problem[] => [
  ...matches('projectName', config.projectName, PROJECT_NAME),
  ...given('resourceGroupId', config.resourceGroupId, RESOURCE_GROUP_ID.words),
  ...matches('resourceGroupId', config.resourceGroupId, RESOURCE_GROUP_ID),
  ...unwaived(optOutsIn(config)),
];

const optOutsIn = ({ deletionProtection, waivers }: Config): OptOut[] => [
  {
    rule: 'workloads/project-protected',
    prop: 'deletionProtection',
    got: 'false',
    expected: 'true',
    taken: !deletionProtection,
    waiverProp: 'waivers.deletionProtection',
    waiver: waivers.deletionProtection,
  },
];

const terraformOf = (config: Config): CodeEngineProjectConfig => ({
  name: config.projectName,
  // trap code-engine/project-without-resource-group-is-replaced: always rendered.
  resourceGroupId: config.resourceGroupId,
  lifecycle: { preventDestroy: config.deletionProtection },
});
