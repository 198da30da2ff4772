import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { CisProtectedDomain } from '../../../lib/constructs/edge/cis-protected-domain';
import { OriginLock, OriginLockProps } from '../../../lib/constructs/edge/origin-lock';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { CodeEngineProject } from '../../../lib/constructs/workloads/code-engine-project';
import { Mount } from '../../../lib/constructs/workloads/mount';
import { Probe } from '../../../lib/constructs/workloads/probe';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { CisPlan } from '../../../lib/facts/cis-plans';
import { Visibility } from '../../../lib/facts/visibility';
import { PROJECT } from '../../kit/judged';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, RESOURCE_GROUP_ID, image, waiver, withProvider, zone } from '../../kit/samples';
import { appIn, proxy, variablesIn } from '../../kit/samples-auth';
import { HOST, lock, lockedDomain, nodeImage, valueOf } from '../../kit/samples-lock';
import { newStack, synthesize } from '../../kit/synth';

const ACTION = 'ibm_cis_edge_functions_action';
const TRIGGER = 'ibm_cis_edge_functions_trigger';
const MAPPING = 'ibm_code_engine_domain_mapping';
const tlsSecret = AppSecret.fromSecretName('tls');

describe('a lock renders its defaults', () => {
  const { only, all } = synthesize((stack) => lockedDomain(stack));

  test('as an edge function for all paths of the host', () => {
    expect(only(TRIGGER)).toMatchObject({
      action_name: expect.stringMatching(/^\$\{ibm_cis_edge_functions_action\..*\.action_name\}$/),
      pattern_url: 'shop.example.com/*',
    });
  });

  test('as a script into which Terraform puts the value, and hides it', () => {
    expect(only(ACTION).script).toContain(
      'request.headers.set("X-Origin-Lock", ${jsonencode(sensitive(var.lock_value))});',
    );
  });

  test('as a guard in the project of the app, which the host is mapped to', () => {
    const guard = all('ibm_code_engine_app').find(({ name }) => name !== 'web')!;
    expect(guard).toMatchObject({
      name: 'lock-guard-main-app',
      managed_domain_mappings: 'local',
      scale_min_instances: 1,
    });
    expect(only(MAPPING).component.name).toMatch(/ibm_code_engine_app\.lock_Guard-main_App_/);
  });

  test('in an order in which the edge is refused at no moment', () => {
    expect(only(ACTION).depends_on).toEqual([
      expect.stringMatching(/^data\.ibm_code_engine_app\.lock_Guard-main_Serves_/),
    ]);
    expect(only(MAPPING).depends_on).toEqual([
      expect.stringMatching(/^ibm_cis_edge_functions_trigger\.lock_Edge_Trigger_/),
    ]);
  });

  test('with a health check that the guard answers', () => {
    expect(only('ibm_cis_healthcheck')).toMatchObject({ path: '/ping' });
  });

  test('and leaves the app behind it as it is before a host: never asleep', () => {
    const app = all('ibm_code_engine_app').find(({ name }) => name === 'web')!;
    expect(app.scale_min_instances).toBe(1);
  });
});

test('a lock renders every prop', () => {
  const { only, all } = synthesize((stack) => {
    const guard = lock(stack, {
      previousHeaderValue: valueOf(stack, 'before'),
      headerName: 'X-Edge',
      healthPath: '/edge/health',
      appHealthPath: '/healthz',
      appOptions: {
        minInstances: 3,
        requestTimeout: 90,
        environment: { TZ: EnvValue.literal('UTC') },
      },
    }).protect(appIn(stack));
    expect(guard).toBeInstanceOf(SecureApp);
  });
  expect(only(ACTION).script).toContain('set("X-Edge", ');
  const guard = all('ibm_code_engine_app').find(({ name }) => name !== 'shop')!;
  expect(guard).toMatchObject({
    scale_min_instances: 3,
    scale_request_timeout: 90,
    probe_readiness: { type: 'http', path: '/edge/health?guard' },
    probe_liveness: { type: 'http', path: '/edge/health?guard' },
  });
  expect(variablesIn(guard)).toMatchObject({
    TZ: 'UTC',
    ORIGIN_GUARD_HEADER: 'X-Edge',
    ORIGIN_GUARD_HEALTH_PATH: '/edge/health',
    ORIGIN_GUARD_APP_HEALTH_PATH: '/healthz',
    ORIGIN_GUARD_TIMEOUT_SECONDS: '90',
  });
  expect(only('ibm_code_engine_secret').data).toBe(
    '${sensitive({"VALUE" = var.lock_value, "PREVIOUS_VALUE" = var.before})}',
  );
});

