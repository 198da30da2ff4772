import * as fs from 'fs';
import * as path from 'path';
import {
  deployOffline,
  describeOffline,
  describeTerraform,
  providerMode,
  Workspace,
} from '../kit/terraform';
import { TERRAFORM } from './specimen';
import { PRIVATE_APPLICATION, TOKEN } from './fixtures';

const APP = 'ibm_code_engine_app';
const PROJECT = 'ibm_code_engine_project';
const SECRET = 'ibm_code_engine_secret';

describeTerraform('a whole life', () => {
  test('of the least deployment', async () => {
    const { plan, resources, cloud } = await deployOffline(
      PRIVATE_APPLICATION,
      PRIVATE_APPLICATION,
    );
    expect(plan).toContain('Plan: 3 to add, 0 to change, 0 to destroy.');
    expect(plan).not.toContain(TOKEN);
    if (providerMode() === 'real') return;
    expect(resources[`${APP}.app`]).toMatchObject({
      managed_domain_mappings: 'local',
      project_id: resources[`${PROJECT}.project`].project_id,
      status: 'ready',
    });
    expect(cloud.size).toBe(0);
  });
});

describeOffline('the double', () => {
  let workspace: Workspace;
  const application = JSON.parse(
    fs.readFileSync(path.join(PRIVATE_APPLICATION.dir, 'main.tf.json'), 'utf8'),
  ) as { resource: Record<string, Record<string, object>> };
  const app = (values: object) => {
    const all = structuredClone(application);
    Object.assign(all.resource[APP].app, values);
    return all;
  };
  const plan = async () => (await workspace.must('plan', ['plan', '-no-color'])).stdout;
  const attributes = (type: string) =>
    workspace.state().resources.find((each) => each.type === type && each.mode === 'managed')
      ?.instances[0].attributes ?? {};

  beforeEach(async () => {
    workspace = await Workspace.open(PRIVATE_APPLICATION, PRIVATE_APPLICATION);
    await workspace.must('init', ['init']);
    await workspace.must('apply', ['apply', '-auto-approve']);
  });
  afterEach(() => workspace.close());

  test('fills in the defaults that a configuration leaves out', () => {
    expect(attributes(APP)).toMatchObject({
      image_port: 8080,
      image_secret: null,
      run_commands: null,
    });
    const [probe] = attributes(APP).probe_liveness as Record<string, unknown>[];
    expect(probe).toMatchObject({ interval: 10, failure_threshold: 3, path: '/healthz' });
  });

  test('invents ids that fit where they are used', () => {
    const { project_id: project, id, crn } = attributes(PROJECT);
    expect(project).toMatch(/^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{12}$/);
    expect(id).toBe(project);
    expect(crn).toMatch(/^crn:v1:bluemix:public:codeengine:us-south:a\/[0-9a-f]{32}:/);
    expect(attributes(APP).id).toBe(`${project as string}/app`);
  });

  test('plans a new image as a change in place', async () => {
    workspace.write(app({ image_reference: 'us.icr.io/team/web:2' }));
    const text = await plan();
    expect(text).toContain(`${APP}.app will be updated in-place`);
    expect(text).toContain('Plan: 0 to add, 1 to change, 0 to destroy.');
    const { app_id: before } = attributes(APP);
    await workspace.must('apply', ['apply', '-auto-approve']);
    expect(attributes(APP)).toMatchObject({
      app_id: before,
      image_reference: 'us.icr.io/team/web:2',
    });
  });

  test('plans a new name as a replacement', async () => {
    workspace.write(app({ name: 'other' }));
    const text = await plan();
    expect(text).toContain(`${APP}.app must be replaced`);
    expect(text).toMatch(/name\s+= "app" -> "other" # forces replacement/);
    await workspace.must('apply', ['apply', '-auto-approve']);
    expect(workspace.cloud.list(APP).map(({ value }) => value.name)).toEqual(['other']);
  });

  test('has a resource made again that went out of the account', async () => {
    const { id } = attributes(APP);
    workspace.cloud.delete(APP, id as string);
    expect(await plan()).toContain(`${APP}.app will be created`);
  });

  test('shows what someone changed in the account', async () => {
    const { id } = attributes(APP);
    const stored = workspace.cloud.get(APP, id as string) ?? {};
    workspace.cloud.put(APP, id as string, { ...stored, scale_max_instances: 50 });
    expect(await plan()).toMatch(/scale_max_instances\s+= 50 -> 5/);
  });

  test('imports what exists, and refuses what does not', async () => {
    const { id } = attributes(APP);
    await workspace.must('state rm', ['state', 'rm', `${APP}.app`]);
    await workspace.must('import', ['import', '-no-color', `${APP}.app`, id as string]);
    expect(await plan()).toContain('No changes.');
    await workspace.must('state rm', ['state', 'rm', `${APP}.app`]);
    const { code, stderr } = await workspace.terraform('import', '-no-color', `${APP}.app`, 'x/y');
    expect(code).toBe(1);
    expect(stderr).toContain('Cannot import non-existent remote object');
  });

  test('refuses a second resource under an id that is taken', async () => {
    await workspace.must('state rm', ['state', 'rm', `${APP}.app`]);
    const { code, stderr } = await workspace.terraform('apply', '-no-color', '-auto-approve');
    expect(code).toBe(1);
    expect(stderr).toMatch(/got id "[-0-9a-f]+\/app", expected one that is free/);
  });

  test('shows no sensitive value in a plan that changes it', async () => {
    const all = structuredClone(application);
    all.resource[SECRET].app = {
      ...all.resource[SECRET].app,
      data: '${sensitive({ API_TOKEN = "another-canary", OTHER = var.api_token })}',
    };
    workspace.write(all);
    const text = await plan();
    expect(text).toMatch(/data\s+= \(sensitive value\)/);
    expect(text).not.toMatch(/canary/);
  });

  test('is empty after destroy, which protection prevents', async () => {
    const protectedStill = await workspace.terraform('destroy', '-no-color', '-auto-approve');
    expect(protectedStill.stderr).toContain('Instance cannot be destroyed');
    workspace.liftProtection();
    await workspace.must('destroy', ['destroy', '-auto-approve']);
    expect(workspace.cloud.size).toBe(0);
  });
});

describeOffline('two configurations on one cloud', () => {
  const provider = { ibm: { region: 'us-south' } };
  const first = {
    terraform: TERRAFORM,
    provider,
    resource: {
      [PROJECT]: { shop: { name: 'shop', resource_group_id: '0123456789abcdef0123456789abcdef' } },
    },
  };

  test('see what the other made, and what became of it', async () => {
    const one = await Workspace.open({ json: first });
    const { cloud } = one;
    await one.must('init', ['init']);
    await one.must('apply', ['apply', '-auto-approve']);
    const [{ id }] = cloud.list(PROJECT);
    const json = {
      terraform: TERRAFORM,
      provider,
      data: { [PROJECT]: { shop: { project_id: id } } },
    };
    const other = await Workspace.open({ json }, { cloud });
    try {
      await other.must('init', ['init']);
      await other.must('apply', ['apply', '-auto-approve']);
      expect(other.state().resources[0].instances[0].attributes).toMatchObject({ name: 'shop' });
      await one.must('destroy', ['destroy', '-auto-approve']);
      const { code, stderr } = await other.terraform('plan', '-no-color');
      expect([code, stderr]).toEqual([1, expect.stringContaining('expected one that exists')]);
    } finally {
      await Promise.all([one.close(), other.close()]);
    }
  });
});
