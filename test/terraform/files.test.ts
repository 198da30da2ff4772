/** What `ce-guard` reads in files is what Terraform makes of them: override files, modules, and what is handed to them. */
import * as fs from 'fs';
import * as path from 'path';
import { filesOf, followed, partsOf } from '../../lib/cli/check/modules';
import { wholeOf } from '../../lib/policy/graph';
import { blocksOfModule } from '../../lib/policy/loaders/configuration';
import { Value, isUnknown } from '../../lib/policy/value';
import { PlanJson, describeOffline, Workspace } from '../kit/terraform';

const HEAD = `
terraform {
  required_providers {
    ibm = { source = "IBM-Cloud/ibm" }
  }
}
`;

const OVERRIDDEN = {
  'main.tf': `${HEAD}
provider "ibm" { region = "us-south" }
locals { port = 8080 }
resource "ibm_code_engine_app" "web" {
  name            = "web"
  project_id      = "11111111-1111-1111-1111-111111111111"
  image_reference = "private.us.icr.io/a/b"
  image_port      = local.port
  run_env_variables {
    type  = "literal"
    name  = "A"
    value = "a"
  }
  run_env_variables {
    type  = "literal"
    name  = "B"
    value = "b"
  }
  probe_liveness {
    type = "tcp"
    port = 8080
  }
}`,
  'a_override.tf': `
locals { port = 9090 }
resource "ibm_code_engine_app" "web" {
  managed_domain_mappings = "local"
  run_env_variables {
    type  = "literal"
    name  = "C"
    value = "c"
  }
}`,
  'override.tf': `
resource "ibm_code_engine_app" "web" { managed_domain_mappings = "local_private" }`,
};

const IN_MODULES = {
  'main.tf': `${HEAD}
provider "ibm" { region = "us-south" }
locals { names = { web = "shop" } }
module "outer" {
  source = "./outer"
  app = {
    name  = local.names.web
    ports = [8080]
  }
  mapping = "local"
  memory  = null
}`,
  'outer/main.tf': `${HEAD}
variable "app" {}
variable "mapping" { default = "local_public" }
variable "memory" { default = "4G" }
variable "tokens" { default = true }
module "inner" {
  source  = "../inner"
  name    = var.app.name
  mapping = var.mapping
  memory  = var.memory
  tokens  = var.tokens
}
output "name" { value = module.inner.name }`,
  'inner/main.tf': `${HEAD}
variable "name" {}
variable "mapping" {}
variable "memory" {}
variable "tokens" {}
variable "image" { default = "private.us.icr.io/a/b" }
locals { image = var.image }
resource "ibm_code_engine_app" "web" {
  name                               = var.name
  project_id                         = "11111111-1111-1111-1111-111111111111"
  image_reference                    = local.image
  managed_domain_mappings            = var.mapping
  scale_memory_limit                 = var.memory
  run_compute_resource_token_enabled = var.tokens
}
output "name" { value = ibm_code_engine_app.web.name }`,
};

describeOffline('what is read in files', () => {
  test.each([
    ['override files', OVERRIDDEN, 6],
    ['modules', IN_MODULES, 5],
  ])('of %s is what Terraform plans', async (_, files, least) => {
    const workspace = await Workspace.open({ json: {} }, { honest: true });
    try {
      fs.rmSync(path.join(workspace.dir, 'main.tf.json'));
      for (const [name, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(workspace.dir, name)), { recursive: true });
        fs.writeFileSync(path.join(workspace.dir, name), text);
      }
      await workspace.must('init', ['init', '-no-color']);
      await workspace.must('plan', ['plan', '-no-color', '-out=tfplan']);
      const { stdout } = await workspace.must('show', ['show', '-json', 'tfplan']);
      const [{ address, change }] = (JSON.parse(stdout) as PlanJson).resource_changes;
      const { module } = await followed(workspace.dir, await partsOf(filesOf(workspace.dir)));
      const [block] = blocksOfModule(module).filter(({ kind }) => kind === 'resource');
      expect(block.address).toBe(address);
      const known = Object.entries(wholeOf(block)).filter(([, it]) => isTold(it));
      expect(known.length).toBeGreaterThanOrEqual(least);
      expect(change.after).toMatchObject(Object.fromEntries(known));
    } finally {
      await workspace.close();
    }
  });
});

/** What stands in the code for sure; what is null there the provider fills in. */
const isTold = (it: Value): boolean => it !== null && !isUnknown(it);
