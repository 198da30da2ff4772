import { ITerraformDependable, dependable } from 'cdktf';
import { Construct } from 'constructs';
import { ResourceTag, ResourceTagConfig } from '../../.gen/providers/ibm/resource-tag';
import { Problem, known, matches, member, show } from '../../core';
import { TAG } from '../../facts/tags';

/** As much of a resource as its tags need. */
interface Tagged extends ITerraformDependable {
  readonly crn: string;
}

/** The tags that people give to a resource: what they search and bill by; they grant no access. */
export const tags = {
  problemsIn: (prop: string, list: readonly string[]): Problem[] =>
    known(list)
      ? list.flatMap((tag, index) => [
          ...matches(member(prop, `${index}`), tag, TAG),
          ...repeated(prop, list, index),
        ])
      : [],

  /** Attaches them, if there are any. */
  attach: (scope: Construct, resource: Tagged, list: readonly string[]): void => {
    if (list.length > 0) new ResourceTag(scope, 'Tags', terraformOf(resource, list));
  },
};

const repeated = (prop: string, list: readonly string[], index: number): Problem[] =>
  known(list[index]) && list.indexOf(list[index]) < index
    ? [{ prop: member(prop, `${index}`), got: show(list[index]), expected: 'each tag once' }]
    : [];

const terraformOf = (resource: Tagged, list: readonly string[]): ResourceTagConfig => ({
  resourceId: resource.crn,
  // trap tags/removed-tag-type-stays: always rendered.
  tagType: 'user',
  tags: [...list].sort(),
  // trap tags/tags-stay-on-the-replaced-resource: no update takes them along.
  lifecycle: { replaceTriggeredBy: [`${dependable(resource)}.crn`] },
});
