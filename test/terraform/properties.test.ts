/** Whatever props the types allow: a construct refuses them in its own words, or Terraform accepts what it renders. */
import { App, TerraformStack } from 'cdktf';
import * as fc from 'fast-check';
import { AppSecret } from '../../lib/constructs/secrets/app-secret';
import { SecretValue } from '../../lib/constructs/secrets/secret-value';
import { CodeEngineProject } from '../../lib/constructs/workloads/code-engine-project';
import { ConfigMap } from '../../lib/constructs/workloads/config-map';
import { SecureApp } from '../../lib/constructs/workloads/secure-app';
import { FunctionCode } from '../../lib/constructs/workloads/function-code';
import { SecureFunction } from '../../lib/constructs/workloads/secure-function';
import { SecureJob } from '../../lib/constructs/workloads/secure-job';
import {
  appProps,
  configMapProps,
  functionProps,
  jobProps,
  projectProps,
  secretProps,
} from '../kit/arbitraries';
import { FunctionRuntime } from '../../lib/facts/runtime';
import { refusalOf } from '../kit/refusal';
import { image } from '../kit/samples';
import { describeTerraform, validateOffline } from '../kit/terraform';

const RUNS = 500;
const PROJECT = { projectId: '01234567-89ab-cdef-0123-456789abcdef' };

type Define = (stack: TerraformStack, id: string, props: any) => unknown;

/** Defines one construct a run in one stack, and answers what Terraform has against the lot. */
async function judged(arbitrary: (stack: TerraformStack) => fc.Arbitrary<unknown>, define: Define) {
  const stack = new TerraformStack(new App(), 'test');
  const samples = fc.sample(arbitrary(stack), { numRuns: RUNS, seed: 1 });
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

describeTerraform('props of every kind are refused or accepted by Terraform', () => {
  test.each<[string, (stack: TerraformStack) => fc.Arbitrary<unknown>, Define]>([
    [
      'SecureApp',
      () => appProps,
      (stack, id, props) =>
        new SecureApp(stack, id, { project: PROJECT, image: image(), ...props }),
    ],
    [
      'SecureJob',
      () => jobProps,
      (stack, id, props) =>
        new SecureJob(stack, id, { project: PROJECT, image: image(), ...props }),
    ],
    [
      'SecureFunction',
      () => functionProps,
      (stack, id, props) =>
        new SecureFunction(stack, id, {
          project: PROJECT,
          code: FunctionCode.inline('x'),
          runtime: FunctionRuntime.NODEJS_24,
          ...props,
        }),
    ],
    [
      'CodeEngineProject',
      () => projectProps,
      (stack, id, props) => new CodeEngineProject(stack, id, props),
    ],
    [
      'AppSecret',
      (stack) => secretProps(SecretValue.fromVariable(stack, 'token')),
      (stack, id, props) => new AppSecret(stack, id, { project: PROJECT, ...props }),
    ],
    [
      'ConfigMap',
      () => configMapProps,
      (stack, id, props) => new ConfigMap(stack, id, { project: PROJECT, ...props }),
    ],
  ])(`%s, in ${RUNS} ways`, async (_, arbitrary, define) => {
    const { refused, errors } = await judged(arbitrary, define);
    expect(errors).toEqual([]);
    // neither side is empty, or nothing would have been shown.
    expect(refused).toBeGreaterThan(RUNS / 20);
    expect(RUNS - refused).toBeGreaterThan(RUNS / 20);
  });
});
