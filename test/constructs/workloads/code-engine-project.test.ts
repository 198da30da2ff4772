import { TerraformStack } from 'cdktf';
import {
  CodeEngineProject,
  CodeEngineProjectProps,
} from '../../../lib/constructs/workloads/code-engine-project';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { ConfigMap } from '../../../lib/constructs/workloads/config-map';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { SecureApp, SecureAppProps } from '../../../lib/constructs/workloads/secure-app';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { IbmProvider } from '../../../lib/.gen/providers/ibm/provider';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, image, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const project = (stack: TerraformStack, props: Partial<CodeEngineProjectProps> = {}) =>
  new CodeEngineProject(stack, 'shop', { resourceGroupId: RESOURCE_GROUP_ID, ...props });
const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const refused = (props: Partial<CodeEngineProjectProps>) =>
  refusalOf(() => project(newStack(), props));

test('a project renders its name, its group and its protection', () => {
  const synthesized = synthesize((stack) => project(stack));
  expect(synthesized.types).toEqual(['ibm_code_engine_project']);
  expect(synthesized.only('ibm_code_engine_project')).toEqual({
    name: 'shop',
    resource_group_id: RESOURCE_GROUP_ID,
    lifecycle: { prevent_destroy: true },
  });
});

test('a project without protection carries the waiver', () => {
  const props = {
    projectName: 'Shop: test',
    deletionProtection: false,
    waivers: { deletionProtection: waiver() },
  };
  expect(synthesize((stack) => project(stack, props)).only('ibm_code_engine_project')).toEqual({
    name: 'Shop: test',
    resource_group_id: RESOURCE_GROUP_ID,
    lifecycle: { prevent_destroy: false },
    waivers: [recorded('workloads/project-protected')],
  });
});

test.each<[string, Partial<CodeEngineProjectProps>]>([
  ['projectName', { projectName: 'a/b' }],
  ['projectName', { projectName: '' }],
  ['projectName', { projectName: 'a'.repeat(129) }],
  ['resourceGroupId', { resourceGroupId: 'default' }],
  ['resourceGroupId', { resourceGroupId: '' }],
  ['resourceGroupId', { resourceGroupId: undefined }],
  ['deletionProtection', { deletionProtection: false }],
  ['waivers.deletionProtection', { waivers: { deletionProtection: waiver() } }],
])('a project is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a project takes its group from a variable', () => {
  const resourceGroupId = '${var.resource_group_id}';
  const block = synthesize((stack) => project(stack, { resourceGroupId })).only(
    'ibm_code_engine_project',
  );
  expect(block.resource_group_id).toBe(resourceGroupId);
});

test('a project hands out its id, name, crn and region', () => {
  const handedOut = renderedValues((stack) => {
    const { projectId, projectName, crn, region } = project(stack);
    return { projectId, projectName, crn, region };
  });
  const attribute = (name: string) => `\${ibm_code_engine_project.shop_4FF2D3EB.${name}}`;
  expect(handedOut).toEqual({
    projectId: attribute('project_id'),
    projectName: attribute('name'),
    crn: attribute('crn'),
    region: attribute('region'),
  });
});

test('a project that exists is known by its id', () => {
  const read = renderedValues((stack) => {
    const { projectId, crn } = CodeEngineProject.fromId(stack, 'shop', GUID);
    return { projectId, crn };
  });
  expect(read).toEqual({
    projectId: GUID,
    crn: '${data.ibm_code_engine_project.shop.crn}',
  });
  expect(refusalOf(() => CodeEngineProject.fromId(newStack(), 'shop', 'shop'))).toEqual([
    expect.stringMatching(/^projectId: got "shop", expected a GUID/),
  ]);
});

