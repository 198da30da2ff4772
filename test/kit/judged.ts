/** Whatever props the types allow: a construct refuses them in its own words, or Terraform accepts what it renders. */
import { App, TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { refusalOf } from './refusal';
import { describeTerraform, validateOffline } from './terraform';

const RUNS = 500;
/** A project that exists, for constructs that are defined by the hundred. */
const PROJECT_ID = '01234567-89ab-cdef-0123-456789abcdef';
export const PROJECT = {
  projectId: PROJECT_ID,
  crn: `crn:v1:bluemix:public:codeengine:us-south:a/0123456789abcdef:${PROJECT_ID}::`,
};

export type Define = (stack: TerraformStack, id: string, props: any) => unknown;

/** Defines one construct a run in one stack, and answers what Terraform has against the lot. */
async function judged(
  arbitrary: (stack: TerraformStack) => fc.Arbitrary<unknown>,
  define: Define,
  runs: number,
) {
  const stack = new TerraformStack(new App(), 'test');
  const samples = fc.sample(arbitrary(stack), { numRuns: runs, seed: 1 });
  let refused = 0;
  samples.forEach((props, index) => {
    const scratch = new TerraformStack(new App(), 'scratch');
    try {
      define(scratch, `c${index}`, props);
    } catch {
      // ill-worded refusals, and errors that are none, do not pass here.
      refusalOf(() => define(new TerraformStack(new App(), 'scratch'), `c${index}`, props));
      refused += 1;
      return;
    }
    define(stack, `c${index}`, props);
  });
  stack.prepareStack();
  const json = JSON.parse(JSON.stringify(stack.toTerraform())) as Record<string, any>;
  json.terraform = { required_providers: { ibm: { source: 'IBM-Cloud/ibm' } } };
  const diagnostics = await validateOffline({ json });
  return { refused, errors: diagnostics.filter(({ severity }) => severity === 'error') };
}

/** A construct, sets of its props, how to define it with one, and in how many ways: fewer where each is many resources. */
export type Judged = readonly [
  string,
  (stack: TerraformStack) => fc.Arbitrary<unknown>,
  Define,
  number?,
];

/** Defines each construct in hundreds of ways, and lets Terraform validate those that were not refused. */
export function judges(constructs: readonly Judged[]): void {
  describeTerraform('props of every kind are refused or accepted by Terraform', () => {
    const all = constructs.map(
      ([name, arbitrary, define, runs = RUNS]) => [name, runs, arbitrary, define] as const,
    );
    test.each(all)('%s, in %d ways', async (_, runs, arbitrary, define) => {
      const { refused, errors } = await judged(arbitrary, define, runs);
      expect(errors).toEqual([]);
      // neither side is empty, or nothing would have been shown.
      expect(refused).toBeGreaterThan(runs / 20);
      expect(runs - refused).toBeGreaterThan(runs / 20);
    });
  });
}
