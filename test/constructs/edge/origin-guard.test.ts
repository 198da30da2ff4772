import { OriginGuard } from '../../../lib/constructs/edge/origin-guard';
import { guardModule } from '../../../lib/runtime/origin-guard/module';
import { neighbours } from '../../../lib/constructs/workloads/neighbours';
import { appIn, variablesIn } from '../../kit/samples-auth';
import { nodeImage, valueOf } from '../../kit/samples-lock';
import { synthesize } from '../../kit/synth';

const rendered = (previous?: string) =>
  synthesize((stack) => {
    new OriginGuard(stack, 'guard', {
      app: appIn(stack),
      image: nodeImage(),
      ...{ headerName: 'X-Lock', healthPath: '/ping', appOptions: {} },
      headerValue: valueOf(stack, 'value'),
      previousHeaderValue: previous === undefined ? undefined : valueOf(stack, previous),
    });
  });
const guardIn = (it: ReturnType<typeof rendered>) =>
  it.all('ibm_code_engine_app').find(({ name }) => name === 'guard-app')!;

test('a guard is an app of its project in a stock image that runs one mounted text', () => {
  expect(guardIn(rendered())).toMatchObject({
    image_reference: expect.stringMatching(/^registry\.access\.redhat\.com\/.*@sha256:/),
    run_commands: ['node'],
    run_arguments: ['/opt/guard/guard.mjs'],
    run_as_user: 1001,
    run_service_account: 'none',
    managed_domain_mappings: 'local',
    run_volume_mounts: [{ type: 'config_map', mount_path: '/opt/guard', read_only: true }],
    scale_cpu_limit: '0.25',
    scale_memory_limit: '500M',
    scale_min_instances: 1,
    image_port: 8080,
    probe_readiness: { type: 'http', path: '/ping?guard', port: 8080 },
    probe_liveness: { type: 'http', path: '/ping?guard', port: 8080 },
  });
});

test('the text is that of the module, in which Terraform fills in nothing', () => {
  const { data } = rendered().only('ibm_code_engine_config_map');
  expect(Object.keys(data)).toEqual(['guard.mjs']);
  expect(data['guard.mjs']).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
  expect(data['guard.mjs'].replace(/([$%])\1\{/g, '$1{')).toBe(guardModule());
});

test('the environment names the app, and the keys of a secret for the values', () => {
  expect(variablesIn(guardIn(rendered()))).toEqual({
    ORIGIN_GUARD_HEADER: 'X-Lock',
    ORIGIN_GUARD_UPSTREAM: expect.stringMatching(
      /^\$\{ibm_code_engine_app\.shop_\w+\.endpoint_internal\}$/,
    ),
    ORIGIN_GUARD_HEALTH_PATH: '/ping',
    ORIGIN_GUARD_TIMEOUT_SECONDS: '60',
    ORIGIN_GUARD_GENERATION: expect.stringMatching(
      /^[0-9a-f]{8}-\$\{nonsensitive\(substr\(sha256\(join\(" ", \[sensitive\(var\.value\), sensitive\(var\.value\)\]\)\), 0, 16\)\)\}$/,
    ),
    ORIGIN_GUARD_VALUE: 'key VALUE',
    ORIGIN_GUARD_PREVIOUS_VALUE: 'key PREVIOUS_VALUE',
  });
});

test('the secret always has both keys, so that no instance looks for one that is gone', () => {
  const data = (previous?: string) => rendered(previous).only('ibm_code_engine_secret').data;
  expect(data()).toBe('${sensitive({"VALUE" = var.value, "PREVIOUS_VALUE" = var.value})}');
  expect(data('old')).toBe('${sensitive({"VALUE" = var.value, "PREVIOUS_VALUE" = var.old})}');
});

test('a guard runs code of this library alone', () => {
  synthesize((stack) => {
    const app = appIn(stack);
    const guard = new OriginGuard(stack, 'guard', {
      ...{ app, image: nodeImage(), headerName: 'X-Lock', healthPath: '/ping', appOptions: {} },
      headerValue: valueOf(stack),
    });
    expect(neighbours.of(app, new Set([app]))).toEqual([]);
    expect(neighbours.of(guard.app, new Set())).toEqual([app]);
  });
});
