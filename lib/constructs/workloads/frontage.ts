import { TerraformDataSource, TerraformResource } from 'cdktf';
import { Visibility } from '../../facts/visibility';

/** A workload with an endpoint, as whatever stands in front of it has to know it. */
interface Frontage {
  readonly visibility: Visibility;
  readonly resource: TerraformResource;
  /** What is read of it after each change. */
  readonly gate: TerraformDataSource;
  /** The hosts that are mapped to it. */
  readonly hosts: string[];
  /** Sees that an instance always runs, unless none was asked for: answers whether one does. */
  readonly keepRunning: () => boolean;
}

/** The frontage of each workload that has one; a job has none, and what exists already is not known well enough. */
export const frontages = new WeakMap<object, Frontage>();
