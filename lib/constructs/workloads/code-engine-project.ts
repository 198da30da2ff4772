import { Annotations, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { tags } from './tags';
import {
  CodeEngineProject as Project,
  CodeEngineProjectConfig,
} from '../../.gen/providers/ibm/code-engine-project';
import { DataIbmCodeEngineProject } from '../../.gen/providers/ibm/data-ibm-code-engine-project';
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
  partsOfCrn,
  recordWaivers,
  reject,
  rejectValue,
  unwaived,
  withDefaults,
} from '../../core';
import { GUID, PROJECT_NAME, RESOURCE_GROUP_ID, instanceCrn } from '../../facts/names';
import { Waiver } from '../waiver';

/** A Code Engine project, made here or elsewhere. */
export interface ICodeEngineProject {
  /** The id of the project, a UUID. */
  readonly projectId: string;
  /** The cloud resource name of the project. */
  readonly crn: string;
  /**
   * The provider of the region that holds the project; all that is in the project goes by it.
   * @default - the provider of the stack
   */
  readonly provider?: TerraformProvider;
}

/** Options for a project that exists. */
export interface ExistingProjectOptions {
  /**
   * The provider of the region that holds the project.
   * @default - the provider of the stack
   */
  readonly provider?: TerraformProvider;
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
   * The provider of the region in which the project is made: a region has a provider of its own, under an alias.
   * @default - the provider of the stack
   */
  readonly provider?: TerraformProvider;
  /**
   * Whether Terraform refuses to destroy the project, and with it every app, secret and mapping in it.
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Tags to search and bill by: lower case letters, digits, spaces inside and any of `: _ . -`, at most 128 characters each.
   * @default - none
   */
  readonly tags?: string[];
  /**
   * Waivers for what departs from a secure default.
   * @default - none
   */
  readonly waivers?: CodeEngineProjectWaivers;
}

const DEFAULTS = { deletionProtection: true, tags: [], waivers: {} };
type Config = Settled<CodeEngineProjectProps, typeof DEFAULTS & { projectName: string }>;

/**
 * The boundary inside which workloads trust each other: whatever runs in a project reaches all of it.
 *
 * A project holds a limited number of entities and a limited load; a synthesis that goes beyond is refused.
 * @see https://cloud.ibm.com/docs/codeengine?topic=codeengine-manage-project
 * @see https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/code_engine_project
 */
export class CodeEngineProject extends Construct implements ICodeEngineProject {
  /**
   * A project that exists, by its id; the plan reads the rest of it, which takes an account.
   * @throws an error when it is no GUID
   */
  public static fromId(
    scope: Construct,
    id: string,
    projectId: string,
    options: ExistingProjectOptions = {},
  ): ICodeEngineProject {
    rejectValue('CodeEngineProject', matches('projectId', projectId, GUID));
    const { provider } = options;
    const { crn } = new DataIbmCodeEngineProject(scope, id, { projectId, provider });
    return { projectId, crn, provider };
  }

  /**
   * A project that exists, by its cloud resource name.
   * @throws an error when it is not the name of a project
   */
  public static fromCrn(crn: string, options: ExistingProjectOptions = {}): ICodeEngineProject {
    rejectValue('CodeEngineProject', matches('crn', crn, instanceCrn('codeengine')));
    return { projectId: partsOfCrn(crn).instanceId, crn, provider: options.provider };
  }

  /** The id of the project, a UUID. */
  public readonly projectId: string;
  /** The name of the project. */
  public readonly projectName: string;
  /** The cloud resource name of the project. */
  public readonly crn: string;
  /** The region that holds the project, as the provider was told. */
  public readonly region: string;
  /** The provider of that region, where it is not the one of the stack. */
  public readonly provider?: TerraformProvider;
  private readonly quota = new Quota();

  /** @throws an error naming every problem: a name or a group id that IBM Cloud does not take, a missing waiver */
  constructor(scope: Construct, id: string, props: CodeEngineProjectProps) {
    super(scope, id);
    const config = withDefaults(props, { projectName: nameOf(this, PROJECT_NAME), ...DEFAULTS });
    reject(this, problemsIn(config));
    const project = new Project(this, 'Resource', terraformOf(config));
    recordWaivers(project, optOutsIn(config));
    tags.attach(this, project, config.tags);
    this.projectId = project.projectId;
    this.projectName = project.name;
    this.crn = project.crn;
    this.region = project.region;
    this.provider = config.provider;
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
  ...tags.problemsIn('tags', config.tags),
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
  provider: config.provider,
  lifecycle: { preventDestroy: config.deletionProtection },
});
