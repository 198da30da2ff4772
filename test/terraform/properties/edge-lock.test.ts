/** Whatever props the types allow: a lock is refused in its own words, or accepted by Terraform. */
import { TerraformStack } from 'cdktf';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { OriginLock } from '../../../lib/constructs/edge/origin-lock';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { lockProps } from '../../kit/arbitraries-lock';
import { PROJECT, judges } from '../../kit/judged';
import { image, zone } from '../../kit/samples';
import { nodeImage, valueOf } from '../../kit/samples-lock';

/** Each is many resources. */
const RUNS = 100;

/** The same zone for all, as it is for the hosts of one. */
const zoneIn = (stack: TerraformStack) =>
  (stack.node.tryFindChild('zone') as CisZone | undefined) ?? zone(stack);

judges([
  [
    'OriginLock',
    () => lockProps,
    (stack, id, { host, name, hasPrevious, props }) => {
      const lock = new OriginLock(stack, id, {
        ...{ zone: zoneIn(stack), host, nodeImage: nodeImage() },
        headerValue: valueOf(stack),
        previousHeaderValue: hasPrevious ? valueOf(stack, 'before') : undefined,
        ...props,
      });
      return lock.protect(
        new SecureApp(stack, `${id}app`, { project: PROJECT, image: image() }),
        name,
      );
    },
    RUNS,
  ],
]);
