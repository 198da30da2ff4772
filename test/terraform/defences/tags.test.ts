/** Each trap of tags, and the library walking past it. */
import { TerraformStack } from 'cdktf';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { RESOURCE_GROUP_ID, waiver } from '../../kit/samples';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

const TAG = 'ibm_resource_tag';

describeOffline('tags walk past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const tagged =
    (tags: string[], projectName = 'shop') =>
    (stack: TerraformStack) =>
      void new CodeEngineProject(stack, 'project', {
        resourceGroupId: RESOURCE_GROUP_ID,
        projectName,
        tags,
        deletionProtection: false,
        waivers: { deletionProtection: waiver() },
      });

  test('of tags that stay on what was replaced', async () => {
    expectTrap('tags/tags-stay-on-the-replaced-resource');
    await it.deploy(tagged(['team:shop']));
    const plan = await it.change(tagged(['team:shop'], 'store'));
    expect(plan).toMatch(/ibm_resource_tag\.\w+ will be replaced due to changes in replace_trig/);
    expect(it.inCloud(TAG).resource_id).toBe(it.inCloud('ibm_code_engine_project').crn);
    await it.converged();
  });

  test('of a type that stays when it is taken out: it is always said', async () => {
    expectTrap('tags/removed-tag-type-stays');
    await it.deploy(tagged(['a']));
    expect(it.inCloud(TAG).tag_type).toBe('user');
  });

  test('of a slash and of letters that the provider refuses: they are refused before', () => {
    expectTrap('tags/slash-and-non-ascii-are-refused');
    expect(refusalOf(() => tagged(['a/b', 'übung'])(newStack()))).toHaveLength(2);
  });

  test('of upper case that the service makes lower case: there is none', async () => {
    expectTrap('tags/upper-case-tags-are-stored-in-lower-case');
    expect(refusalOf(() => tagged(['Team:Shop'])(newStack()))).toHaveLength(1);
    await it.deploy(tagged(['team:shop', 'env:prod']));
    expect([...(it.inCloud(TAG).tags as string[])].sort()).toEqual(['env:prod', 'team:shop']);
  });

  test('of tags that come and go', async () => {
    await it.deploy(tagged(['a', 'b']));
    await it.change(tagged(['b', 'c']));
    expect([...(it.inCloud(TAG).tags as string[])].sort()).toEqual(['b', 'c']);
    await it.converged();
    await it.change(tagged([]));
    await it.converged();
  });
});
