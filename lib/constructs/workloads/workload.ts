import { IConstruct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import { ComponentType } from '../../facts/component-type';

/** An app, a job or a function of a project: what can act as a trusted profile. */
export interface IWorkload extends IConstruct {
  /** The name of the workload inside its project. */
  readonly componentName: string;
  /** What kind of workload it is. */
  readonly componentType: ComponentType;
  /** The project that isolates the workload. */
  readonly project: ICodeEngineProject;
}
