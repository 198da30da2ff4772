import { TerraformStack } from 'cdktf';
import {
  CodeEngineProject,
  CodeEngineProjectProps,
} from '../../../lib/constructs/workloads/code-engine-project';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const project = (stack: TerraformStack, tags?: CodeEngineProjectProps['tags']) =>
  new CodeEngineProject(stack, 'shop', { resourceGroupId: RESOURCE_GROUP_ID, tags });
const rendered = (tags: string[]) => synthesize((stack) => project(stack, tags));

test('without tags there is no resource for them', () => {
  for (const tags of [undefined, []]) {
    const { types } = synthesize((stack) => project(stack, tags));
    expect(types).toEqual(['ibm_code_engine_project']);
  }
});

test('tags are rendered sorted, with their type, and replaced with what carries them', () => {
  expect(rendered(['team:shop', 'env:prod']).only('ibm_resource_tag')).toEqual({
    resource_id: '${ibm_code_engine_project.shop_4FF2D3EB.crn}',
    tag_type: 'user',
    tags: ['env:prod', 'team:shop'],
    lifecycle: { replace_triggered_by: ['ibm_code_engine_project.shop_4FF2D3EB.crn'] },
  });
});

test.each([[['Team']], [['a/b']], [['übung']], [['']], [['a'.repeat(129)]], [['b', 'a', 'a']]])(
  'a project is refused for its tags when they are %p',
  (tags) => {
    expect(refusalOf(() => project(newStack(), tags))).toEqual([
      expect.stringMatching(/^tags\.\d: got /),
    ]);
  },
);

test('a tag from a variable is not judged', () => {
  const tags = ['${var.team}', '${var.team}'];
  expect(rendered(tags).only('ibm_resource_tag').tags).toEqual(tags);
});
