import { TerraformResource } from 'cdktf';
import { DomainMapping } from '../../../lib/constructs/edge/domain-mapping';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { image, project } from '../../kit/samples';
import { synthesize } from '../../kit/synth';

const tlsSecret = AppSecret.fromSecretName('tls');
const host = 'shop.example.com';

test('a host is mapped to an app, and what became of a change is looked at', () => {
  const synthesized = synthesize((stack) => {
    const workload = new SecureApp(stack, 'web', { project: project(stack), image: image() });
    new DomainMapping(stack, 'mapping', { host, workload, tlsSecret });
  });
  expect(synthesized.only('ibm_code_engine_domain_mapping')).toEqual({
    project_id: expect.stringMatching(/project_id\}$/),
    name: host,
    tls_secret: 'tls',
    component: {
      name: expect.stringMatching(/^\$\{ibm_code_engine_app\./),
      resource_type: 'app_v2',
    },
  });
  expect(synthesized.only('data.ibm_code_engine_domain_mapping')).toMatchObject({
    depends_on: [expect.stringMatching(/^ibm_code_engine_domain_mapping\./)],
    lifecycle: { postcondition: [{ condition: '${self.status != "failed"}' }] },
  });
});

test('a host is mapped to a function', () => {
  const { only } = synthesize((stack) => {
    const workload = new SecureFunction(stack, 'hello', {
      project: project(stack),
      runtime: FunctionRuntime.NODEJS_24,
      code: FunctionCode.inline('x'),
    });
    new DomainMapping(stack, 'mapping', { host, workload, tlsSecret });
  });
  expect(only('ibm_code_engine_domain_mapping').component.resource_type).toBe('function_v2');
});

test('a host is mapped after what has to hold before', () => {
  const { only } = synthesize((stack) => {
    const workload = new SecureApp(stack, 'web', { project: project(stack), image: image() });
    const first = new TerraformResource(stack, 'first', {
      terraformResourceType: 'terraform_data',
    });
    new DomainMapping(stack, 'mapping', { host, workload, tlsSecret, after: [first] });
  });
  expect(only('ibm_code_engine_domain_mapping').depends_on).toEqual(['terraform_data.first']);
});
