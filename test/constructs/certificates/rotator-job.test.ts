import { Rotation, RotatorJob } from '../../../lib/constructs/certificates/rotator-job';
import { rotatorModule } from '../../../lib/runtime/certificate-rotation/module';
import { PROJECT } from '../../kit/judged';
import { rotatorImage } from '../../kit/samples-certificates';
import { GROUP_ID, READS_GROUP, STORE_ID, group } from '../../kit/samples-secrets';
import { synthesize } from '../../kit/synth';

const rotator = (rotation: Partial<Rotation> = {}) =>
  synthesize((stack) => {
    new RotatorJob(stack, 'rotator', {
      project: PROJECT,
      image: rotatorImage(),
      group: group(stack),
      secretId: 'secret-id',
      tlsSecretName: 'tls',
      hosts: ['www.example.com'],
      publicFallback: false,
      ...rotation,
    });
  });
const variablesIn = (job: any) =>
  Object.fromEntries(job.run_env_variables.map((it: any) => [it.name, it.value]));

test('a rotator is a job in a stock image that runs one mounted text, with its token and no rights', () => {
  expect(rotator().only('ibm_code_engine_job')).toMatchObject({
    image_reference: expect.stringMatching(/^registry\.access\.redhat\.com\/.*@sha256:/),
    run_commands: ['node'],
    run_arguments: ['/opt/rotator/rotate.mjs'],
    run_as_user: 1001,
    run_service_account: 'none',
    run_compute_resource_token_enabled: true,
    run_volume_mounts: [{ type: 'config_map', mount_path: '/opt/rotator', read_only: true }],
    scale_cpu_limit: '0.25',
    scale_memory_limit: '1G',
    scale_max_execution_time: 630,
    scale_retry_limit: 2,
  });
});

test('the text is that of the module, in which Terraform fills in nothing', () => {
  const { data } = rotator().only('ibm_code_engine_config_map');
  expect(Object.keys(data)).toEqual(['rotate.mjs']);
  expect(data['rotate.mjs']).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
  expect(data['rotate.mjs'].replace(/([$%])\1\{/g, '$1{')).toBe(rotatorModule());
});

test('the environment says what is carried, from where and as whom: private endpoints only', () => {
  const variables = variablesIn(rotator().only('ibm_code_engine_job'));
  expect(variables).toEqual({
    ROTATION_CERTIFICATES:
      '${jsonencode([{"id" = "secret-id", "tlsSecret" = "tls", "hosts" = ["www.example.com"]}])}',
    ROTATION_PROFILE_ID: expect.stringMatching(/^\$\{ibm_iam_trusted_profile\..*\.profile_id\}$/),
    ROTATION_SECRETS_MANAGER_URLS: `https://${STORE_ID}.private.eu-de.secrets-manager.appdomain.cloud`,
    ROTATION_IAM_URLS: 'https://private.iam.cloud.ibm.com',
    ROTATION_DEADLINE_SECONDS: '600',
  });
});

test('hosts that only Terraform knows are filled in', () => {
  const job = rotator({ hosts: ['${var.host}'] }).only('ibm_code_engine_job');
  expect(variablesIn(job).ROTATION_CERTIFICATES).toContain('"hosts" = ["${var.host}"]');
});

test('public endpoints come after the private ones, where they may', () => {
  const job = rotator({ publicFallback: true }).only('ibm_code_engine_job');
  expect(variablesIn(job)).toMatchObject({
    ROTATION_SECRETS_MANAGER_URLS: `https://${STORE_ID}.private.eu-de.secrets-manager.appdomain.cloud,https://${STORE_ID}.eu-de.secrets-manager.appdomain.cloud`,
    ROTATION_IAM_URLS: 'https://private.iam.cloud.ibm.com,https://iam.cloud.ibm.com',
  });
});

test('a rotator may read one group and write one project', () => {
  const { json } = rotator();
  const policies = Object.values(json.resource.ibm_iam_trusted_profile_policy) as any[];
  expect(policies.map(({ roles, resources }) => ({ roles, resources }))).toEqual(
    expect.arrayContaining([
      READS_GROUP,
      {
        roles: ['Writer'],
        resources: { service: 'codeengine', resource_instance_id: PROJECT.projectId },
      },
    ]),
  );
  expect(policies).toHaveLength(2);
  expect(GROUP_ID).toBe(READS_GROUP.resources.resource);
});
