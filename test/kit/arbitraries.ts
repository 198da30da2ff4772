/** Props of every construct as its types allow them, right and wrong. */
import * as fc from 'fast-check';
import { AppSecret, AppSecretProps } from '../../lib/constructs/secrets/app-secret';
import { CodeEngineProjectProps } from '../../lib/constructs/workloads/code-engine-project';
import { ConfigMap, ConfigMapProps } from '../../lib/constructs/workloads/config-map';
import { ContainerProps } from '../../lib/constructs/workloads/container';
import { ContainerSize } from '../../lib/constructs/workloads/container-size';
import { EnvValue } from '../../lib/constructs/workloads/env-value';
import { FunctionCode } from '../../lib/constructs/workloads/function-code';
import { FunctionSize } from '../../lib/constructs/workloads/function-size';
import { Mount } from '../../lib/constructs/workloads/mount';
import { Probe } from '../../lib/constructs/workloads/probe';
import { SecureAppProps } from '../../lib/constructs/workloads/secure-app';
import { SecureFunctionProps } from '../../lib/constructs/workloads/secure-function';
import { SecureJobProps } from '../../lib/constructs/workloads/secure-job';
import { ServiceAccount } from '../../lib/facts/roles';
import { RunMode } from '../../lib/facts/run-mode';
import { FunctionRuntime } from '../../lib/facts/runtime';
import { CONTAINER_SIZES } from '../../lib/facts/sizes';
import { Visibility } from '../../lib/facts/visibility';
import { RESOURCE_GROUP_ID, image, waiver } from './samples';

/** Some of the members, or none: what is optional is left out as often as not. */
export const some = <T>(members: { [Key in keyof T]: fc.Arbitrary<T[Key]> }) =>
  fc.record(members, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;

/** No text that Terraform has yet to fill in: such a one is never judged. */
export const isPlain = (it: string) => !/[$%]\{/.test(it);

export const number = (least: number, most: number) =>
  fc.oneof(
    { weight: 60, arbitrary: fc.integer({ min: least, max: most }) },
    { weight: 1, arbitrary: fc.constantFrom(least - 1, most + 1, 0, -1, 1.5, NaN, Infinity) },
  );
export const name = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/) },
  { weight: 1, arbitrary: fc.string({ maxLength: 70 }).filter(isPlain) },
);
export const text = fc.string({ maxLength: 20 }).filter(isPlain);
export const key = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,12}$/) },
  { weight: 1, arbitrary: text.filter((it) => it !== '__proto__') },
);
const host = fc.stringMatching(/^[a-z]{1,8}\.[a-z]{2,5}$/);
const PEM = fc.constant('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n');
const tag = { weight: 12, arbitrary: fc.stringMatching(/^[a-z]{1,8}:[a-z]{1,8}$/) };
export const isWaived = fc.oneof(
  { weight: 12, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constant(waiver()) },
);

const probe = fc.oneof(
  fc.constant(Probe.tcp()),
  fc.integer({ min: 1, max: 60 }).map((interval) => Probe.http('/healthz', { interval })),
);
const size = fc
  .constantFrom(...CONTAINER_SIZES)
  .chain(({ cpu, memory }) => fc.constantFrom(...memory).map((gb) => ContainerSize.of(cpu, gb)));
const value = fc.oneof(
  text.map((literal) => EnvValue.literal(literal)),
  key.map((it) => EnvValue.fromSecret(AppSecret.fromSecretName('secret'), it)),
  key.map((it) => EnvValue.fromConfigMap(ConfigMap.fromConfigMapName('settings'), it)),
);
const mount = fc.constantFrom(
  Mount.fromSecret(AppSecret.fromSecretName('secret')),
  Mount.fromConfigMap(ConfigMap.fromConfigMapName('settings')),
);
const folder = fc.oneof(
  { weight: 12, arbitrary: fc.stringMatching(/^\/[a-z]{1,8}(\/[a-z]{1,8})?$/) },
  { weight: 1, arbitrary: text },
);

const container = {
  image: fc.constant(image()),
  size,
  environment: fc.dictionary(key, value, { maxKeys: 3 }),
  mounts: fc.dictionary(folder, mount, { maxKeys: 2 }),
  command: fc.array(text, { maxLength: 2 }),
  arguments: fc.array(text, { maxLength: 2 }),
  runAsUser: number(1, 5000),
  serviceAccount: fc.oneof(
    { weight: 12, arbitrary: fc.constant(ServiceAccount.NONE) },
    { weight: 1, arbitrary: fc.constant(ServiceAccount.READER) },
  ),
  computeResourceToken: fc.boolean(),
};

