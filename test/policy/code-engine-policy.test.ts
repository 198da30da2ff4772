import * as fs from 'fs';
import { App, TerraformResource, TerraformStack } from 'cdktf';
import { IbmProvider } from '../../lib/.gen/providers/ibm/provider';
import { CodeEnginePolicy, PolicyOptions } from '../../lib/policy/code-engine-policy';
import { SecureApp } from '../../lib/constructs/workloads/secure-app';
import { IPolicyRule, PolicyVerdict } from '../../lib/policy/policy-rule';
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

const OWN: IPolicyRule = {
  id: 'acme/app-is-named-after-its-team',
  title: 'the name of an app begins with its team',
  severity: PolicySeverity.HIGH,
  types: ['ibm_code_engine_app'],
  remedy: 'begin the name with the team',
  judge: (app) =>
    app.text('name')?.startsWith('acme-')
      ? PolicyVerdict.holds()
      : PolicyVerdict.breaks(`\`name\` is ${app.text('name') ?? 'absent'}`),
};

test('a rule of one’s own is asked beside the others, and stops the synthesis like them', () => {
  const { error, report } = synthesized((stack) => void raw(stack), { ...LAYER7, rules: [OWN] });
  expect(error).toMatch(`${OWN.id}: ibm_code_engine_app.raw: \`name\` is absent; begin the name`);
  const { findings } = report.stacks.shop as { findings: { rule: string }[] };
  expect(findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining([OWN.id, 'workloads/app-not-public']),
  );
});

test('a rule of one’s own that crashes stops the synthesis', () => {
  const judge = () => 'kept' as unknown as PolicyVerdict;
  const { error } = synthesized((stack) => void raw(stack), { rules: [{ ...OWN, judge }] });
  expect(error).toMatch('judge: got "kept", expected a PolicyVerdict');
});

test('rules with problems are refused at once, with all of them', () => {
  const app = new App();
  const rules = [
    { ...OWN, title: '' },
    { ...OWN, types: ['IBM'] },
  ];
  expect(() => CodeEnginePolicy.attach(app, { rules })).toThrow(
    [
      'rules cannot be asked:',
      '  rules[0].title: got "", expected a text',
      '  rules[1].types: got a list, expected a list of Terraform types, as ibm_code_engine_app',
      `  rules[1].id: got "${OWN.id}", expected an id that is free; rules[0] has it`,
    ].join('\n'),
  );
});

test('findings name the line in which a construct was made, where that is asked for', () => {
  const { error, report } = synthesized((stack) => void raw(stack), {
    ...LAYER7,
    creationSites: true,
  });
  expect(error).toMatch(
    /app-not-public: ibm_code_engine_app\.raw \(test\/policy\/code-engine-policy\.test\.ts:\d+\): /,
  );
  const [{ file, line }] = report.stacks.shop.findings;
  expect([file, typeof line]).toEqual(['test/policy/code-engine-policy.test.ts', 'number']);
  const { error: silent } = synthesized((stack) => void raw(stack), LAYER7);
  expect(silent).not.toContain('.test.ts');
});
