import { TerraformStack } from 'cdktf';
import { CisProtectedDomain } from '../../../lib/constructs/edge/cis-protected-domain';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { domainProps } from '../../kit/arbitraries-domain';
import { judges } from '../../kit/judged';
import { RESOURCE_GROUP_ID, image, zone } from '../../kit/samples';

const tlsSecret = AppSecret.fromSecretName('tls');

/** The same zone for all, so that its settings and its rules are there once. */
const zoneIn = (stack: TerraformStack) =>
  (stack.node.tryFindChild('zone') as CisZone | undefined) ?? zone(stack);

judges([
  [
    'CisProtectedDomain',
    () => domainProps,
    (stack, id, { host, names, weight, props }) => {
      const origins = (names as string[]).map((name, index) => {
        const project = new CodeEngineProject(stack, `${id}p${index}`, {
          resourceGroupId: RESOURCE_GROUP_ID,
        });
        const workload = new SecureApp(stack, `${id}a${index}`, { project, image: image() });
        return [name, { workload, tlsSecret, weight }];
      });
      return new CisProtectedDomain(stack, id, {
        zone: zoneIn(stack),
        host,
        origins: Object.fromEntries(origins),
        ...props,
      });
    },
  ],
]);
