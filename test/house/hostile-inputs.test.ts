/** Whatever stands in an input, `ce-guard check` ends with a code and a message: no stack trace, no hang, no secret told. */
import * as fs from 'fs';
import * as fc from 'fast-check';
import { main } from '../../lib/cli/main';
import { FORMATS } from '../../lib/report/format';
import { recorder } from '../cli/recorder';
import { LONG, bentJson, brokenText } from '../kit/policy/hostile';
import { hclOf } from '../kit/policy/hcl';
import { Layout, planOf } from '../kit/policy/planned';
import { CANARY } from '../kit/samples';
import { inTemporaryFolder } from '../kit/temporary';

/** A world with a secret wherever one may stand, and with what most rules look at. */
const CONFIGURATION = {
  terraform: { backend: { s3: { bucket: 'state', secret_key: CANARY } } },
  provider: { ibm: [{ region: 'us-south', ibmcloud_api_key: CANARY }] },
  variable: { key: { sensitive: true, default: CANARY }, host: { default: 'shop.example.com' } },
  locals: { mappings: 'local' },
  data: { ibm_code_engine_app: { gate: { name: '${ibm_code_engine_app.web.name}' } } },
  resource: {
    ibm_code_engine_app: {
      web: {
        '//': { metadata: { path: 'shop/web' } },
        name: 'web',
        image_reference: 'us.icr.io/shop/web:1',
        managed_domain_mappings: '${local.mappings}',
        run_env_variables: [
          { type: 'literal', name: 'DB_PASSWORD', value: CANARY },
          { type: 'literal', name: 'URL', value: 'http://${var.host}/' },
          {
            type: 'secret_key_reference',
            name: 'B',
            reference: '${ibm_code_engine_secret.s.name}',
          },
        ],
      },
    },
    ibm_code_engine_secret: {
      s: { name: 's', format: 'generic', data: { KEY: CANARY, OTHER: '${var.key}' } },
    },
    ibm_code_engine_domain_mapping: {
      map: { name: '${var.host}', component: { name: '${ibm_code_engine_app.web.name}' } },
    },
    ibm_sm_arbitrary_secret: { token: { name: 'token', payload: CANARY } },
    ibm_iam_access_group_policy: {
      p: { roles: ['Manager'], resources: { service: 'codeengine' } },
    },
    ibm_cis_global_load_balancer: { glb: { domain_id: '0', name: '${var.host}', proxied: false } },
  },
  output: {
    key: { value: CANARY, sensitive: true },
    url: { value: '${ibm_code_engine_app.web.endpoint}' },
  },
};

const LAYOUTS: readonly Layout[] = [
  'flat',
  'json',
  'count',
  'for_each',
  'module',
  'apart',
  'nested',
];
const plans = LAYOUTS.map((layout) => planOf(CONFIGURATION, layout));
const texts = [CONFIGURATION, ...plans].map((it) => JSON.stringify(it));

let runs = 0;
let slowest = 0;

/** Checks what is given, and holds what is said of it to what every end looks like. */
async function check(source: string, stdin?: Buffer): Promise<void> {
  const world = recorder(stdin ? { stdin } : {});
  const format = FORMATS[runs++ % FORMATS.length];
  const start = process.cpuUsage();
  const code = await main(['check', source, '--pack', 'strict', '--format', format], world);
  const { out, told } = world.said;
  // of the processor, which others may be using too.
  slowest = Math.max(slowest, process.cpuUsage(start).user / 1000);
  expect(slowest).toBeLessThan(5000);
  expect([0, 1, 2]).toContain(code);
  // a report, or a word why there is none.
  expect([out === '', told === '']).toEqual(code === 2 ? [true, false] : [false, true]);
  expect(told + out).not.toMatch(/bug in ce-guard|^\s+at .*:\d+:\d+\)?$/m);
  expect(told + out).not.toContain(CANARY);
}

const own = () =>
  [Object, Array, Function, String].map(({ prototype }) => Object.getOwnPropertyNames(prototype));
const before = own();
jest.setTimeout(300_000);
afterEach(() => expect(own()).toEqual(before));

test('what it is made of is judged, and tells no secret', async () => {
  for (const text of texts) await check('-', Buffer.from(text));
  expect(runs).toBe(texts.length);
});

test.each([
  ['a configuration with bent members', 3500, bentJson([CONFIGURATION])],
  ['a plan with bent members', 3500, bentJson(plans)],
  ['JSON with broken text', 2000, brokenText(texts)],
])('%s', async (_, numRuns, inputs) => {
  await fc.assert(
    fc.asyncProperty(inputs, (bytes) => check('-', bytes)),
    { numRuns, seed: 1 },
  );
});

test('HCL with broken text', async () => {
  await inTemporaryFolder(async (dir) => {
    const file = `${dir}/main.tf`;
    await fc.assert(
      fc.asyncProperty(brokenText([hclOf({ ...CONFIGURATION, terraform: {} })]), (bytes) => {
        fs.writeFileSync(file, bytes);
        return check(file);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });
});

test('a text that goes on for long takes no longer than it is', async () => {
  for (const text of LONG) {
    const filled = JSON.stringify(CONFIGURATION.resource, (_, it: unknown) =>
      typeof it === 'string' ? text : it,
    );
    await check('-', Buffer.from(`{"resource":${filled}}`));
    const whole = filled.replaceAll(JSON.stringify(text), JSON.stringify(`\${${text}}`));
    await check('-', Buffer.from(`{"resource":${whole}}`));
  }
});

test('more than ten thousand inputs were tried', () => {
  process.stderr.write(`hostile inputs: ${runs}, the slowest ${Math.round(slowest)} ms\n`);
  expect(runs).toBeGreaterThan(10_000);
});
