/**
 * The library as a user meets it: packed, installed into a project of its own, and taken by cdktf's command
 * line through its whole life. `npm run test:cli`; it needs npm's registry, Terraform and some minutes.
 */
import * as fs from 'fs';
import { build } from '../../tools/build';
import { readArguments, argumentsOf, runTool, secondsSince } from '../../tools/tool';
import { FileCloud } from '../kit/provider/file-cloud';
import { inTemporaryFolder } from '../kit/temporary';
import { terraformAvailable } from '../kit/terraform-mode';
import { PRIVATE_APPLICATION, TOKEN } from '../terraform/fixtures';
import { User } from './user';

// the lock step asks the registry whatever the mirror offers.
const UNLOCKED = '--skip-provider-lock';
const UNASKED = '--auto-approve';

interface Step {
  readonly name: string;
  readonly work: (user: User) => Promise<unknown>;
}

const OWN_CHECK = ['check', '--rules', 'rules.ts', '--fail-on', 'low'];
const OWN_RULE = `
import { IPolicyRule, PolicySeverity, PolicyVerdict } from 'cdktf-ibm-code-engine';

const rule: IPolicyRule = {
  id: 'acme/never-kept',
  title: 'nobody keeps this rule',
  severity: PolicySeverity.LOW,
  types: ['ibm_code_engine_app'],
  remedy: 'do not care',
  judge: (app) => PolicyVerdict.breaks(app.address),
};
export default [rule];
`;

// jest is not installed there: what it would do with a matcher is done by hand, and types are those of the package.
const UNIT_TEST = `
import { App, TerraformResource, TerraformStack } from 'cdktf';
import { KeepRulesOptions, policyMatchers } from 'cdktf-ibm-code-engine/jest';

type Matchers = jest.Matchers<void>;
const options: KeepRulesOptions = { only: ['workloads/app-not-public'] };
const typed: Parameters<Matchers['toKeepRules']> = [options];
const stack = (mappings: string) => {
  const it = new TerraformStack(new App(), 'shop');
  new TerraformResource(it, 'web', { terraformResourceType: 'ibm_code_engine_app' }).addOverride(
    'managed_domain_mappings',
    mappings,
  );
  return it;
};
const stacks = [stack('local_public'), stack('local')];
const results = stacks.map((it) => policyMatchers.toKeepRules(it, ...typed).pass);
process.stdout.write(results.join(' '));
`;

const STEPS: readonly Step[] = [
  { name: 'npm pack', work: (user) => user.pack() },
  { name: 'npm ci', work: (user) => user.install() },
  {
    name: 'cdktf synth',
    async work(user) {
      await user.cdktf(['synth']);
      expect('resources of the provider', ordered(user) > 0, true);
    },
  },
  {
    name: 'ce-guard check, with a rule of their own in TypeScript',
    async work(user) {
      user.write('rules.ts', OWN_RULE);
      const said = await user.program('npx', ['--no-install', 'ce-guard', ...OWN_CHECK], 1);
      expect('the rule that is broken', said.includes('acme/never-kept'), true);
    },
  },
  {
    name: 'a unit test of theirs, compiled and run',
    async work(user) {
      user.write('unit.test.ts', UNIT_TEST);
      const said = await user.program('npx', ['--no-install', 'ts-node', 'unit.test.ts']);
      expect('what the matcher says', said.trim().split('\n').at(-1), 'false true');
    },
  },
  {
    name: 'cdktf diff, in which all is to be made',
    async work(user) {
      await user.cdktf(['diff', UNLOCKED]);
      const actions = await planned(user);
      expect('other actions than create', actions.filter((it) => it !== 'create').length, 0);
      expect('no fewer than the account gets', actions.length >= ordered(user), true);
    },
  },
  {
    name: 'cdktf deploy',
    async work(user) {
      await user.cdktf(['deploy', UNASKED, UNLOCKED]);
      const made = statedIn(user);
      expect('resources in the state', made.length, ordered(user));
      const cloud = new FileCloud(user.cloud);
      const missing = made.filter(({ type, id }) => !cloud.get(type, id));
      expect('resources that the account lacks', missing.map(({ type }) => type).join(', '), '');
    },
  },
  {
    name: 'cdktf diff, in which nothing changes',
    async work(user) {
      await user.cdktf(['diff', UNLOCKED]);
      expect('actions', (await planned(user)).join(', '), '');
    },
  },
  {
    name: 'cdktf destroy, which is refused',
    async work(user) {
      const [cloud, state] = [textOf(user.cloud), user.state()];
      await user.cdktf(['destroy', UNASKED, UNLOCKED], 1);
      const said = await user.terraform(['plan', '-destroy', '-no-color'], 1);
      expect('the reason', said.includes('Instance cannot be destroyed'), true);
      expect('the account unchanged', textOf(user.cloud) === cloud, true);
      expect('the state unchanged', user.state() === state, true);
    },
  },
  {
    name: 'cdktf destroy, once the program allows it',
    async work(user) {
      user.unprotect();
      await user.cdktf(['destroy', UNASKED, UNLOCKED]);
      expect('resources in the state', statedIn(user).length, 0);
      expect('resources in the account', new FileCloud(user.cloud).size, 0);
    },
  },
  {
    name: 'the secret is shown nowhere',
    async work(user) {
      expect('it in the output', user.shown.includes(TOKEN), false);
      const files = Object.entries(user.files('cdktf.out'));
      // a plan is compressed, and holds what the state holds: Terraform writes both, the user keeps both.
      const showing = files.filter(([, text]) => text.includes(TOKEN)).map(([file]) => file);
      expect('files with it', showing.join(', '), '');
    },
  },
];

