import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { Resource } from '../../lib/policy/resource';
import { isRestricted } from '../../lib/policy/restrictions';

function restricted(enforcement_mode: string, value: string): boolean {
  const resources = [{ attributes: [{ name: 'serviceName', value }] }];
  const json = {
    resource: {
      ibm_code_engine_project: { it: {} },
      ibm_cbr_rule: { api: { enforcement_mode, resources } },
    },
  };
  const graph = new Graph(blocksOfConfiguration(json));
  return isRestricted(new Resource(graph.at('ibm_code_engine_project.it')!, graph), 'codeengine');
}

test('only an enforced restriction of the service counts', () => {
  expect(restricted('enabled', 'codeengine')).toBe(true);
  expect(restricted('report', 'codeengine')).toBe(false);
  expect(restricted('enabled', 'kms')).toBe(false);
});

test('what may be one is left open', () => {
  expect(() => restricted('${var.mode}', 'codeengine')).toThrow(/is known only to Terraform/);
  expect(() => restricted('enabled', '${var.service}')).toThrow(/is known only to Terraform/);
  expect(restricted('report', '${var.service}')).toBe(false);
});
