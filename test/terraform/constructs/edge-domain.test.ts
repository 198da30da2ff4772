/** A host behind the edge, minimal and full, through real Terraform. */
import { TerraformStack } from 'cdktf';
import {
  CisProtectedDomain,
  CisProtectedDomainProps,
} from '../../../lib/constructs/edge/cis-protected-domain';
import { Steering } from '../../../lib/constructs/edge/steering';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { CheckRegion } from '../../../lib/facts/load-balancing';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID, image, project, zone } from '../../kit/samples';

const tlsSecret = AppSecret.fromSecretName('tls');

function domain(stack: TerraformStack, props: Partial<CisProtectedDomainProps> = {}) {
  const app = (id: string) => {
    const own = new CodeEngineProject(stack, `${id}-project`, {
      resourceGroupId: RESOURCE_GROUP_ID,
    });
    return { workload: new SecureApp(stack, id, { project: own, image: image() }), tlsSecret };
  };
  const names = props.steering ? ['us', 'eu'] : ['main'];
  new CisProtectedDomain(stack, 'shop', {
    zone: zone(stack, CisPlan.ENTERPRISE_PREMIER),
    host: 'shop.example.com',
    origins: Object.fromEntries(names.map((name) => [name, app(name)])),
    ...props,
  });
}

takesThroughLife({
  'a minimal CisProtectedDomain': (stack) => domain(stack),
  'a full CisProtectedDomain': (stack) =>
    domain(stack, {
      host: 'api.shop.example.com',
      steering: Steering.weighted(),
      sessionAffinity: true,
      healthCheck: {
        path: '/healthz',
        expectedCodes: '2xx',
        interval: 30,
        timeout: 3,
        retries: 1,
        regions: [CheckRegion.OCEANIA],
      },
      notifyEmail: 'ops@example.com',
    }),
  'a CisProtectedDomain with a backup': (stack) =>
    domain(stack, { steering: Steering.failover('us', 'eu') }),
  'a CisProtectedDomain by regions': (stack) =>
    domain(stack, { steering: Steering.geographic({ WEU: ['eu'], ENAM: ['us', 'eu'] }) }),
  'a CisProtectedDomain by speed': (stack) => domain(stack, { steering: Steering.fastest() }),
  'a CisProtectedDomain before a function': (stack) => {
    const workload = new SecureFunction(stack, 'hello', {
      project: project(stack),
      runtime: FunctionRuntime.NODEJS_24,
      code: FunctionCode.inline('function main() {}'),
    });
    new CisProtectedDomain(stack, 'shop', {
      zone: zone(stack, CisPlan.STANDARD_NEXT),
      host: 'example.com',
      origins: { main: { workload, tlsSecret } },
    });
  },
});