/** Runs the steps in turn; what comes after a failure has nothing to stand on and is skipped. */
async function run(): Promise<number> {
  if (!terraformAvailable) {
    throw new Error('got no terraform on the PATH, expected one; install it');
  }
  await build();
  return inTemporaryFolder(async (dir) => {
    const user = new User(dir, PRIVATE_APPLICATION.variables);
    const width = Math.max(...STEPS.map(({ name }) => name.length));
    for (const [index, { name, work }] of STEPS.entries()) {
      const start = Date.now();
      const said = user.said.length;
      // named before it begins: whoever stops the run sees where it was.
      process.stdout.write(`${index + 1} of ${STEPS.length}  ${name.padEnd(width)}  `);
      try {
        await work(user);
      } catch (error) {
        const skipped = STEPS.length - index - 1;
        process.stdout.write(`${secondsSince(start).padStart(7)}  failed\n`);
        process.stdout.write(`\n${user.said.slice(said)}\n${(error as Error).message}\n\n`);
        process.stdout.write(`${index} passed, 1 failed, ${skipped} skipped\n`);
        return 1;
      }
      process.stdout.write(`${secondsSince(start).padStart(7)}  passed\n`);
    }
    process.stdout.write(`\n${STEPS.length} passed, 0 failed\n`);
    return 0;
  });
}

const textOf = (file: string): string => fs.readFileSync(file, 'utf8');

/** How many resources of the account the synthesis asks for; Terraform keeps its own to itself. */
function ordered(user: User): number {
  const { resource } = JSON.parse(user.synthesized()) as { resource: Record<string, object> };
  return Object.entries(resource)
    .filter(([type]) => type.startsWith('ibm_'))
    .reduce((sum, [, named]) => sum + Object.keys(named).length, 0);
}

/** The resources of the account that the state knows. */
function statedIn(user: User): { type: string; id: string }[] {
  const { resources } = JSON.parse(user.state()) as {
    resources: { mode: string; type: string; instances: { attributes: { id: string } }[] }[];
  };
  return resources
    .filter(({ mode, type }) => mode === 'managed' && type.startsWith('ibm_'))
    .flatMap(({ type, instances }) =>
      instances.map(({ attributes }) => ({ type, id: attributes.id })),
    );
}

/** What the plan that the last diff saved would do. */
async function planned(user: User): Promise<string[]> {
  const plan = JSON.parse(await user.terraform(['show', '-json', 'plan'])) as {
    resource_changes?: { mode: string; change: { actions: string[] } }[];
  };
  const managed = (plan.resource_changes ?? []).filter(({ mode }) => mode === 'managed');
  return managed.flatMap(({ change }) => change.actions).filter((action) => action !== 'no-op');
}

function expect(what: string, got: unknown, wanted: unknown): void {
  if (got !== wanted) throw new Error(`${what}: got ${String(got)}, expected ${String(wanted)}`);
}

if (require.main === module) {
  runTool(() => {
    readArguments(argumentsOf(), []);
    return run();
  });
}