export const appProps = some<Omit<SecureAppProps, keyof Pick<ContainerProps, 'project'>>>({
  ...container,
  appName: name,
  visibility: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(Visibility.PROJECT, Visibility.PRIVATE) },
    { weight: 1, arbitrary: fc.constantFrom(Visibility.PUBLIC, 'nobody' as Visibility) },
  ),
  port: number(1, 65535),
  readiness: probe,
  liveness: probe,
  minInstances: number(0, 5),
  maxInstances: number(5, 250),
  initialInstances: number(1, 5),
  concurrency: number(50, 1000),
  concurrencyTarget: number(1, 50),
  requestTimeout: number(1, 600),
  scaleDownDelay: number(0, 3600),
  waivers: some({ publicEndpoint: isWaived, rootUser: isWaived, serviceAccount: isWaived }),
});

export const jobProps = some<Omit<SecureJobProps, keyof Pick<ContainerProps, 'project'>>>({
  ...container,
  jobName: name,
  runMode: fc.constantFrom(...Object.values(RunMode)),
  arrayIndices: fc.oneof(
    { weight: 12, arbitrary: fc.stringMatching(/^[1-9]\d?(-[1-9]\d)?$/) },
    text,
  ),
  maxExecutionTime: number(1, 86400),
  retryLimit: number(1, 5),
  waivers: some({ rootUser: isWaived, serviceAccount: isWaived }),
});

export const functionProps = some<Omit<SecureFunctionProps, 'project'>>({
  code: fc.oneof(
    fc.constant(FunctionCode.fromImage(image())),
    fc.string({ minLength: 1 }).map((source) => FunctionCode.inline(source)),
  ),
  runtime: fc.constantFrom(...Object.values(FunctionRuntime)),
  functionName: name,
  main: fc.oneof({ weight: 12, arbitrary: fc.stringMatching(/^[a-z]\w{0,8}$/) }, text),
  visibility: fc.constantFrom(...Object.values(Visibility)),
  size: fc.constantFrom(FunctionSize.SMALL, FunctionSize.MEDIUM, FunctionSize.LARGE),
  environment: container.environment,
  concurrency: number(1, 100),
  maxExecutionTime: number(1, 120),
  scaleDownDelay: number(1, 600),
  computeResourceToken: fc.boolean(),
  waivers: some({ publicEndpoint: isWaived }),
});

export const projectProps: fc.Arbitrary<CodeEngineProjectProps> = fc
  .tuple(
    fc.oneof(fc.constant(RESOURCE_GROUP_ID), text),
    some<CodeEngineProjectProps>({
      resourceGroupId: fc.constant(RESOURCE_GROUP_ID),
      projectName: fc.oneof(name, text),
      deletionProtection: fc.boolean(),
      tags: fc.array(fc.oneof(tag, { weight: 1, arbitrary: text }), { maxLength: 2 }),
      waivers: some({ deletionProtection: isWaived }),
    }),
  )
  .map(([resourceGroupId, props]) => ({ resourceGroupId, ...props }));

/** The secret values are made in the stack that they are for, by whoever defines the construct. */
export const secretProps = fc
  .tuple(
    fc.oneof(
      fc.record({
        format: fc.constantFrom('generic', 'other'),
        keys: fc.array(key, { maxLength: 3 }),
        literal: fc.oneof({ weight: 12, arbitrary: fc.constant(false) }, fc.boolean()),
      }),
      fc.record({ format: fc.constant('tls'), certificateChain: fc.oneof(PEM, text) }),
      fc.record({ format: fc.constant('registry'), server: fc.oneof(host, text), username: text }),
      fc.record({ format: fc.constant('ssh_auth'), knownHosts: text }),
      fc.record({ format: fc.constant('basic_auth'), username: text }),
      fc.record({ format: fc.constant('hmac_auth') }),
      fc.record({ format: fc.constant('service_access'), instanceId: text }),
      fc.record({
        format: fc.constant('service_operator'),
        resourceGroupIds: fc.array(fc.oneof(fc.constant(RESOURCE_GROUP_ID), text), {
          maxLength: 2,
        }),
      }),
    ),
    some<Pick<AppSecretProps, 'secretName'>>({ secretName: name }),
  )
  .map(([data, props]) => ({ data, props }));

export const configMapProps: fc.Arbitrary<Omit<ConfigMapProps, 'project'>> = fc
  .tuple(
    fc.dictionary(key, text, { maxKeys: 3 }),
    some<Pick<ConfigMapProps, 'configMapName' | 'waivers'>>({
      configMapName: name,
      waivers: some({ secretKeys: isWaived }),
    }),
  )
  .map(([data, props]) => ({ data, ...props }));
