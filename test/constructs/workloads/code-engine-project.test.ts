import { TerraformStack } from 'cdktf';
import {
  CodeEngineProject,
  CodeEngineProjectProps,
} from '../../../lib/constructs/workloads/code-engine-project';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const project = (stack: TerraformStack, props: Partial<CodeEngineProjectProps> = {}) =>
  new CodeEngineProject(stack, 'shop', { resourceGroupId: RESOURCE_GROUP_ID, ...props });
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
  expect(CodeEngineProject.fromId('a-b-c').projectId).toBe('a-b-c');
});