test('a lock has one guard for each region, and one header for all', () => {
  const { types, only } = synthesize((stack) => {
    const it = lock(stack, {}, CisPlan.ENTERPRISE_ADVANCED);
    for (const name of ['us', 'eu']) {
      const own = new CodeEngineProject(stack, name, { resourceGroupId: RESOURCE_GROUP_ID });
      it.protect(appIn(stack, own, `${name}-web`), name);
    }
  });
  const count = (type: string) => types.filter((it) => it === type).length;
  expect([count(ACTION), count(TRIGGER), count('ibm_code_engine_app')]).toEqual([1, 1, 4]);
  expect(only(ACTION).depends_on).toHaveLength(2);
});

test('a lock stands before a sign-in, which then only the guard reaches', () => {
  const stack = withProvider((it) => {
    const signIn = proxy(it);
    signIn.protect(appIn(it));
    signIn.allowGroup('readers');
    const own = zone(it);
    const workload = lock(it, { zone: own }).protect(signIn.app);
    const origins = { main: { workload, tlsSecret } };
    new CisProtectedDomain(it, 'domain', { zone: own, host: HOST, origins });
  });
  const { resource } = JSON.parse(Testing.synth(stack, true)) as any;
  const apps = Object.values(resource.ibm_code_engine_app as Record<string, any>);
  const guard = apps.find(({ name }) => name === 'lock-guard-main-app')!;
  expect(variablesIn(guard).ORIGIN_GUARD_UPSTREAM).toMatch(/proxy_App_\w+\.endpoint_internal\}$/);
});

describe('a lock refuses', () => {
  test.each<[string, (stack: TerraformStack) => Partial<OriginLockProps>, string]>([
    ['no zone', () => ({ zone: null as never }), 'zone: got another object, expected a CisZone'],
    ['no host', () => ({ host: null as never }), 'host: got nothing'],
    ['a wildcard', () => ({ host: '*.example.com' }), 'host: got "*.example.com"'],
    ['a host elsewhere', () => ({ host: 'a.example.org' }), 'expected a host of example.com'],
    ['no image', () => ({ nodeImage: {} as never }), 'nodeImage: got another object'],
    ['a literal', () => ({ headerValue: CANARY as never }), 'headerValue: got another string'],
    [
      'a literal before',
      () => ({ previousHeaderValue: CANARY as never }),
      'previousHeaderValue: got',
    ],
    ['an underscore', () => ({ headerName: 'X_Lock' }), 'headerName: got "X_Lock"'],
    ['a header of others', () => ({ headerName: 'Cookie' }), 'headerName: got "Cookie"'],
    ['a header of the edge', () => ({ headerName: 'CF-Ray' }), 'headerName: got "CF-Ray"'],
    ['no path', () => ({ healthPath: 'ping' }), 'healthPath: got "ping"'],
    ['no path of the app', () => ({ appHealthPath: '/a?b' }), 'appHealthPath: got "/a?b"'],
    ['a port', () => ({ appOptions: { port: 3000 } }), 'appOptions.port: got a value'],
    ['a command', () => ({ appOptions: { command: ['sh'] } }), 'appOptions.command: got a value'],
    ['a probe', () => ({ appOptions: { liveness: Probe.tcp() } }), 'appOptions.liveness: got'],
    [
      'a mount',
      () => ({ appOptions: { mounts: { '/a': Mount.fromSecret(tlsSecret) } } }),
      'appOptions.mounts: got a value',
    ],
    [
      'a variable of its own',
      () => ({ appOptions: { environment: { ORIGIN_GUARD_X: EnvValue.literal('a') } } }),
      'appOptions.environment.ORIGIN_GUARD_X: got a value',
    ],
  ])('%s', (_, props, problem) => {
    const define = () => {
      const stack = newStack();
      return new OriginLock(stack, 'lock', {
        ...{ zone: zone(stack), host: HOST, nodeImage: nodeImage() },
        headerValue: SecretValue.fromVariable(stack, 'value'),
        ...props(stack),
      });
    };
    expect(refusalOf(define)).toEqual([expect.stringContaining(problem)]);
    expect(messageOf(define)).not.toContain(CANARY);
  });

  test('a second lock for a host', () => {
    const stack = newStack();
    const own = zone(stack, CisPlan.ENTERPRISE_ADVANCED);
    lock(stack, { zone: own });
    const other = new Construct(stack, 'other');
    expect(refusalOf(() => lock(other as TerraformStack, { zone: own }))).toEqual([
      'host: got "shop.example.com" once more, expected one lock for each host',
    ]);
  });

  test.each([
    [CisPlan.STANDARD_NEXT, 1],
    [CisPlan.ENTERPRISE_ESSENTIAL, 0],
  ])('as many locks as there are no edge functions for on %s', (plan, problems) => {
    const stack = newStack();
    const own = zone(stack, plan);
    lock(stack, { zone: own });
    const second = () =>
      new OriginLock(stack, 'second', {
        ...{ zone: own, host: 'api.example.com', nodeImage: nodeImage() },
        headerValue: valueOf(stack),
      });
    if (problems === 0) expect(second).not.toThrow();
    else {
      expect(refusalOf(second)).toEqual([
        'zone: got a second lock on a zone of plan "standard-next", expected one, because the plan has one edge function',
      ]);
    }
  });

  test.each<[string, (stack: TerraformStack, it: OriginLock) => SecureApp, string]>([
    ['what is no app', (_, it) => it.protect({} as never), 'app: got another object'],
    [
      'an app that is reached otherwise',
      (stack, it) =>
        it.protect(
          appIn(stack, PROJECT, 'open', {
            visibility: Visibility.PUBLIC,
            waivers: { publicEndpoint: waiver() },
          }),
        ),
      'app: got an app that is reached around the proxy, expected Visibility.PROJECT',
    ],
    [
      'an app that exists already',
      (stack, it) =>
        it.protect(
          SecureApp.fromAppName(stack, 'there', { project: PROJECT, appName: 'a' }) as never,
        ),
      'app: got an app that exists already',
    ],
    ['a guard', (stack, it) => it.protect(it.protect(appIn(stack)), 'other'), 'app: got a guard'],
    [
      'a name that is taken',
      (stack, it) => {
        it.protect(appIn(stack));
        return it.protect(appIn(stack, PROJECT, 'other'));
      },
      'name: got "main", expected a name that no other origin has',
    ],
    ['no name', (stack, it) => it.protect(appIn(stack), 'a b'), 'name: got "a b"'],
  ])('to protect %s', (_, protect, problem) => {
    const stack = newStack();
    const it = lock(stack);
    expect(refusalOf(() => protect(stack, it))).toEqual([expect.stringContaining(problem)]);
  });
});

