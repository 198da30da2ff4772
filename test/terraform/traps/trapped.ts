/** Walking into traps: one workspace for all tests of a file, empty before each. */
import * as fs from 'fs';
import * as path from 'path';
import { resourcesOf, Workspace } from '../../kit/terraform';
import { TERRAFORM } from '../specimen';

/** One resource of each type, by type. */
export type Resources = Readonly<Record<string, object>>;

/** What a test does to one account and one state. */
export interface Walk {
  readonly workspace: Workspace;
  /** Applies these resources; more of a configuration goes beside them. */
  apply(resources: Resources, beside?: object): Promise<string>;
  /** What Terraform says when that fails. */
  failure(resources: Resources, beside?: object, ...options: string[]): Promise<string>;
  /** The plan for what was written last. */
  plan(): Promise<string>;
  destroy(): Promise<void>;
  /** Takes something of the account into the state. */
  import(type: string, id: string, resources: Resources): Promise<void>;
  /** The only thing of a type in the account. */
  stored(type: string): Record<string, any>;
  /** Changes it there, past Terraform. */
  meddle(type: string, values: object): void;
  /** The resource as the state has it. */
  state(type: string): Readonly<Record<string, any>>;
}

/** The name of every resource in these configurations. */
export const IT = 'it';

export const NO_CHANGES = 'No changes.';
export const IN_PLACE = 'will be updated in-place';

/** Opens a workspace for the tests of a file. */
export function walk(): Walk {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await Workspace.open({ json: { terraform: TERRAFORM } });
    await workspace.must('init', ['init']);
  });
  beforeEach(() => empty(workspace));
  afterAll(() => workspace.close());

  const write = (resources: Resources, beside: object = {}) =>
    workspace.write({ terraform: TERRAFORM, resource: named(resources), ...beside });
  const run = async (codes: readonly number[], ...args: string[]) =>
    workspace.must(args[0], [...args, '-no-color'], codes);
  const stored = (type: string) => {
    const all = workspace.cloud.list(type);
    if (all.length !== 1) throw new Error(`${type}: got ${all.length} in the account, expected 1`);
    return all[0].value;
  };

  return {
    get workspace() {
      return workspace;
    },
    apply: async (resources, beside) => {
      write(resources, beside);
      return (await run([0], 'apply', '-auto-approve')).stdout;
    },
    failure: async (resources, beside, ...options) => {
      write(resources, beside);
      return (await run([1], 'apply', '-auto-approve', ...options)).stderr;
    },
    plan: async () => (await run([0], 'plan')).stdout,
    destroy: async () => void (await run([0], 'destroy', '-auto-approve')),
    import: async (type, id, resources) => {
      write(resources);
      await workspace.must('import', ['import', '-no-color', `${type}.${IT}`, id]);
    },
    stored,
    meddle: (type, values) => {
      const value = stored(type);
      workspace.cloud.put(type, String(value.id), { ...value, ...values });
    },
    state: (type) => resourcesOf(workspace.state())[`${type}.${IT}`],
  };
}

function empty({ cloud, dir }: Workspace): void {
  for (const [type, things] of Object.entries(cloud.contents.resources)) {
    for (const id of Object.keys(things)) cloud.delete(type, id);
  }
  for (const file of ['terraform.tfstate', 'terraform.tfstate.backup']) {
    fs.rmSync(path.join(dir, file), { force: true });
  }
}

const named = (resources: Resources) =>
  Object.fromEntries(Object.entries(resources).map(([type, values]) => [type, { [IT]: values }]));
