import * as fs from 'fs';
import * as path from 'path';
import { load } from '../../../lib/cli/check/source';
import { wholeOf } from '../../../lib/policy/graph';
import { inTemporaryFolder } from '../../kit/temporary';
import { recorder } from '../recorder';

type Files = Readonly<Record<string, string | object>>;

/** The blocks of a folder of files by their addresses, and what was told. */
async function blocksOf(files: Files, input = '') {
  let result = {
    told: '',
    bodies: {} as Record<string, any>,
    places: {} as Record<string, string>,
  };
  await inTemporaryFolder(async (dir) => {
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      fs.writeFileSync(
        path.join(dir, name),
        typeof text === 'string' ? text : JSON.stringify(text),
      );
    }
    const world = recorder();
    const { stacks } = await load(path.join(dir, input), world);
    const blocks = [...stacks.values()].flat();
    result = {
      told: world.said.told,
      bodies: Object.fromEntries(blocks.map((it) => [it.address, wholeOf(it)])),
      places: Object.fromEntries(
        blocks.map(({ address, file, line }) => [address, `${path.relative(dir, file!)}:${line}`]),
      ),
    };
  });
  return result;
}

const APP = `
variable "mapping" {}
# ce-guard: waive workloads/app-not-public until=2099-01-01 owner=team a page for everybody
resource "ibm_code_engine_app" "web" {
  managed_domain_mappings = var.mapping
  project_id              = ibm_code_engine_project.own.project_id
}
resource "ibm_code_engine_project" "own" {}
output "url" { value = ibm_code_engine_app.web.endpoint }
`;
const call = (source: string, more = '') => `module "app" {\n  source = "${source}"\n${more}}\n`;

test('modules beside their callers are read as what they make', async () => {
  const { bodies, places, told } = await blocksOf({
    'main.tf': `${call('./modules/app', '  mapping = "local"\n')}
output "url" { value = module.app.url }`,
    'modules/app/main.tf': APP,
  });
  expect(told).toBe('');
  expect(Object.keys(bodies)).toEqual([
    'output.url',
    'module.app.ibm_code_engine_app.web',
    'module.app.ibm_code_engine_project.own',
  ]);
  expect(bodies['module.app.ibm_code_engine_app.web']).toMatchObject({
    managed_domain_mappings: 'local',
    project_id: { references: ['module.app.ibm_code_engine_project.own'] },
  });
  expect(bodies['output.url'].value).toMatchObject({
    paths: ['module.app.ibm_code_engine_app.web.endpoint'],
  });
  expect(places['module.app.ibm_code_engine_app.web']).toBe('modules/app/main.tf:4');
});

test('a module may call others, by paths of its own, and be called twice', async () => {
  const { bodies } = await blocksOf(
    {
      'root/main.tf': `${call('../shared/outer')}\nmodule "again" {\n  source = "../shared/outer"\n}`,
      'shared/outer/main.tf.json': { module: { app: { source: '../app', mapping: 'local' } } },
      'shared/app/app.tf': APP,
    },
    'root',
  );
  expect(Object.keys(bodies).filter((it) => it.endsWith('.web'))).toEqual([
    'module.again.module.app.ibm_code_engine_app.web',
    'module.app.module.app.ibm_code_engine_app.web',
  ]);
});

test.each(['main.tf', 'main.tf.json', ''])(
  'it does not matter how the caller is named: "%s"',
  async (input) => {
    const files: Files =
      input === 'main.tf'
        ? { 'main.tf': call('./app') }
        : { 'main.tf.json': { module: { app: { source: './app' } }, resource: {} } };
    const { bodies } = await blocksOf({ ...files, 'app/a.tf': APP }, input);
    expect(Object.keys(bodies)).toContain('module.app.ibm_code_engine_app.web');
  },
);

test('a synthesis calls modules too', async () => {
  const { bodies } = await blocksOf({
    'manifest.json': { stacks: { shop: { synthesizedStackPath: 'stacks/shop/cdk.tf.json' } } },
    'stacks/shop/cdk.tf.json': { module: { app: { source: './assets/app' } } },
    'stacks/shop/assets/app/a.tf': APP,
  });
  expect(Object.keys(bodies)).toContain('module.app.ibm_code_engine_app.web');
});

test('what terraform init has fetched is read from there', async () => {
  const installed = [
    { Key: '', Source: '', Dir: '.' },
    { Key: 'app', Source: 'registry.example.com/a/b/c', Dir: '.terraform/modules/app' },
    {
      Key: 'app.inner',
      Source: 'git::https://example.com/x.git',
      Dir: '.terraform/modules/app.inner',
    },
  ];
  const { bodies, told } = await blocksOf({
    'main.tf': call('a/b/c'),
    '.terraform/modules/modules.json': { Modules: installed },
    '.terraform/modules/app/main.tf':
      'module "inner" {\n  source = "git::https://example.com/x.git"\n}',
    '.terraform/modules/app.inner/main.tf': APP,
  });
  expect(Object.keys(bodies)).toContain('module.app.module.inner.ibm_code_engine_app.web');
  expect(told).toBe('');
});

test('what is not there to be read is told, without its source, which may hold a password', async () => {
  const { told, bodies } = await blocksOf({
    'main.tf': `${APP}${call('git::https://me:canary-42@example.com/x.git')}
module "gone" {\n  source = "./gone"\n}\nmodule "empty" {\n  source = "./empty"\n}`,
    'empty/readme.md': '',
    '.terraform/modules/modules.json': '{"Modules": [{"Key": 5}, null',
  });
  expect(Object.keys(bodies)).toContain('ibm_code_engine_app.web');
  expect(told.split('\n').sort()).toEqual([
    '',
    'module.app is not looked at: it lies elsewhere; run `terraform init`, or give a plan',
    'module.empty is not looked at: its folder has no Terraform',
    'module.gone is not looked at: its folder has no Terraform',
  ]);
});

test('of what comes on stdin, nobody knows where its modules lie', async () => {
  const module = { app: { source: './lib' }, far: { source: 'a/b/c' } };
  const world = recorder({ stdin: JSON.stringify({ module }) });
  await load('-', world);
  expect(world.said.told).toBe(
    ['app', 'far']
      .map(
        (it) =>
          `module.${it} is not looked at: it lies elsewhere; run \`terraform init\`, or give a plan\n`,
      )
      .join(''),
  );
});

test('modules that call themselves have an end', async () => {
  await expect(
    blocksOf({ 'main.tf': call('./app'), 'app/main.tf': call('../app') }),
  ).rejects.toThrow(
    /got more than 2000 modules, or 50 in each other, expected modules that do not call themselves/,
  );
});

test('override files change what other files say', async () => {
  const { bodies, places } = await blocksOf({
    'a_override.tf': 'resource "ibm_code_engine_app" "web" {\n  name = "a"\n}',
    'main.tf': 'resource "ibm_code_engine_app" "web" {\n  name = "x"\n  image_port = 80\n}',
    'override.tf.json': { resource: { ibm_code_engine_app: { web: { name: 'b' } } } },
  });
  expect(bodies).toEqual({ 'ibm_code_engine_app.web': { name: 'b', image_port: 80 } });
  expect(places).toEqual({ 'ibm_code_engine_app.web': 'main.tf:1' });
});
