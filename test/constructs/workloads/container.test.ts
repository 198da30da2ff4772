/** What an app and a job have in common, shown on a job, which has little else. */
import { TerraformStack, Token } from 'cdktf';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { ConfigMap } from '../../../lib/constructs/workloads/config-map';
import { ContainerProps } from '../../../lib/constructs/workloads/container';
import { ContainerSize } from '../../../lib/constructs/workloads/container-size';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { Mount } from '../../../lib/constructs/workloads/mount';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { ServiceAccount } from '../../../lib/facts/roles';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, DIGEST, image, project, recorded, waiver } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const job = (stack: TerraformStack, props: Partial<ContainerProps>) =>
  new SecureJob(stack, 'job', { project: project(stack), image: image(), ...props });
const rendered = (props: Partial<ContainerProps>) =>
  synthesize((stack) => job(stack, props)).only('ibm_code_engine_job');
const refused = (props: Partial<ContainerProps>) => refusalOf(() => job(newStack(), props));

test('a container runs as nobody in particular and holds no rights', () => {
  expect(rendered({})).toMatchObject({
    image_reference: `private.us.icr.io/shop/web@${DIGEST}`,
    run_as_user: 1001,
    run_service_account: 'none',
    run_compute_resource_token_enabled: false,
    run_env_variables: [],
    run_volume_mounts: [],
    scale_cpu_limit: '0.5',
    scale_memory_limit: '1G',
    scale_ephemeral_storage_limit: '400M',
  });
});

test('a container renders all that it is given', () => {
  const pullSecret = AppSecret.fromSecretName('icr-pull');
  const environment = {
    MODE: EnvValue.literal('prod'),
    TOKEN: EnvValue.fromSecret(AppSecret.fromSecretName('tokens'), 'main'),
  };
  expect(
    rendered({
      image: Image.fromRegistry('private.us.icr.io/shop/web', { pullSecret }).digest(DIGEST),
      size: ContainerSize.of(1, 4),
      environment,
      command: ['node'],
      arguments: ['main.js'],
      runAsUser: 2000,
      computeResourceToken: true,
    }),
  ).toMatchObject({
    image_secret: 'icr-pull',
    scale_cpu_limit: '1',
    scale_memory_limit: '4G',
    run_env_variables: [
      { name: 'MODE', type: 'literal', value: 'prod' },
      { name: 'TOKEN', type: 'secret_key_reference', reference: 'tokens', key: 'main' },
    ],
    run_commands: ['node'],
    run_arguments: ['main.js'],
    run_as_user: 2000,
    run_compute_resource_token_enabled: true,
  });
});

test.each<[string, string, object]>([
  ['root', 'workloads/not-root', { runAsUser: 0, waivers: { rootUser: waiver() } }],
  [
    'a service account',
    'workloads/no-service-account',
    { serviceAccount: ServiceAccount.READER, waivers: { serviceAccount: waiver() } },
  ],
  [
    'a tag',
    'images/pinned-by-digest',
    { image: Image.fromRegistry('private.us.icr.io/shop/web').tag('1', waiver()) },
  ],
  [
    'a literal under the name of a secret',
    'secrets/no-literal-secret',
    { environment: { API_TOKEN: EnvValue.literal('none', waiver()) } },
  ],
])('%s comes with its waiver beside the resource', (_, rule, props) => {
  expect(rendered(props).waivers).toEqual([recorded(rule)]);
});

test.each<[keyof ContainerProps, Partial<ContainerProps>]>([
  ['project', { project: undefined }],
  ['image', { image: 'nginx' as unknown as Image }],
  ['size', { size: {} as ContainerSize }],
  ['runAsUser', { runAsUser: -1 }],
  ['runAsUser', { runAsUser: 0 }],
  ['serviceAccount', { serviceAccount: ServiceAccount.WRITER }],
])('a container is refused for its %s when it is %p', (prop, props) => {
  expect(refused(props)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a service account that is none of them is told which there are', () => {
  expect(refused({ serviceAccount: 'root' as ServiceAccount })[0]).toContain(
    'expected one of "none"',
  );
});

test('a literal that may be a secret is refused and not shown', () => {
  const define = () => job(newStack(), { environment: { API_TOKEN: EnvValue.literal(CANARY) } });
  expect(refusalOf(define)).toEqual([
    expect.stringMatching(/^environment.API_TOKEN: got a literal/),
  ]);
  expect(messageOf(define)).not.toContain(CANARY);
});

test('a plain text as a variable is refused and not shown', () => {
  const environment = { DB_PASSWORD: CANARY as unknown as EnvValue };
  expect(refused({ environment })).toEqual([
    'environment.DB_PASSWORD: got another string, expected an EnvValue',
  ]);
});

test('a name that no environment takes is refused', () => {
  expect(refused({ environment: { '1ST': EnvValue.literal('x') } })).toEqual([
    expect.stringContaining('environment.1ST: got "1ST"'),
  ]);
});

test('secrets and config maps stand in folders as files', () => {
  const mounts = {
    '/etc/tls': Mount.fromSecret(AppSecret.fromSecretName('tls')),
    '/etc/app': Mount.fromConfigMap(ConfigMap.fromConfigMapName('settings')),
  };
  expect(rendered({ mounts }).run_volume_mounts).toEqual([
    { mount_path: '/etc/tls', type: 'secret', reference: 'tls', read_only: true },
    { mount_path: '/etc/app', type: 'config_map', reference: 'settings', read_only: true },
  ]);
});

test.each([['etc/tls'], ['/'], ['/etc/tls/'], ['']])('no folder is called %p', (folder) => {
  const mounts = { [folder]: Mount.fromSecret(AppSecret.fromSecretName('tls')) };
  expect(() => job(newStack(), { mounts })).toThrow(/^SecureJob 'test\/job' cannot be defined:/);
});

test('what is no mount is refused', () => {
  expect(refused({ mounts: { '/etc/tls': 'tls' as unknown as Mount } })).toEqual([
    'mounts./etc/tls: got another string, expected a Mount',
  ]);
});

test('a container has at most 100 of each kind of entry', () => {
  const many = Array.from({ length: 101 }, (_, index) => `E${index}`);
  const environment = Object.fromEntries(many.map((name) => [name, EnvValue.literal('x')]));
  expect(refused({ command: many, arguments: many, environment })).toEqual([
    'command: got 101 entries, expected at most 100',
    'arguments: got 101 entries, expected at most 100',
    'environment: got 101 entries, expected at most 100',
  ]);
});

test('what only Terraform knows is not judged, with a waiver or without', () => {
  const late = {
    runAsUser: Token.asNumber('${var.user}'),
    serviceAccount: '${var.account}' as ServiceAccount,
  };
  const waivers = { rootUser: waiver(), serviceAccount: waiver() };
  for (const props of [late, { ...late, waivers }]) {
    expect(rendered(props)).toMatchObject({
      run_as_user: '${var.user}',
      run_service_account: '${var.account}',
    });
  }
});
