/** Real Terraform over any configuration, without an account. */
import { RememberedCloud } from './provider/cloud';
import { providerMode } from './terraform-mode';
import { Source, TerraformState, Workspace, WorkspaceOptions } from './workspace';

export {
  describeOffline,
  describeTerraform,
  providerMode,
  terraformAvailable,
} from './terraform-mode';
export { terraform, TerraformOptions, TerraformResult } from './terraform-process';
export { Source, Workspace } from './workspace';

export interface DeployOptions extends WorkspaceOptions {
  /** Puts into the account what the configuration expects there. */
  readonly prepare?: (cloud: RememberedCloud) => void;
}

/** What a deployment came to. With `TEST_PROVIDER=real` it ends with the plan. */
export interface Deployment {
  /** The first plan as Terraform shows it. */
  readonly plan: string;
  /** The first plan as `terraform show -json` has it. */
  readonly planJson: PlanJson;
  /** The attributes of everything applied, by address. */
  readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What is left in the account after the destruction. */
  readonly cloud: RememberedCloud;
}

export interface PlanJson {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly mode: string;
    readonly type: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Record<string, unknown> | null;
      readonly after: Record<string, unknown> | null;
    };
  }[];
}

/** A finding of `terraform validate -json`. */
export interface ValidateDiagnostic {
  readonly severity: 'error' | 'warning';
  readonly summary: string;
  readonly detail: string;
  readonly snippet?: { readonly context: string | null; readonly code: string };
}

const PLAN = 'tfplan';

/**
 * Takes a configuration through its whole life: init, validate, plan, apply, a second plan that must be
 * empty, destroy. A step that fails is an error with Terraform's own text.
 */
export async function deployOffline(
  source: Source,
  options: DeployOptions = {},
): Promise<Deployment> {
  const workspace = await Workspace.open(source, options);
  try {
    options.prepare?.(workspace.cloud);
    await workspace.must('init', ['init', '-no-color']);
    await workspace.must('validate', ['validate', '-no-color']);
    const plan = await workspace.must('plan', ['plan', '-no-color', `-out=${PLAN}`]);
    const planJson = await workspace.must('show', ['show', '-json', PLAN]);
    const isApplied = providerMode() !== 'real';
    if (isApplied) await applyTwice(workspace);
    const state = workspace.state();
    if (isApplied) await destroy(workspace);
    return {
      plan: plan.stdout,
      planJson: JSON.parse(planJson.stdout) as PlanJson,
      resources: resourcesOf(state),
      outputs: Object.fromEntries(
        Object.entries(state.outputs).map(([name, { value }]) => [name, value]),
      ),
      cloud: workspace.cloud,
    };
  } finally {
    await workspace.close();
  }
}

/** What `terraform validate` says of a configuration. */
export async function validateOffline(source: Source): Promise<readonly ValidateDiagnostic[]> {
  const workspace = await Workspace.open(source);
  try {
    await workspace.must('init', ['init', '-no-color']);
    const { stdout } = await workspace.must('validate', ['validate', '-json'], [0, 1]);
    return (JSON.parse(stdout) as { diagnostics: ValidateDiagnostic[] }).diagnostics;
  } finally {
    await workspace.close();
  }
}

async function applyTwice(workspace: Workspace): Promise<void> {
  try {
    await workspace.must('apply', ['apply', '-no-color', PLAN]);
    const args = ['plan', '-no-color', '-detailed-exitcode'];
    await workspace.must('second plan, in which nothing may change', args);
  } catch (error) {
    // what was made in a real account is not left there; the error that matters is the first.
    if (providerMode() === 'real-apply') await destroy(workspace).catch(() => undefined);
    throw error;
  }
}

async function destroy(workspace: Workspace): Promise<void> {
  workspace.liftProtection();
  await workspace.must('destroy', ['destroy', '-no-color', '-auto-approve']);
}

/** The attributes of everything in a state, by address. */
export function resourcesOf(state: TerraformState): Deployment['resources'] {
  const entries = state.resources.flatMap(({ module, mode, type, name, instances }) =>
    instances.map(({ index_key: key, attributes }) => {
      const parts = [module, mode === 'data' ? mode : undefined, type, name];
      const index = key === undefined ? '' : `[${JSON.stringify(key)}]`;
      return [parts.filter((part) => part).join('.') + index, attributes] as const;
    }),
  );
  return Object.fromEntries(entries);
}
