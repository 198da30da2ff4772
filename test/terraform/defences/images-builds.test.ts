/** Each trap that a registry or a build names, and the construct walking past it. */
import { TerraformStack } from 'cdktf';
import {
  PrivateRegistry,
  PrivateRegistryProps,
} from '../../../lib/constructs/images/private-registry';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { RegistryRegion } from '../../../lib/facts/registries';
import { Defence } from '../../kit/defence';
import { refusalOf } from '../../kit/refusal';
import { DIGEST, RESOURCE_GROUP_ID, project } from '../../kit/samples';
import { newStack } from '../../kit/synth';
import { describeOffline } from '../../kit/terraform';
import { expectTrap } from '../../kit/traps';

describeOffline('a construct walks past the trap', () => {
  const it = new Defence();
  afterEach(() => it.close());

  const registry =
    (props: Partial<PrivateRegistryProps> = {}) =>
    (stack: TerraformStack) => {
      const images = new PrivateRegistry(stack, 'images', {
        namespaceName: 'acme-shop',
        region: RegistryRegion.US_SOUTH,
        resourceGroupId: RESOURCE_GROUP_ID,
        ...props,
      });
      const app = { project: project(stack), image: images.image('web').digest(DIGEST) };
      new SecureApp(stack, 'web', app);
    };

  test('of a retention that forgets untagged images when its count changes', async () => {
    expectTrap('registry/retention-count-change-resets-untagged');
    await it.deploy(registry());
    await it.change(registry({ imagesPerRepository: 5 }));
    expect(it.inCloud('ibm_cr_retention_policy')).toMatchObject({
      images_per_repo: 5,
      retain_untagged: true,
    });
    await it.converged();
  });

  test('of a number of images that means none: it takes none', () => {
    expectTrap('registry/images-per-repo-is-unchecked');
    for (const imagesPerRepository of [0, -1, -2]) {
      expect(refusalOf(() => registry({ imagesPerRepository })(newStack()))).toHaveLength(1);
    }
  });

  test('of an end of a key that is no moment: it takes none', () => {
    expectTrap('iam/api-key-expiry-is-unchecked');
    expect(refusalOf(() => registry({ keysExpireAt: 'tomorrow' })(newStack()))).toHaveLength(1);
  });

  test('of a key for the id of a service ID in place of its IAM id', async () => {
    expectTrap('iam/service-api-key-needs-the-iam-id');
    await it.deploy(registry());
    const { iam_id: iamId } = it.inCloud('ibm_iam_service_id');
    expect(it.inCloud('ibm_iam_service_api_key')).toMatchObject({
      iam_service_id: iamId,
      store_value: false,
    });
  });

  test('of a moment without a key: the new one is there before the old one goes', async () => {
    await it.deploy(registry());
    const secret = () => it.inCloud('ibm_code_engine_secret').data as Record<string, string>;
    const before = secret().password;
    const planned = await it.change(registry({ keyGeneration: 2 }));
    expect(planned).toMatch(/\+\/- create replacement and then destroy/);
    expect(secret().password).not.toBe(before);
    expect(it.workspace.cloud.list('ibm_iam_service_api_key')).toHaveLength(1);
    await it.converged();
  });
});