describe('a lock tells at the end', () => {
  const told = (define: (stack: TerraformStack) => void) => {
    const stack = newStack();
    define(stack);
    return messageOf(() => Testing.synth(stack, true));
  };

  test('that it guards nothing', () => {
    expect(told((stack) => void lock(stack))).toContain(
      'protect: got no app, expected at least one call',
    );
  });

  test('that the host was mapped past its guard', () => {
    const text = told((stack) => {
      const own = zone(stack);
      const app = appIn(stack, PROJECT, 'web', { minInstances: 1 });
      lock(stack, { zone: own }).protect(app);
      new CisProtectedDomain(stack, 'domain', {
        ...{ zone: own, host: HOST },
        origins: { main: { workload: app, tlsSecret } },
      });
    });
    expect(text).toContain('web: got an app that shop.example.com is mapped to');
  });
});

describe('a host before a guard refuses', () => {
  const domain = (host: string, path?: string) => {
    const stack = newStack();
    const own = zone(stack);
    const workload = lock(stack, { zone: own }).protect(
      new SecureApp(stack, 'web', { project: PROJECT, image: image() }),
    );
    return new CisProtectedDomain(stack, 'domain', {
      ...{ zone: own, host, origins: { main: { workload, tlsSecret } } },
      healthCheck: path === undefined ? {} : { path },
    });
  };

  test('to be another one', () => {
    expect(refusalOf(() => domain('www.example.com'))).toEqual([
      'origins.main.workload: got the guard of shop.example.com, expected a guard of www.example.com',
    ]);
  });

  test('a health check that the guard would refuse', () => {
    expect(refusalOf(() => domain(HOST, '/healthz'))).toEqual([
      'healthCheck.path: got "/healthz", expected "/ping", which the guard answers without the header',
    ]);
    expect(() => domain(HOST, '/ping')).not.toThrow();
  });
});
