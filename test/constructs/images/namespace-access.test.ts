import { PrivateRegistry } from '../../../lib/constructs/images/private-registry';
import { SourceBuild } from '../../../lib/constructs/builds/source-build';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { RegistryRegion } from '../../../lib/facts/registries';
import { refusalOf } from '../../kit/refusal';
import { DIGEST, image, project, source } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const REGION = RegistryRegion.JP_OSA;

test('a namespace that exists is pulled from and pushed to like one that was made here', () => {
  const { types, json } = synthesize((stack) => {
    const images = PrivateRegistry.fromNamespaceName(stack, 'images', {
      namespaceName: 'acme-shop',
      region: REGION,
    });
    const home = project(stack);
    const output = images.image('web');
    new SecureApp(stack, 'web', { project: home, image: output.digest(DIGEST) });
    images.grantPull(new SecureApp(stack, 'api', { project: home, image: image() }));
    images.grantPush(
      new SourceBuild(stack, 'make', { project: home, source: source(stack), output }),
    );
  });
  expect(types).not.toContain('ibm_cr_namespace');
  const policies = Object.values(json.resource.ibm_iam_service_policy as Record<string, any>);
  expect(policies.map(({ resources }) => resources)).toEqual(
    Array(2).fill({
      service: 'container-registry',
      region: 'jp-osa',
      resource_type: 'namespace',
      resource: 'acme-shop',
    }),
  );
});

test('a namespace that exists is refused for its name and its region at once', () => {
  const options = { namespaceName: 'A', region: 'moon' as RegistryRegion };
  const define = () => PrivateRegistry.fromNamespaceName(newStack(), 'images', options);
  expect(refusalOf(define)).toEqual([
    expect.stringMatching(/^namespaceName: got "A"/),
    expect.stringMatching(/^region: got "moon"/),
  ]);
});