test('a project that exists is known by its cloud resource name', () => {
  const crn = `crn:v1:bluemix:public:codeengine:eu-de:a/0123:${GUID}::`;
  expect(CodeEngineProject.fromCrn(crn)).toEqual({ projectId: GUID, crn });
  const other = crn.replace('codeengine', 'kms');
  expect(refusalOf(() => CodeEngineProject.fromCrn(other))).toEqual([
    expect.stringMatching(/^crn: got .*, expected the CRN of an instance of codeengine/),
  ]);
});

describe('a project counts what is put into it', () => {
  const appsOf = (count: number, props: Partial<SecureAppProps> = {}) => {
    const stack = newStack();
    const parent = project(stack);
    for (let i = 0; i < count; i++) {
      new SecureApp(stack, `app${i}`, { project: parent, image: image(), ...props });
    }
    return { stack, parent };
  };
  const messages = (construct: CodeEngineProject) =>
    construct.node.metadata.map(({ data }) => String(data));

  test('and refuses a synthesis with too many', () => {
    const { parent } = appsOf(41, { maxInstances: 1 });
    expect(parent.node.validate()).toEqual([
      'apps: got 41, expected at most 40 in one project; spread them over several projects',
    ]);
    expect(appsOf(40, { maxInstances: 1 }).parent.node.validate()).toEqual([]);
  });

  test('and warns once where all at their most would be too much', () => {
    const { parent } = appsOf(30);
    expect(parent.node.validate()).toEqual([]);
    expect(messages(parent)).toEqual([
      expect.stringMatching(/^instances: got 260 or more[^\n]*\ncpu: got 130 or more[^\n]*$/),
    ]);
  });

  test('secrets, config maps, jobs and functions among them', () => {
    const stack = newStack();
    const parent = project(stack);
    for (let i = 0; i < 101; i++) {
      new AppSecret(stack, `secret${i}`, {
        project: parent,
        data: SecretData.generic({ A: SecretValue.fromVariable(stack, 'a') }),
      });
      new ConfigMap(stack, `map${i}`, { project: parent, data: { A: 'a' } });
      new SecureJob(stack, `job${i}`, { project: parent, image: image() });
    }
    for (let i = 0; i < 21; i++) {
      const code = FunctionCode.inline('x');
      new SecureFunction(stack, `function${i}`, {
        project: parent,
        code,
        runtime: FunctionRuntime.NODEJS_24,
      });
    }
    const kinds = parent.node.validate().map((line) => line.split(':')[0]);
    expect(kinds.sort()).toEqual(['configMaps', 'functions', 'jobs', 'secrets']);
  });
});

test('all that is in a project goes by the provider of its region', () => {
  const { json } = synthesize((stack) => {
    const provider = new IbmProvider(stack, 'eu', { alias: 'eu', region: 'eu-de' });
    const home = project(stack, { provider, tags: ['a'] });
    const data = SecretData.generic({ A: SecretValue.fromVariable(stack, 'a') });
    new AppSecret(stack, 'secret', { project: home, data });
    new ConfigMap(stack, 'map', { project: home, data: { A: 'b' } });
    new SecureApp(stack, 'web', { project: home, image: image() });
    new SecureJob(stack, 'job', { project: home, image: image() });
    new SecureFunction(stack, 'hello', {
      project: home,
      runtime: FunctionRuntime.NODEJS_24,
      code: FunctionCode.inline('x'),
    });
    SecureApp.fromAppName(stack, 'old', { project: home, appName: 'old' });
    CodeEngineProject.fromId(stack, 'there', GUID, { provider });
  });
  const blocks = [json.resource, json.data].flatMap((part: object) =>
    Object.entries(part).flatMap(([type, named]) =>
      Object.values(named as object).map((block) => [type, (block as any).provider] as const),
    ),
  );
  const ofRegion = blocks.filter(([type]) => type.startsWith('ibm_code_engine'));
  expect(ofRegion.length).toBe(11);
  for (const [type, provider] of ofRegion) expect([type, provider]).toEqual([type, 'ibm.eu']);
});
