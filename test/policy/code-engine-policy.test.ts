import * as fs from 'fs';
import { App, TerraformResource, TerraformStack } from 'cdktf';
import { IbmProvider } from '../../lib/.gen/providers/ibm/provider';
import { CodeEnginePolicy, PolicyOptions } from '../../lib/policy/code-engine-policy';
import { SecureApp } from '../../lib/constructs/workloads/secure-app';
import { PolicyPack, PolicySeverity } from '../../lib/facts/policy';
import { Visibility } from '../../lib/facts/visibility';
import { image, project, waiver } from '../kit/samples';
import { withTemporaryFolder } from '../kit/temporary';

/** Synthesizes with the policy attached; answers the report, or the error. */
function synthesized(define: (stack: TerraformStack) => void, options: PolicyOptions = {}) {
  return withTemporaryFolder((outdir) => {
    const app = new App({ outdir });
    CodeEnginePolicy.attach(app, options);
    // a stack that is made after the policy was attached is judged too.
    const stack = new TerraformStack(app, 'shop');
    new IbmProvider(stack, 'ibm', { region: 'us-south' });
    define(stack);
    let error: string | undefined;
    try {
      app.synth();
    } catch (caught) {
      error = (caught as Error).message;
    }
    const report = JSON.parse(fs.readFileSync(`${outdir}/code-engine-policy.json`, 'utf8'));
    const isWritten = fs.existsSync(`${outdir}/stacks/shop/cdk.tf.json`);
    return { error, report, isWritten };
  });
}

const raw = (stack: TerraformStack) =>
  new TerraformResource(stack, 'raw', { terraformResourceType: 'ibm_code_engine_app' });
const LAYER7 = { pack: PolicyPack.LAYER7 };

test('a raw resource that breaks a rule stops the synthesis, and the report says why', () => {
  const { error, report, isWritten } = synthesized((stack) => void raw(stack), LAYER7);
  expect(error).toMatch(/workloads\/app-not-public/);
  expect(isWritten).toBe(false);
  expect(report.stacks.shop.findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        rule: 'workloads/app-not-public',
        outcome: 'breaks',
        address: 'ibm_code_engine_app.raw',
        path: 'shop/raw',
      }),
    ]),
  );
});

test('a lighter rule than asked for is a warning', () => {
  const lenient = { ...LAYER7, failOn: PolicySeverity.CRITICAL };
  const { error, isWritten } = synthesized((stack) => void raw(stack), lenient);
  expect([error, isWritten]).toEqual([undefined, true]);
});

test('an override is judged like anything else', () => {
  const { error } = synthesized((stack) => {
    const app = new SecureApp(stack, 'web', { project: project(stack), image: image() });
    const resource = app.node.defaultChild as TerraformResource;
    resource.addOverride('managed_domain_mappings', 'local_public');
  }, LAYER7);
  expect(error).toMatch(/workloads\/app-not-public/);
});

test('the opt-out of a construct is a waiver of the policy, and stands in the report', () => {
  const { error, report } = synthesized((stack) => {
    new SecureApp(stack, 'web', {
      project: project(stack),
      image: image(),
      visibility: Visibility.PUBLIC,
      waivers: { publicEndpoint: waiver() },
    });
  }, LAYER7);
  expect(error).toBeUndefined();
  expect(report.stacks.shop.findings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ rule: 'workloads/app-not-public', outcome: 'waived' }),
    ]),
  );
});

test('a policy that looks at nothing is an error', () => {
  const { error, report } = synthesized(() => undefined);
  expect(error).toMatch(/got no resource that a rule looks at/);
  expect(report.version).toBe(1);
});

test('a stack can be judged by itself, for tests', () => {
  const stack = new TerraformStack(new App(), 'shop');
  raw(stack);
  const [finding] = CodeEnginePolicy.checkStack(stack, LAYER7);
  expect(finding.message).toMatch(/managed_domain_mappings.*let only the project reach it/);
});
