import * as fs from 'fs';
import { readHcl } from '../../../lib/cli/check/hcl';
import { blocksOfModule } from '../../../lib/policy/loaders/configuration';
import { inTemporaryFolder } from '../../kit/temporary';

const read = (text: string) =>
  inTemporaryFolder(async (dir) => {
    const file = `${dir}/main.tf`;
    fs.writeFileSync(file, text);
    return blocksOfModule({ parts: await readHcl([file]) });
  });

test('HCL has the same blocks as its JSON, with the lines in which they stand', async () => {
  const [app] = await read(`
resource "ibm_code_engine_app" "web" {
  name                    = "web"
  managed_domain_mappings = var.mappings
  probe_liveness {
    type = "http"
  }
}
`);
  expect(app).toMatchObject({
    address: 'ibm_code_engine_app.web',
    line: 2,
    body: { name: 'web', probe_liveness: [{ type: 'http' }] },
  });
});

test('attributes that Terraform ignores are names, as in JSON', async () => {
  const [secret] = await read(
    'resource "a_b" "s" {\n  lifecycle {\n    ignore_changes = [data]\n  }\n}\n',
  );
  expect(secret.body.lifecycle).toEqual([{ ignore_changes: ['data'] }]);
});

test('ill-formed HCL is told by its line', async () => {
  await expect(read('resource "a" {\n  x = \n}\n')).rejects.toThrow(/got HCL that is ill-formed/);
});

test('without a file the parser is not loaded', async () => {
  expect(await readHcl([])).toEqual([]);
});
