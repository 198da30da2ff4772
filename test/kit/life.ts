/** What every construct goes through with real Terraform, and what is held against each. */
import { TerraformStack } from 'cdktf';
import { CANARY, withProvider } from './samples';
import { deployOffline, describeTerraform } from './terraform';

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
}
