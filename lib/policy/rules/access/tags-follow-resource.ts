import { Rule, breaks, holds } from '../../rule';

export const tagsFollowResource: Rule = {
  id: 'access/tags-follow-resource',
  title: 'access tags stay with what they were attached to',
  severity: 'medium',
  types: ['ibm_resource_tag'],
  reads: ['tag_type', 'lifecycle.replace_triggered_by'],
  remedy: 'replace the tags with the resource',
  fix: {
    typescript: 'new CodeEngineProject(this, "shop", { tags: ["team:shop"], … })',
    hcl: 'lifecycle { replace_triggered_by = [ibm_code_engine_project.shop.crn] }',
  },
  reference: 'https://cloud.ibm.com/docs/account?topic=account-tag',
  row: 'access',
  controls: ['NIST AC-3', 'NIST CM-8'],
  packs: [],
  catalogue: [],

  judge(tags) {
    // the provider updates in place, and the new resource gets no tags; a policy may go by them.
    return tags.lifecycleHas('replace_triggered_by')
      ? holds
      : breaks('`lifecycle.replace_triggered_by` is not there: a replaced resource loses its tags');
  },
};
