import { spawn } from 'child_process';
import * as fs from 'fs';
import * as path from 'path';
import { CLOUD_FILE } from '../kit/provider/file-cloud';
import { CANARY } from '../kit/samples';
import { describeOffline } from '../kit/terraform-mode';
import { readOrder } from '../../tools/offline';
import { PRIVATE_APPLICATION } from '../terraform/fixtures';
import { scratch, snapshot, write } from './scratch';

const ROOT = path.join(__dirname, '..', '..');
const CLOUD_NAME = 'terraform.tfcloud.json';
const STATE_NAME = 'terraform.tfstate';
const PROJECT = 'ibm_code_engine_project';

const HCL = `
  terraform {
    required_providers {
      ibm = {
        source  = "IBM-Cloud/ibm"
        version = "~> 2.5"
      }
    }
  }
  provider "ibm" {
    region = "us-south"
  }
`;
const HCL_PROJECT = `${HCL}
  resource "${PROJECT}" "shop" {
    name              = "shop"
    resource_group_id = "${PRIVATE_APPLICATION.variables.resource_group_id}"
  }
  output "id" {
    value = ${PROJECT}.shop.project_id
  }
`;

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly environment?: Record<string, string>;
  /** What to do when Terraform asks for approval; its input stays open until the end. */
  readonly asked?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs the tool as its npm script does. */
function offline(args: readonly string[], { environment, asked }: RunOptions = {}): Promise<Ended> {
  const ours = Object.entries(process.env).filter(
    ([name]) => !/^(TF_|INIT_CWD|IBM_CLOUD_DOUBLE)/.test(name),
  );
  const child = spawn(process.execPath, ['-r', 'ts-node/register', 'tools/offline.ts', ...args], {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(ours),
      TS_NODE_PROJECT: 'tools/tsconfig.json',
      ...environment,
    },
    stdio: [asked ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  let isAsked = false;
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]!.setEncoding('utf8').on('data', (part: string) => {
      said[stream] += part;
      if (isAsked || !said.stdout.includes('Enter a value:')) return;
      isAsked = true;
      asked?.(child);
    });
  }
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      child.stdin?.destroy();
      done({ code, ...said });
    });
  });
}

const stored = (file: string): Record<string, Record<string, { name: string }>> =>
  JSON.parse(fs.readFileSync(file, 'utf8')).resources;

describeOffline('over a folder of HCL', () => {
  const dir = scratch();
  const run = (command: string, ...flags: string[]) =>
    offline([command, dir, '-no-color', ...flags]);
  beforeAll(() => write(dir, { 'main.tf': HCL_PROJECT }));

  test('validate says nothing but what Terraform says, and writes nothing', async () => {
    expect(await run('validate')).toEqual({
      code: 0,
      stdout: 'Success! The configuration is valid.\n\n',
      stderr: '',
    });
    expect(fs.readdirSync(dir)).toEqual(['main.tf']);
  });

  test('plan ends with the code of Terraform', async () => {
    const { code, stdout } = await run('plan', '-detailed-exitcode');
    expect(stdout).toContain('Plan: 1 to add, 0 to change, 0 to destroy.');
    expect(code).toBe(2);
    expect(fs.readdirSync(dir)).toEqual(['main.tf']);
  });

  test('apply keeps state and cloud side by side, and locks no provider', async () => {
    const { code, stdout } = await run('apply', '-auto-approve');
    expect(stdout).toContain('Apply complete! Resources: 1 added');
    expect(code).toBe(0);
    expect(fs.readdirSync(dir).sort()).toEqual(['main.tf', CLOUD_NAME, STATE_NAME]);
  });

  test('the next plan meets what was made', async () => {
    const { code, stdout } = await run('plan', '-detailed-exitcode');
    expect(stdout).toContain('No changes.');
    expect(code).toBe(0);
  });

  test('show is as readable as Terraform makes it', async () => {
    const { code, stdout, stderr } = await offline(['show', dir, '-json']);
    expect([code, stderr]).toEqual([0, '']);
    const { values } = JSON.parse(stdout);
    expect(values.root_module.resources[0].address).toBe(`${PROJECT}.shop`);
  });

  test('a change by hand in the cloud is drift in the plan', async () => {
    const file = path.join(dir, CLOUD_NAME);
    const text = fs.readFileSync(file, 'utf8');
    fs.writeFileSync(file, text.replace('"name": "shop"', '"name": "other"'));
    const { code, stdout } = await run('plan', '-detailed-exitcode');
    expect(stdout).toMatch(/~ name +=? *"other" -> "shop"/);
    expect(code).toBe(2);
  });

  test('destroy asks, and an interrupt leaves everything', async () => {
    const before = snapshot(dir)[CLOUD_NAME];
    const { code } = await offline(['destroy', dir, '-no-color'], {
      asked: (child) => child.kill('SIGINT'),
    });
    expect(code).toBe(1);
    expect(snapshot(dir)[CLOUD_NAME]).toBe(before);
  });

  test('destroy asks, and a yes empties the cloud', async () => {
    const { code, stdout } = await offline(['destroy', dir, '-no-color'], {
      asked: (child) => child.stdin!.end('yes\n'),
    });
    expect(stdout).toContain('Destroy complete! Resources: 1 destroyed.');
    expect(code).toBe(0);
    expect(stored(path.join(dir, CLOUD_NAME))).toEqual({});
  });
});

