/** Tags through real Terraform. */
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID } from '../../kit/samples';

takesThroughLife({
  'a CodeEngineProject with tags': (stack) =>
    void new CodeEngineProject(stack, 'project', {
      resourceGroupId: RESOURCE_GROUP_ID,
      tags: ['team:shop', 'env:prod', 'cost center 42'],
    }),
});
