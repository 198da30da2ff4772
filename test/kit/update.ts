/** What a change of the code does to what is deployed. */
import * as fs from 'fs';
import * as path from 'path';
import { Claimed, unmetClaims } from './claims';
import type { ObjectValue } from './provider/msgpack';
import type { DeployOptions, PlanJson } from './terraform';
import { providerMode } from './terraform-mode';
import { withoutValues } from './terraform-process';
import { Source, Workspace } from './workspace';

export interface UpdateOptions extends DeployOptions {
  /** Input variables of the first configuration in place of `variables`. */
  readonly variablesBefore?: DeployOptions['variables'];
  /** Whether nothing is left to change after the second apply. @default true */
  readonly settles?: boolean;
  /** What of the code the cloud need not hold, by dotted path in any resource, as for `ignore_changes`. */
  readonly ignored?: readonly string[];
}

export type Change = 'created' | 'changed in place' | 'replaced' | 'destroyed' | 'unchanged';

export interface Update {
  /** What the second plan does, by address; data sources are left out. */
  readonly changes: Readonly<Record<string, Change>>;
  /** The second plan as Terraform shows it. */
  readonly plan: string;
  /** The plan after the second apply. */
  readonly rest: string;
}

/**
 * Applies one configuration and then the other in its place: the harness for changes, as `deployOffline`
 * is for deployments. After the second apply a third plan must be empty, and the cloud must hold what the
 * code says. A step that fails is an error with its name.
 */
export async function updateOffline(
  before: Source,
  after: Source,
  options: UpdateOptions = {},
): Promise<Update> {
  if (providerMode() === 'real')
    throw new Error('got TEST_PROVIDER=real, expected one that applies');
  const { variables = {}, variablesBefore = variables, ...others } = options;
  // the workspace looks at them anew for each command.
  const current: Record<string, unknown> = { ...variablesBefore };
  const workspace = await Workspace.open(before, { ...others, variables: current });
  try {
    options.prepare?.(workspace.cloud);
    await workspace.must('init', ['init', '-no-color']);
    await apply(workspace, 'first');
    Object.assign(current, variables);
    removeConfiguration(workspace.dir);
    await workspace.replace(after);
    await workspace.must('second init', ['init', '-no-color']);
    const second = await apply(workspace, 'second');
    const rest = await settle(workspace, options);
    workspace.liftProtection();
    await destroy(workspace);
    return { changes: changesIn(second.json), plan: second.text, rest };
  } catch (error) {
    // what was made in a real account is not left there; the error that matters is the first.
    workspace.liftProtection();
    if (providerMode() === 'real-apply') await destroy(workspace).catch(() => undefined);
    const { message } = error as Error;
    throw new Error(withoutValues(message, { variables: variablesBefore }), { cause: error });
  } finally {
    await workspace.close();
  }
}

interface Planned {
  readonly text: string;
  readonly json: UpdateJson;
}

async function apply(workspace: Workspace, which: string): Promise<Planned> {
  const planned = await plan(workspace, `${which} plan`, [0]);
  await workspace.must(`${which} apply`, ['apply', '-no-color', PLAN]);
  return planned;
}

async function plan(
  workspace: Workspace,
  step: string,
  codes: readonly number[],
  ...args: readonly string[]
): Promise<Planned> {
  const command = ['plan', '-no-color', `-out=${PLAN}`, ...args];
  const { stdout } = await workspace.must(step, command, codes);
  const { stdout: json } = await workspace.must(`${step} as JSON`, ['show', '-json', PLAN]);
  return { text: stdout, json: JSON.parse(json) as UpdateJson };
}

/** Holds the third plan to what is expected of it, and the cloud to the code. */
async function settle(workspace: Workspace, options: UpdateOptions): Promise<string> {
  const { settles = true, ignored } = options;
  const step = `third plan, in which ${settles ? 'nothing may' : 'something must'} change`;
  const third = await plan(workspace, step, [settles ? 0 : 2], '-detailed-exitcode');
  const unmet =
    providerMode() === 'offline' ? unmetClaims(workspace.cloud, claimsIn(third.json), ignored) : [];
  if (unmet.length > 0) {
    throw new Error(`cloud: got something else than the code says\n${unmet.join('\n')}`);
  }
  return third.text;
}

const destroy = (workspace: Workspace) =>
  workspace.must('destroy', ['destroy', '-no-color', '-auto-approve']);

const PLAN = 'update.tfplan';

const WORDS: Readonly<Record<string, Change>> = {
  'no-op': 'unchanged',
  create: 'created',
  update: 'changed in place',
  delete: 'destroyed',
  'delete,create': 'replaced',
  'create,delete': 'replaced',
};

const managed = ({ resource_changes: changes = [] }: UpdateJson) =>
  changes.filter(({ mode }) => mode === 'managed');

function changesIn(json: UpdateJson): Update['changes'] {
  const entries = managed(json).map(({ address, change: { actions } }) => {
    const word = WORDS[actions.join()];
    if (!word) throw new Error(`${address}: got ${actions.join()}, expected a change with a name`);
    return [address, word] as const;
  });
  return Object.fromEntries(entries);
}

function claimsIn(json: UpdateJson): Claimed[] {
  return managed(json).flatMap(({ address, type, change }) => {
    const { after, after_sensitive: afterSensitive = false } = change;
    const expressions = expressionsOf(json, address);
    if (!after || !expressions) return [];
    return [{ address, type, after: after as ObjectValue, afterSensitive, expressions }];
  });
}

/** What the code writes of a resource, also of one in a module and of one of many. */
function expressionsOf(json: UpdateJson, address: string): Record<string, unknown> | undefined {
  const steps = address.replaceAll(/\[[^\]]*\]/g, '').split('.');
  let module: ModuleJson | undefined = json.configuration.root_module;
  while (steps[0] === 'module') {
    const [, name] = steps.splice(0, 2);
    module = module?.module_calls?.[name]?.module;
  }
  return module?.resources?.find((each) => each.address === steps.join('.'))?.expressions;
}

/** Else the first would still be there beside a second that lies in files of other names. */
function removeConfiguration(dir: string): void {
  for (const name of fs.readdirSync(dir).filter((each) => /\.tf(\.json)?$/.test(each))) {
    fs.rmSync(path.join(dir, name));
  }
}

interface ModuleJson {
  readonly resources?: readonly {
    readonly address: string;
    readonly expressions?: Record<string, unknown>;
  }[];
  readonly module_calls?: Readonly<Record<string, { readonly module: ModuleJson }>>;
}

interface UpdateJson {
  readonly resource_changes?: readonly (PlanJson['resource_changes'][number] & {
    readonly change: { readonly after_sensitive?: unknown };
  })[];
  readonly configuration: { readonly root_module: ModuleJson };
}
