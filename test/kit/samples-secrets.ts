/** A store and a group that exist, for tests of the secrets in them. */
import { TerraformStack } from 'cdktf';
import { ISecretGroup, SecretGroup } from '../../lib/constructs/secrets/secret-group';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import { ISecretsStore, SecretsStore } from '../../lib/constructs/secrets/secrets-store';
import { IStoredSecret } from '../../lib/constructs/secrets/stored-secret';
import { SecureJob } from '../../lib/constructs/workloads/secure-job';
import { PROJECT } from './judged';
import { image } from './samples';
import { synthesize } from './synth';

export const STORE_ID = '11111111-89ab-cdef-0123-456789abcdef';
export const GROUP_ID = '22222222-89ab-cdef-0123-456789abcdef';
export const STORE_CRN = `crn:v1:bluemix:public:secrets-manager:eu-de:a/0123:${STORE_ID}::`;

export const store = (stack: TerraformStack): ISecretsStore =>
  SecretsStore.fromCrn(stack, 'store', { crn: STORE_CRN });

export const group = (stack: TerraformStack): ISecretGroup =>
  SecretGroup.fromSecretGroupId(stack, 'group', { store: store(stack), secretGroupId: GROUP_ID });

export const value = (stack: TerraformStack): SecretValue =>
  SecretValue.fromVariable(stack, 'secret');

export const job = (stack: TerraformStack, id = 'night'): SecureJob =>
  new SecureJob(stack, id, { project: PROJECT, image: image() });

/** Where every secret of that group is kept, as it is rendered. */
export const PLACE = {
  instance_id: STORE_ID,
  region: 'eu-de',
  endpoint_type: 'private',
  secret_group_id: GROUP_ID,
};

/** The policies that a secret gives to a job, once it is granted twice. */
export const policiesOf = (define: (stack: TerraformStack) => IStoredSecret) =>
  synthesize((stack) => {
    const secret = define(stack);
    const workload = job(stack);
    secret.grantRead(workload);
    secret.grantRead(workload);
  }).only('ibm_iam_trusted_profile_policy');

/** What it is to read that group, and nothing else. */
export const READS_GROUP = {
  roles: ['SecretsReader'],
  resources: {
    service: 'secrets-manager',
    resource_instance_id: STORE_ID,
    resource_type: 'secret-group',
    resource: GROUP_ID,
  },
};
