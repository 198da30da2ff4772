import { ServiceIdentity } from '../../../lib/constructs/access/service-identity';
import { synthesize } from '../../kit/synth';

test('a service ID may do one thing, and its key is there once it may', () => {
  const { only, types } = synthesize((stack) => {
    new ServiceIdentity(stack, 'reader', {
      name: 'shop-pull',
      description: 'May pull',
      scope: { service: 'container-registry', roles: ['Reader'], resource: 'shop' },
      keyGeneration: 3,
    });
  });
  expect(types).toEqual([
    'ibm_iam_service_api_key',
    'ibm_iam_service_id',
    'ibm_iam_service_policy',
    'terraform_data', // makes the key anew when its generation is raised
  ]);
  expect(only('ibm_iam_service_policy')).toEqual({
    iam_id: expect.stringMatching(/^\$\{ibm_iam_service_id\.\w+\.iam_id\}$/),
    roles: ['Reader'],
    resources: { service: 'container-registry', resource: 'shop' },
  });
  expect(only('ibm_iam_service_api_key')).toEqual({
    name: 'shop-pull',
    description: 'May pull',
    iam_service_id: expect.stringMatching(/iam_id\}$/),
    store_value: false,
    depends_on: [expect.stringMatching(/^ibm_iam_service_policy\./)],
    lifecycle: {
      create_before_destroy: true,
      replace_triggered_by: [expect.stringMatching(/^terraform_data\./)],
    },
  });
  expect(only('terraform_data')).toEqual({ input: '3' });
});
