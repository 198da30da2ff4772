import { TerraformStack, Token } from 'cdktf';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { ContainerSize } from '../../../lib/constructs/workloads/container-size';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { Probe } from '../../../lib/constructs/workloads/probe';
import { SecureApp, SecureAppProps } from '../../../lib/constructs/workloads/secure-app';
import { Visibility } from '../../../lib/facts/visibility';
import { refusalOf } from '../../kit/refusal';
import { DIGEST, image, project, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const app = (stack: TerraformStack, props: Partial<SecureAppProps> = {}) =>
  new SecureApp(stack, 'web', { project: project(stack), image: image(), ...props });
const rendered = (props: Partial<SecureAppProps> = {}) =>
  synthesize((stack) => app(stack, props)).only('ibm_code_engine_app');
const refused = (props: Partial<SecureAppProps>) => refusalOf(() => app(newStack(), props));

describe('a SecureApp renders its defaults', () => {
  test('as three blocks beside its project', () => {
    expect(synthesize((stack) => app(stack)).types).toEqual([
      'data.ibm_code_engine_app', // the gate that a failed revision does not pass
      'ibm_code_engine_app', // the app
      'ibm_code_engine_project', // its project, made by the test
      'terraform_data', // what replaces the app when the kind of its readiness probe changes
    ]);
  });

  test('every one of them, so that plan, policy and reader see the same', () => {
    const probe = {
      type: 'tcp',
      port: 8080,
      initial_delay: 1,
      interval: 10,
      timeout: 2,
      failure_threshold: 3,
    };
    expect(rendered()).toEqual({
      project_id: '${ibm_code_engine_project.project_C7BA6BD1.project_id}',
      name: 'web',
      image_reference: `private.us.icr.io/shop/web@${DIGEST}`,
      image_port: 8080,
      managed_domain_mappings: 'local',
      probe_liveness: probe,
      probe_readiness: probe,
      run_as_user: 1001,
      run_service_account: 'none',
      run_compute_resource_token_enabled: false,
      run_env_variables: [],
      run_volume_mounts: [],
      scale_cpu_limit: '0.5',
      scale_memory_limit: '1G',
      scale_ephemeral_storage_limit: '400M',
      scale_min_instances: 0,
      scale_max_instances: 10,
      scale_initial_instances: 1,
      scale_concurrency: 100,
      scale_concurrency_target: 80,
      scale_request_timeout: 60,
      scale_down_delay: 0,
      lifecycle: { replace_triggered_by: ['terraform_data.web_ReadinessKind_DBDF2C13'] },
    });
  });

  test('a name from the path below the stack', () => {
    const named = synthesize((stack) => {
      new SecureApp(project(stack), 'Web_UI', {
        project: { projectId: '${var.project}', crn: '${var.crn}' },
        image: image(),
      });
    });
    expect(named.only('ibm_code_engine_app').name).toBe('project-web-ui');
  });

  test('a gate that reads the app after each change and refuses failure and a token', () => {
    const gate = synthesize((stack) => app(stack)).only('data.ibm_code_engine_app');
    expect(gate.depends_on).toEqual(['ibm_code_engine_app.web_08B6E5F3']);
    const conditions = (gate.lifecycle.postcondition as { condition: string }[]).map(
      ({ condition }) => condition,
    );
    expect(conditions).toEqual([
      '${self.status != "failed"}',
      '${self.run_compute_resource_token_enabled != true}',
    ]);
  });

  test('four fifths of the concurrency as its target, and at least one', () => {
    expect(rendered({ concurrency: 10 }).scale_concurrency_target).toBe(8);
    expect(rendered({ concurrency: 1 }).scale_concurrency_target).toBe(1);
  });

  test('for a prop that is there but undefined', () => {
    expect(rendered({ visibility: undefined }).managed_domain_mappings).toBe('local');
  });
});

describe('a SecureApp renders every prop', () => {
  test('given all at once', () => {
    const full = synthesize((stack) => {
      const secret = AppSecret.fromSecretName('database');
      app(stack, {
        appName: 'shop',
        image: Image.fromRegistry('private.us.icr.io/shop/web', {
          pullSecret: AppSecret.fromSecretName('icr-pull'),
        }).digest(DIGEST),
        visibility: Visibility.PRIVATE,
        port: 3000,
        size: ContainerSize.of(0.125, 0.25),
        environment: {
          MODE: EnvValue.literal('prod'),
          DB_PASSWORD: EnvValue.fromSecret(secret, 'password'),
        },
        command: ['node'],
        arguments: ['server.js', '--quiet'],
        readiness: Probe.http('/ready', { interval: 5 }),
        liveness: Probe.http('/healthz', { port: 3001, initialDelay: 5 }),
        minInstances: 1,
        maxInstances: 5,
        initialInstances: 2,
        concurrency: 50,
        concurrencyTarget: 40,
        requestTimeout: 30,
        scaleDownDelay: 60,
        runAsUser: 2000,
        computeResourceToken: true,
      });
    });
    expect(full.only('ibm_code_engine_app')).toMatchObject({
      name: 'shop',
      image_secret: 'icr-pull',
      image_port: 3000,
      managed_domain_mappings: 'local_private',
      scale_cpu_limit: '0.125',
      scale_memory_limit: '250M',
      scale_ephemeral_storage_limit: '250M',
      run_env_variables: [
        { name: 'MODE', type: 'literal', value: 'prod' },
        {
          name: 'DB_PASSWORD',
          type: 'secret_key_reference',
          reference: 'database',
          key: 'password',
        },
      ],
      run_commands: ['node'],
      run_arguments: ['server.js', '--quiet'],
      probe_readiness: { type: 'http', path: '/ready', port: 3000, interval: 5 },
      probe_liveness: { type: 'http', path: '/healthz', port: 3001, initial_delay: 5 },
      scale_min_instances: 1,
      scale_max_instances: 5,
      scale_initial_instances: 2,
      scale_concurrency: 50,
      scale_concurrency_target: 40,
      scale_request_timeout: 30,
      scale_down_delay: 60,
      run_as_user: 2000,
      run_compute_resource_token_enabled: true,
    });
    // an app that is to have a token is not held to have none.
    expect(full.only('data.ibm_code_engine_app').lifecycle.postcondition).toHaveLength(1);
  });

  test('a public endpoint with its waiver beside the resource', () => {
    const waivers = { publicEndpoint: waiver() };
    expect(rendered({ visibility: Visibility.PUBLIC, waivers })).toMatchObject({
      managed_domain_mappings: 'local_public',
      waivers: [recorded('workloads/app-not-public')],
    });
  });
});

describe('a SecureApp refuses', () => {
  test.each<[keyof SecureAppProps, Partial<SecureAppProps>, string]>([
    ['appName', { appName: 'Web' }, 'got "Web", expected lower case letters'],
    ['appName', { appName: 'a'.repeat(64) }, 'got 64 characters, expected lower case letters'],
    ['visibility', { visibility: 'everyone' as Visibility }, 'expected one of "local", '],
    ['port', { port: 0 }, 'got 0, expected a whole number from 1 to 65535'],
    ['port', { port: 8012 }, 'got 8012, expected none of 8008, 8012'],
    ['minInstances', { minInstances: -1 }, 'expected a whole number from 0 to 250'],
    ['minInstances', { minInstances: 11 }, 'expected at most maxInstances, which is 10'],
    ['maxInstances', { maxInstances: 0 }, 'expected a whole number from 1 to 250'],
    ['maxInstances', { maxInstances: 251 }, 'expected a whole number from 1 to 250'],
    ['initialInstances', { initialInstances: 0 }, 'expected a whole number from 1 to 250'],
    ['initialInstances', { initialInstances: 11 }, 'expected at most maxInstances, which is 10'],
    ['concurrency', { concurrency: 0 }, 'expected a whole number from 1 to 1000'],
    ['concurrency', { concurrency: 1.5 }, 'got 1.5, expected a whole number'],
    ['concurrencyTarget', { concurrencyTarget: 101 }, 'at most concurrency, which is 100'],
    ['requestTimeout', { requestTimeout: 601 }, 'expected a whole number from 1 to 600'],
    ['scaleDownDelay', { scaleDownDelay: 3601 }, 'expected a whole number from 0 to 3600'],
    ['visibility', { visibility: Visibility.PUBLIC }, 'or give a Waiver as waivers.publicEndpoint'],
  ])('%s when it is %p', (prop, props, text) => {
    const problems = refused(props);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${prop}: `));
    expect(problems[0]).toContain(text);
  });

  test('waivers that excuse nothing', () => {
    const problems = refused({
      waivers: { publicEndpoint: waiver(), rootUser: waiver(), serviceAccount: waiver() },
      environment: { MODE: EnvValue.literal('prod', waiver()) },
    });
    expect(problems).toHaveLength(4);
    expect(problems[0]).toBe(
      'waivers.publicEndpoint: got a waiver, expected none, because visibility keeps its secure value; take the waiver out',
    );
  });

  test('everything that is wrong in one error that names its path', () => {
    const define = () =>
      app(newStack(), { port: 0, maxInstances: 900, visibility: Visibility.PUBLIC });
    expect(define).toThrow(/^SecureApp 'test\/web' cannot be defined:\n/);
    expect(refusalOf(define)).toHaveLength(3);
  });

  test('no token, whatever it may turn out to be', () => {
    const port = Token.asNumber('${var.port}');
    const block = rendered({
      port,
      maxInstances: Token.asNumber('${var.max}'),
      concurrency: Token.asNumber('${var.concurrency}'),
      visibility: Token.asString('${var.visibility}') as Visibility,
      appName: '${var.name}',
    });
    expect(block).toMatchObject({
      image_port: '${var.port}',
      scale_max_instances: '${var.max}',
      scale_concurrency: '${var.concurrency}',
      scale_concurrency_target: '${var.concurrency}',
      managed_domain_mappings: '${var.visibility}',
      name: '${var.name}',
    });
  });
});

describe('a SecureApp hands out', () => {
  const handedOut = (props: Partial<SecureAppProps> = {}) =>
    renderedValues((stack) => {
      const { appName, appId, internalUrl, url } = app(stack, props);
      return { appName, appId, internalUrl, url };
    });

  test('only its internal address while its project alone may reach it', () => {
    const { url, internalUrl } = handedOut();
    expect(url).toBe('${ibm_code_engine_app.web_08B6E5F3.endpoint_internal}');
    expect(internalUrl).toBe(url);
  });

  test('its outer address once it has one, as it is after the change', () => {
    const { url } = handedOut({ visibility: Visibility.PRIVATE });
    expect(url).toBe('${data.ibm_code_engine_app.web_Gate_83DB08C3.endpoint}');
  });

  test('its name and id as the resource knows them', () => {
    expect(handedOut()).toMatchObject({
      appName: '${ibm_code_engine_app.web_08B6E5F3.name}',
      appId: '${ibm_code_engine_app.web_08B6E5F3.app_id}',
    });
  });

  test('the raw resource as its default child', () => {
    expect(app(newStack()).node.defaultChild?.node.id).toBe('Resource');
  });
});
