/** What every construct goes through with real Terraform, and what is held against each. */
import * as fs from 'fs';
import * as path from 'path';
import { App, TerraformStack } from 'cdktf';
import { judge } from '../../lib/policy/engine';
import { Graph } from '../../lib/policy/graph';
import { blocksOfConfiguration } from '../../lib/policy/loaders/configuration';
import { RULES } from '../../lib/policy/rules';
import { CANARY, withProvider } from './samples';
import { withTemporaryFolder } from './temporary';
import { deployOffline, describeTerraform } from './terraform';

/** What no rule can see in a configuration that gives up a default, and why. */
const UNSEEN: ReadonlySet<string> = new Set([
  // Let's Encrypt issues for 90 days, whatever a certificate may have.
  'certificates/short-lived on ibm_sm_public_certificate',
]);

export type Case = (stack: TerraformStack) => void;

/** Values for the variables of a stack: whatever is sensitive gets the canary. */
export function variablesOf(
  json: { readonly variable?: Readonly<Record<string, any>> },
  values: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const declared = Object.entries(json.variable ?? {});
  return Object.fromEntries(
    declared
      .filter(([, { default: fallback }]) => fallback === undefined)
      .map(([name, { sensitive }]) => [name, sensitive ? CANARY : values[name]]),
  );
}

/** Takes each case through init, validate, plan, apply, an empty plan and destroy; no plan shows a secret. */
export function takesThroughLife(cases: Readonly<Record<string, Case>>): void {
  describeTerraform('real Terraform takes through its whole life', () => {
    test.each(Object.entries(cases))('%s', async (_, define) => {
      const variables = variablesOf(withProvider(define).toTerraform());
      const { plan } = await deployOffline(withProvider(define), { variables });
      expect(plan).not.toContain(CANARY);
    });
  });
  describe('no secret is written by a synthesis', () => {
    test.each(Object.entries(cases))('%s', (_, define) => {
      const written = withTemporaryFolder((outdir) => withSecretsAround(define, outdir));
      expect(written.filter((text) => text.includes(CANARY))).toEqual([]);
    });
  });
  describe('each default that is given up is missed by a rule', () => {
    test.each(Object.entries(cases))('%s', (_, define) => {
      expect(unseen(define).filter((it) => !UNSEEN.has(it))).toEqual([]);
    });
  });
}

/** Waivers that excuse nothing: a default was given up, and no rule saw it. */
function unseen(define: Case): string[] {
  const json = JSON.parse(JSON.stringify(withProvider(define).toTerraform())) as unknown;
  const { unused } = judge(new Graph(blocksOfConfiguration(json)), RULES);
  return unused.map(({ waiver, block }) => `${waiver.rule} on ${block.type}`);
}

/** All that a synthesis writes while the environment holds what Terraform is to be given. */
function withSecretsAround(define: Case, outdir: string): string[] {
  const variables = Object.entries(variablesOf(withProvider(define).toTerraform()));
  const names = variables.map(([name]) => `TF_VAR_${name}`);
  try {
    for (const name of names) process.env[name] = CANARY;
    const app = new App({ outdir });
    withProvider(define, app);
    app.synth();
    const files = fs.readdirSync(outdir, { recursive: true, withFileTypes: true });
    return files
      .filter((it) => it.isFile())
      .map((file) => fs.readFileSync(path.join(file.parentPath, file.name), 'utf8'));
  } finally {
    for (const name of names) delete process.env[name];
  }
}
