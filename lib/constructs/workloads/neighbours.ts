import { IConstruct } from 'constructs';
import { ICodeEngineProject } from './code-engine-project';
import { IWorkload } from './workload';

/** Workloads that run nothing but what this library ships. */
const ours = new WeakSet();

/** What else runs in a project, and so reaches all of it. */
export const neighbours = {
  /** Says that a workload runs code of this library alone. */
  runsOurCode: (workload: object): void => void ours.add(workload),

  /** The workloads of a project, as far as they are defined in the same app. */
  in: (scope: IConstruct, { projectId }: ICodeEngineProject): IWorkload[] =>
    scope.node.root.node
      .findAll()
      .filter((it): it is IWorkload => 'componentName' in it && 'project' in it)
      .filter(({ project }) => project.projectId === projectId),

  /** Those beside a workload, but for some of them and for what runs code of this library. */
  of: (workload: IWorkload, except: ReadonlySet<object>): IWorkload[] =>
    neighbours.in(workload, workload.project).filter((it) => !except.has(it) && !ours.has(it)),
};
