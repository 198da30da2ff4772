import { CisProtectedDomain } from '../../../lib/constructs/edge/cis-protected-domain';
import { CisZone } from '../../../lib/constructs/edge/cis-zone';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { RESOURCE_GROUP_ID, image, project } from '../../kit/samples';
import { newStack } from '../../kit/synth';

test('the steps of a zone that is made here name its instance and its zone', () => {
  const stack = newStack();
  const { steps } = new CisProtectedDomain(stack, 'shop', {
    zone: new CisZone(stack, 'zone', {
      domain: 'example.com',
      plan: CisPlan.STANDARD_NEXT,
      resourceGroupId: RESOURCE_GROUP_ID,
    }),
    host: 'shop.example.com',
    origins: {
      main: {
        workload: new SecureApp(stack, 'web', { project: project(stack), image: image() }),
        tlsSecret: AppSecret.fromSecretName('tls'),
      },
    },
  });
  expect(steps.slice(2, 4).map(({ title, addresses }) => [title, addresses])).toEqual([
    ['Set up an instance of Cloud Internet Services', [expect.stringMatching(/^ibm_cis\./)]],
    ['Add the custom domain to the instance', [expect.stringMatching(/^ibm_cis_domain\./)]],
  ]);
});
