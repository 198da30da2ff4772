import {
  deployOffline,
  describeOffline,
  describeTerraform,
  validateOffline,
} from '../kit/terraform';
import { PROVIDER, specimen, TERRAFORM } from './specimen';

const each = (kind: 'resource' | 'data', types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { least: specimen(type, {}, kind) }]));

const RESOURCES = each('resource', Object.keys(PROVIDER.resources));
const DATA_SOURCES = each('data', Object.keys(PROVIDER.dataSources));

describeTerraform('the least configuration of every type', () => {
  test('passes validate', async () => {
    const json = { terraform: TERRAFORM, resource: RESOURCES, data: DATA_SOURCES };
    const diagnostics = await validateOffline({ json });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describeOffline('one resource of every type', () => {
  test('is made, needs no second change, and is gone in the end', async () => {
    // whether every schema can be served is the question here; the traps have tests of their own.
    const json = { terraform: TERRAFORM, resource: RESOURCES };
    const { resources, cloud } = await deployOffline({ json }, { honest: true });
    expect(Object.keys(resources)).toHaveLength(Object.keys(RESOURCES).length);
    expect(cloud.size).toBe(0);
  });
});
