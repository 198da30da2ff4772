import { TerraformStack } from 'cdktf';
import { computeToken } from '../../../lib/constructs/workloads/compute-token';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureFunction } from '../../../lib/constructs/workloads/secure-function';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { IWorkload } from '../../../lib/constructs/workloads/workload';
import { FunctionRuntime } from '../../../lib/facts/runtime';
import { image, project } from '../../kit/samples';
import { synthesize } from '../../kit/synth';

const own = (stack: TerraformStack) => ({ project: project(stack), image: image() });
const NO_TOKEN = '${self.run_compute_resource_token_enabled != true}';

const WORKLOADS: readonly [string, (stack: TerraformStack) => IWorkload][] = [
  ['app', (stack) => new SecureApp(stack, 'it', own(stack))],
  ['job', (stack) => new SecureJob(stack, 'it', own(stack))],
  [
    'function',
    (stack) =>
      new SecureFunction(stack, 'it', {
        project: project(stack),
        runtime: FunctionRuntime.NODEJS_24,
        code: FunctionCode.inline('function main() {}'),
      }),
  ],
];

const stateOf = (kind: string, define: (stack: TerraformStack) => void) => {
  const synthesized = synthesize(define);
  const gate = synthesized.only(`data.ibm_code_engine_${kind}`);
  const conditions = (gate.lifecycle?.postcondition ?? []).map((it: any) => it.condition);
  return {
    token: synthesized.only(`ibm_code_engine_${kind}`).run_compute_resource_token_enabled,
    isMinded: conditions.includes(NO_TOKEN),
  };
};

test.each(WORKLOADS)('the token of a new %s is off, and its gate minds', (kind, define) => {
  expect(stateOf(kind, define)).toEqual({ token: false, isMinded: true });
});

test.each(WORKLOADS)(
  'the token of a %s is turned on, once or twice, with its gate',
  (kind, define) => {
    const turned = stateOf(kind, (stack) => {
      const workload = define(stack);
      computeToken.turnOn(workload);
      computeToken.turnOn(workload);
    });
    expect(turned).toEqual({ token: true, isMinded: false });
  },
);

test('an app that exists is held to have a token, once it is to have one', () => {
  const conditions = (turns: number) => {
    const gate = synthesize((stack) => {
      const { project: its } = own(stack);
      const app = SecureApp.fromAppName(stack, 'it', { project: its, appName: 'it' });
      for (let turn = 0; turn < turns; turn++) computeToken.turnOn(app);
    }).only('data.ibm_code_engine_app');
    return (gate.lifecycle?.postcondition ?? []).map((it: any) => it.condition);
  };
  expect(conditions(0)).toEqual([]);
  expect(conditions(1)).toEqual(['${self.run_compute_resource_token_enabled == true}']);
  expect(conditions(2)).toEqual(conditions(1));
});

test('what is no workload of ours is left alone', () => {
  expect(() => computeToken.turnOn({})).not.toThrow();
});
