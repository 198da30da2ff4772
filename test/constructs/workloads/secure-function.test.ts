import { TerraformStack } from 'cdktf';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { FunctionSize } from '../../../lib/constructs/workloads/function-size';
import {
  SecureFunction,
  SecureFunctionProps,
} from '../../../lib/constructs/workloads/secure-function';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { Visibility } from '../../../lib/facts/visibility';
import { refusalOf } from '../../kit/refusal';
import { DIGEST, project, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const REPOSITORY = 'private.us.icr.io/shop/hello';

const hello = (stack: TerraformStack, props: Partial<SecureFunctionProps> = {}) =>
  new SecureFunction(stack, 'hello', {
    project: project(stack),
    runtime: FunctionRuntime.NODEJS_24,
    code: FunctionCode.inline('x'),
    ...props,
  });
const rendered = (props: Partial<SecureFunctionProps> = {}) =>
  synthesize((stack) => hello(stack, props)).only('ibm_code_engine_function');
const refused = (props: Partial<SecureFunctionProps>) => refusalOf(() => hello(newStack(), props));

describe('a SecureFunction renders its defaults', () => {
  test('as two blocks beside its project', () => {
    expect(synthesize((stack) => hello(stack)).types).toEqual([
      'data.ibm_code_engine_function', // the gate that a failed roll-out does not pass
      'ibm_code_engine_function', // the function
      'ibm_code_engine_project', // its project, made by the test
    ]);
  });

  test('every one of them', () => {
    expect(rendered()).toEqual({
      project_id: '${ibm_code_engine_project.project_C7BA6BD1.project_id}',
      name: 'hello',
      runtime: 'nodejs-24',
      code_reference: 'data:text/plain;base64,eA==',
      code_main: 'main',
      managed_domain_mappings: 'local',
      run_compute_resource_token_enabled: false,
      run_env_variables: [],
      scale_concurrency: 1,
      scale_max_execution_time: 60,
      scale_down_delay: 1,
      scale_cpu_limit: '0.25',
      scale_memory_limit: '1G',
    });
  });

  test('with a gate against failure and a token', () => {
    const { lifecycle } = synthesize((stack) => hello(stack)).only('data.ibm_code_engine_function');
    expect(lifecycle.postcondition).toHaveLength(2);
  });
});

describe('a SecureFunction renders every prop', () => {
  test('given all at once', () => {
    const pullSecret = AppSecret.fromSecretName('icr-pull');
    const bundle = Image.fromRegistry(REPOSITORY, { pullSecret }).digest(DIGEST);
    expect(
      rendered({
        runtime: FunctionRuntime.PYTHON_3_13,
        code: FunctionCode.fromImage(bundle),
        functionName: 'greeting',
        main: 'greet',
        visibility: Visibility.PRIVATE,
        size: FunctionSize.LARGE,
        environment: { MODE: EnvValue.literal('prod') },
        concurrency: 10,
        maxExecutionTime: 30,
        scaleDownDelay: 10,
        computeResourceToken: true,
      }),
    ).toMatchObject({
      name: 'greeting',
      runtime: 'python-3.13',
      code_reference: `${REPOSITORY}@${DIGEST}`,
      code_secret: 'icr-pull',
      code_main: 'greet',
      managed_domain_mappings: 'local_private',
      run_env_variables: [{ name: 'MODE', type: 'literal', value: 'prod' }],
      run_compute_resource_token_enabled: true,
      scale_concurrency: 10,
      scale_max_execution_time: 30,
      scale_down_delay: 10,
      scale_cpu_limit: '1',
      scale_memory_limit: '4G',
    });
  });

  test.each<[string, string, Partial<SecureFunctionProps>]>([
    [
      'a public endpoint',
      'workloads/function-not-public',
      { visibility: Visibility.PUBLIC, waivers: { publicEndpoint: waiver() } },
    ],
    [
      'code by tag',
      'images/pinned-by-digest',
      { code: FunctionCode.fromImage(Image.fromRegistry(REPOSITORY).tag('1', waiver())) },
    ],
    [
      'a literal under the name of a secret',
      'secrets/no-literal-secret',
      { environment: { API_TOKEN: EnvValue.literal('none', waiver()) } },
    ],
  ])('%s with its waiver beside the resource', (_, rule, props) => {
    expect(rendered(props).waivers).toEqual([recorded(rule)]);
  });
});

test.each<[string, Partial<SecureFunctionProps>]>([
  ['project', { project: undefined }],
  ['code', { code: 'x' as unknown as FunctionCode }],
  ['runtime', { runtime: undefined }],
  ['runtime', { runtime: 'nodejs-12' as FunctionRuntime }],
  ['size', { size: {} as FunctionSize }],
  ['functionName', { functionName: 'Hello' }],
  ['main', { main: '1st' }],
  ['visibility', { visibility: Visibility.PUBLIC }],
  ['environment.API_TOKEN', { environment: { API_TOKEN: EnvValue.literal('x') } }],
  ['concurrency', { concurrency: 101 }],
  ['maxExecutionTime', { maxExecutionTime: 121 }],
  ['scaleDownDelay', { scaleDownDelay: 0 }],
  ['waivers.publicEndpoint', { waivers: { publicEndpoint: waiver() } }],
])('a SecureFunction is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a SecureFunction hands out its name, id and addresses', () => {
  const handedOut = renderedValues((stack) => {
    const { functionName, functionId, internalUrl, url } = hello(stack);
    return { functionName, functionId, internalUrl, url };
  });
  const attribute = (name: string) =>
    expect.stringMatching(new RegExp(`^\\$\\{ibm_code_engine_function\\.hello_\\w+\\.${name}\\}$`));
  expect(handedOut).toEqual({
    functionName: attribute('name'),
    functionId: attribute('function_id'),
    internalUrl: attribute('endpoint_internal'),
    url: attribute('endpoint_internal'),
  });
});
