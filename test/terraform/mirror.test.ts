import { readProvider, terraformSchema } from '../../tools/provider-data';
import { writeMirror } from '../kit/mirror';
import { removeFolder, temporaryFolder } from '../kit/temporary';
import { describeOffline, terraform } from '../kit/terraform';
import * as fs from 'fs';
import * as path from 'path';

const CONFIGURATION = {
  terraform: { required_providers: { ibm: { source: 'IBM-Cloud/ibm', version: '~> 2.5' } } },
  provider: { ibm: [{ region: 'us-south' }] },
  resource: {
    ibm_code_engine_project: {
      p: { name: 'p', resource_group_id: '0123456789abcdef0123456789abcdef' },
    },
  },
  output: { project_id: { value: '${ibm_code_engine_project.p.project_id}' } },
};

describeOffline('a mirror of the provider', () => {
  const dir = temporaryFolder();
  const mirror = writeMirror(dir);
  const run = async (...args: string[]) => {
    const result = await terraform(dir, args, { environment: mirror.environment });
    if (result.code !== 0) throw new Error(result.stdout + result.stderr);
    return result.stdout;
  };

  beforeAll(() => fs.writeFileSync(path.join(dir, 'main.tf.json'), JSON.stringify(CONFIGURATION)));
  afterAll(() => removeFolder(dir));

  test('init installs the provider from it', async () => {
    const text = await run('init', '-no-color');
    expect(text).toContain(`Installed ibm-cloud/ibm v${mirror.version}`);
  });

  test('the provider serves exactly the schema that provider/ records', async () => {
    const data = readProvider();
    const served = JSON.parse(await run('providers', 'schema', '-json'), withoutProse) as object;
    expect(Object.keys(data.resources)).toHaveLength(178);
    expect(Object.keys(data.dataSources)).toHaveLength(188);
    expect(served).toEqual(terraformSchema(data));
  });

  test('plan and apply run it as a process of its own', async () => {
    expect(await run('plan', '-no-color')).toContain('Plan: 1 to add, 0 to change, 0 to destroy.');
    await run('apply', '-no-color', '-auto-approve');
    expect(await run('output', '-raw', 'project_id')).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-/);
  });
});

describeOffline('a mirror whose provider keeps its cloud in a file', () => {
  const dir = temporaryFolder();
  const cloud = path.join(dir, 'cloud.json');
  const { environment } = writeMirror(dir, { cloud });
  const run = (...args: string[]) => terraform(dir, args, { environment });

  beforeAll(() => fs.writeFileSync(path.join(dir, 'main.tf.json'), JSON.stringify(CONFIGURATION)));
  afterAll(() => removeFolder(dir));

  test('lets each command meet what the ones before made', async () => {
    await run('init');
    await run('apply', '-auto-approve');
    const { code, stdout } = await run('plan', '-no-color', '-detailed-exitcode');
    expect(stdout).toContain('No changes.');
    expect(code).toBe(0);
  });

  test('tells of a damaged file, and leaves it', async () => {
    fs.writeFileSync(cloud, '{');
    const { code, stderr } = await run('plan', '-no-color');
    expect(stderr.replace(/\s+/g, ' ')).toContain('got no readable JSON, expected a cloud');
    expect(code).toBe(1);
    expect(fs.readFileSync(cloud, 'utf8')).toBe('{');
  });
});

/** Leaves out what Terraform says of descriptions, of which the provider's data has none. */
function withoutProse(key: string, value: unknown): unknown {
  return key === 'description_kind' ? undefined : value;
}
