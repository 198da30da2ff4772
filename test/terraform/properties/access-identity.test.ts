import { TerraformStack } from 'cdktf';
import { ServiceAuthorization } from '../../../lib/constructs/access/service-authorization';
import { WorkloadIdentity } from '../../../lib/constructs/access/workload-identity';
import { ICodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { authorizationProps, identitySpecs } from '../../kit/arbitraries-identity';
import { PROJECT, judges } from '../../kit/judged';
import { image } from '../../kit/samples';

const job = (stack: TerraformStack, id: string, isKnown: boolean) =>
  new SecureJob(stack, id, {
    project: isKnown ? PROJECT : ({ projectId: PROJECT.projectId } as ICodeEngineProject),
    image: image(),
  });

judges([
  [
    'WorkloadIdentity',
    () => identitySpecs,
    (stack, id, { isKnown, props, access }) =>
      new WorkloadIdentity(stack, id, {
        workload: job(stack, `${id}-job`, isKnown),
        ...props,
      }).allow('policy', access),
  ],
  [
    'ServiceAuthorization',
    () => authorizationProps,
    (stack, id, props) => new ServiceAuthorization(stack, id, props),
  ],
]);