describeOffline('over a folder of JSON that keeps its state elsewhere, as cdktf writes it', () => {
  const [dir, elsewhere] = [scratch(), scratch()];
  const variables = { ...PRIVATE_APPLICATION.variables, api_token: CANARY };
  const environment = Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [`TF_VAR_${name}`, value]),
  );
  const run = (command: string, ...flags: string[]) =>
    offline([command, dir, ...flags], { environment });

  beforeAll(() => {
    const file = path.join(PRIVATE_APPLICATION.dir, 'main.tf.json');
    const json = JSON.parse(fs.readFileSync(file, 'utf8'));
    json.terraform.backend = { local: { path: path.join(elsewhere, 'shop.tfstate') } };
    write(dir, { 'cdk.tf.json': JSON.stringify(json) });
  });

  test('apply keeps the cloud beside the configuration and the state where it is told', async () => {
    const { code, stdout, stderr } = await run('apply', '-auto-approve', '-no-color');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain(CANARY);
    expect(fs.readdirSync(elsewhere)).toEqual(['shop.tfstate']);
    expect(fs.readdirSync(dir).sort()).toEqual(['.terraform', 'cdk.tf.json', CLOUD_NAME]);
  });

  test('-json has nothing in it but JSON', async () => {
    const { code, stdout } = await run('plan', '-json', '-detailed-exitcode');
    const lines = stdout.trim().split('\n');
    const kinds = lines.map((line) => JSON.parse(line).type as string);
    expect(kinds).toEqual(expect.arrayContaining(['version', 'change_summary']));
    expect(code).toBe(0);
  });

  test('destroy of what is protected is refused, and nothing is lost', async () => {
    const before = snapshot(dir)[CLOUD_NAME];
    const { code, stderr } = await run('destroy', '-auto-approve', '-no-color');
    expect(stderr).toContain('Instance cannot be destroyed');
    expect(code).toBe(1);
    expect(snapshot(dir)[CLOUD_NAME]).toBe(before);
  });
});

describeOffline('what Terraform refuses', () => {
  test('is in its own words, with its own code', async () => {
    const dir = scratch();
    write(dir, { 'main.tf': `${HCL}\nresource "${PROJECT}" "shop" {}` });
    const { code, stdout } = await offline(['validate', dir, '-json']);
    expect(JSON.parse(stdout)).toMatchObject({ valid: false, error_count: 1 });
    expect(code).toBe(1);
  });

  test('of an init is told too', async () => {
    const dir = scratch();
    write(dir, { 'main.tf': 'module "none" {\n  source = "./none"\n}' });
    const { code, stdout, stderr } = await offline(['plan', dir, '-no-color']);
    expect(stderr).toContain('Unreadable module directory');
    expect([code, stdout]).toEqual([1, '']);
  });
});

describeOffline('two folders with one cloud', () => {
  test('see what the other made', async () => {
    const [shop, reader] = [scratch(), scratch()];
    const file = path.join(scratch(), 'cloud.json');
    const environment = { [CLOUD_FILE]: file };
    write(shop, { 'main.tf': HCL_PROJECT });
    await offline(['apply', shop, '-auto-approve'], { environment });
    const [id] = Object.keys(stored(file)[PROJECT]);
    write(reader, {
      'main.tf': `${HCL}
        data "${PROJECT}" "shop" {
          project_id = "${id}"
        }
        output "name" {
          value = data.${PROJECT}.shop.name
        }
      `,
    });
    const { stdout } = await offline(['plan', reader, '-no-color'], { environment });
    expect(stdout).toContain('+ name = "shop"');
    expect(fs.existsSync(path.join(shop, CLOUD_NAME))).toBe(false);
  });
});

describeOffline('bad input', () => {
  const dir = scratch();
  write(dir, {
    'broken/main.tf': HCL,
    [`broken/${CLOUD_NAME}`]: '{"resources": {',
    'empty/notes.txt': '',
    'out/stacks/shop/cdk.tf.json': '{}',
  });
  const known = 'expected validate, plan, apply, destroy or show';
  const usage = 'as in npm run offline -- plan DIR [flags of terraform plan]';

  test.each([
    [[], `got no command, ${known}, ${usage}`],
    [['plna', 'empty'], `got plna, ${known}; did you mean 'plan'?`],
    [['init', 'empty'], `got init, ${known}`],
    [['plan'], `got no folder, expected a folder of Terraform, ${usage}`],
    [['plan', '-json'], `got -json, expected a folder of Terraform, ${usage}`],
    [['plan', 'none'], 'none: got no such folder, expected one with a Terraform configuration'],
    [['plan', 'empty'], 'empty: got no .tf or .tf.json file, expected at least one'],
    [
      ['plan', 'out'],
      `out: got no .tf or .tf.json file, expected at least one; did you mean ${dir}/out/stacks/shop?`,
    ],
  ])('%j', (args, line) => {
    const before = process.env.INIT_CWD;
    process.env.INIT_CWD = dir;
    try {
      expect(() => readOrder(args)).toThrow(new Error(line));
    } finally {
      if (before === undefined) delete process.env.INIT_CWD;
      else process.env.INIT_CWD = before;
    }
  });

  test('is one line and code 1, and nothing is written', async () => {
    const before = snapshot(dir);
    const said = async (folder: string, environment: Record<string, string> = {}) =>
      offline(['apply', folder, '-auto-approve'], {
        environment: { INIT_CWD: dir, ...environment },
      });
    expect(await said('none')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'none: got no such folder, expected one with a Terraform configuration\n',
    });
    expect(await said('broken')).toEqual({
      code: 1,
      stdout: '',
      stderr: `${dir}/broken/${CLOUD_NAME}: got no readable JSON, expected a cloud as the provider keeps it; mend or remove it\n`,
    });
    expect(await said('broken', { PATH: '' })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'got no terraform on the PATH, expected one; install it\n',
    });
    expect(snapshot(dir)).toEqual(before);
  });
});
