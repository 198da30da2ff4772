/** A host that answers only what came through the edge, minimal and full, through real Terraform. */
import { TerraformStack } from 'cdktf';
import { CisProtectedDomain } from '../../../lib/constructs/edge/cis-protected-domain';
import { Steering } from '../../../lib/constructs/edge/steering';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { takesThroughLife } from '../../kit/life';
import { RESOURCE_GROUP_ID, project, zone } from '../../kit/samples';
import { appIn, proxy } from '../../kit/samples-auth';
import { lock, lockedDomain, valueOf } from '../../kit/samples-lock';

const tlsSecret = AppSecret.fromSecretName('tls');

const regions = (stack: TerraformStack) =>
  ['us', 'eu'].map((name) => {
    const own = new CodeEngineProject(stack, name, { resourceGroupId: RESOURCE_GROUP_ID });
    return [name, appIn(stack, own, `${name}-web`)] as const;
  });

takesThroughLife({
  'a minimal OriginLock': (stack) => lockedDomain(stack),
  'a full OriginLock before the apps of two regions': (stack) => {
    const own = zone(stack, CisPlan.ENTERPRISE_PREMIER);
    const it = lock(stack, {
      zone: own,
      previousHeaderValue: valueOf(stack, 'lock_value_before'),
      headerName: 'X-Edge',
      healthPath: '/edge/health',
      appHealthPath: '/healthz',
      appOptions: {
        ...{ minInstances: 2, maxInstances: 20, requestTimeout: 120 },
        environment: { TZ: EnvValue.literal('UTC') },
      },
    });
    const origins = regions(stack).map(([name, app]) => [
      name,
      { workload: it.protect(app, name), tlsSecret },
    ]);
    new CisProtectedDomain(stack, 'shop', {
      ...{ zone: own, host: 'shop.example.com', steering: Steering.failover('us', 'eu') },
      origins: Object.fromEntries(origins),
    });
  },
  'an OriginLock before a sign-in': (stack) => {
    const of = project(stack);
    const signIn = proxy(stack, { project: of });
    signIn.protect(appIn(stack, of));
    signIn.allowGroup('readers');
    const own = zone(stack, CisPlan.STANDARD_NEXT);
    const workload = lock(stack, { zone: own }).protect(signIn.app);
    new CisProtectedDomain(stack, 'domain', {
      ...{ zone: own, host: 'shop.example.com' },
      origins: { main: { workload, tlsSecret } },
    });
  },
});
