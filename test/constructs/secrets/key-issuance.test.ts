import { App, TerraformStack } from 'cdktf';
import { keyIssuance } from '../../../lib/constructs/secrets/key-issuance';
import { SecretsStore } from '../../../lib/constructs/secrets/secrets-store';
import { STORE_CRN, STORE_ID, store } from '../../kit/samples-secrets';
import { newStack, synthesize } from '../../kit/synth';

test('an instance gets the leave to make keys once, however many secrets need it', () => {
  const synthesized = synthesize((stack) => {
    const secrets = store(stack);
    const [first] = keyIssuance.awaitedBy(stack, secrets);
    expect(keyIssuance.awaitedBy(stack, secrets)).toEqual([first]);
  });
  expect(synthesized.only('ibm_iam_authorization_policy')).toMatchObject({
    source_service_name: 'secrets-manager',
    source_resource_instance_id: STORE_ID,
    target_service_name: 'iam-identity',
    roles: ['Operator'],
  });
});

test('an instance that has the leave gets no other one', () => {
  const { types } = synthesize((stack) => {
    const options = { crn: STORE_CRN, issuesApiKeys: true };
    const secrets = SecretsStore.fromCrn(stack, 'store', options);
    expect(keyIssuance.awaitedBy(stack, secrets)).toEqual([]);
  });
  expect(types).toEqual([]);
});

test('another stack names nothing of the one that gives the leave', () => {
  const app = new App();
  const [one, other] = ['one', 'other'].map((id) => new TerraformStack(app, id));
  expect(keyIssuance.awaitedBy(other, store(one))).toEqual([]);
  expect(keyIssuance.awaitedBy(newStack(), store(newStack()))).toEqual([]);
});
