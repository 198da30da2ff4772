import { TerraformProvider } from 'cdktf';

/** As much of a project as it takes to put something into it. */
interface Project {
  readonly projectId: string;
  readonly provider?: TerraformProvider;
}

/** Where an entity goes: its project, by the provider of the region that holds the project. */
export const placeOf = ({ projectId, provider }: Project) => ({ projectId, provider });
