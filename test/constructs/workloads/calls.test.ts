import { TerraformStack } from 'cdktf';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { ISecureApp, SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { SecureJob } from '../../../lib/constructs/workloads/secure-job';
import { messageOf, refusalOf } from '../../kit/refusal';
import { image, project } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const environment = { MODE: EnvValue.literal('prod') };

function callers(stack: TerraformStack) {
  const common = { project: project(stack), image: image() };
  const prices = new SecureApp(stack, 'prices', common);
  const night = new SecureJob(stack, 'night', { ...common, environment });
  return { prices, night };
}

test('a call is one more variable, with the internal address that never changes', () => {
  const synthesized = synthesize((stack) => {
    const { prices, night } = callers(stack);
    night.connectTo(prices, 'PRICES_URL');
    night.connectTo(prices, 'OTHER_URL');
  });
  const value = expect.stringMatching(/^\$\{ibm_code_engine_app\.prices_\w+\.endpoint_internal\}$/);
  expect(synthesized.only('ibm_code_engine_job').run_env_variables).toEqual([
    { name: 'MODE', type: 'literal', value: 'prod' },
    { name: 'PRICES_URL', type: 'literal', value },
    { name: 'OTHER_URL', type: 'literal', value },
  ]);
});

test('an app calls an app in the same way', () => {
  const { json } = synthesize((stack) => {
    const { prices } = callers(stack);
    const shop = new SecureApp(stack, 'shop', { project: prices.project, image: image() });
    shop.connectTo(prices, 'PRICES_URL');
  });
  const apps = Object.values(json.resource.ibm_code_engine_app as Record<string, any>);
  expect(apps.find(({ name }) => name === 'shop').run_env_variables).toHaveLength(1);
});

test.each<[string, (prices: ISecureApp) => [ISecureApp, string], RegExp]>([
  ['a name that is taken', (prices) => [prices, 'MODE'], /^variable: got "MODE"/],
  ['no name', (prices) => [prices, '1URL'], /^variable: got "1URL"/],
  [
    'an app of another project',
    (prices) => [{ ...prices, project: { projectId: 'other' } } as ISecureApp, 'URL'],
    /^app: got an app of another project/,
  ],
])('%s is refused', (_, call, problem) => {
  const { prices, night } = callers(newStack());
  const { appName, internalUrl, project: own } = prices;
  const callee = { appName, internalUrl, project: own } as ISecureApp;
  const problems = refusalOf(() => night.connectTo(...call(callee)));
  expect(problems).toEqual([expect.stringMatching(problem)]);
});

test('what is no app is refused by the path of the caller', () => {
  const { night } = callers(newStack());
  expect(messageOf(() => night.connectTo(undefined as unknown as ISecureApp, 'URL'))).toMatch(
    /^SecureJob 'test\/night' cannot be defined:\n {2}app: got nothing, expected a SecureApp/,
  );
});

test('an app that exists is called by what the project says of it', () => {
  const synthesized = synthesize((stack) => {
    const common = { project: project(stack), image: image() };
    const prices = SecureApp.fromAppName(stack, 'prices', {
      project: common.project,
      appName: 'prices',
    });
    new SecureApp(stack, 'shop', common).connectTo(prices, 'PRICES_URL');
  });
  const [{ value }] = synthesized.only('ibm_code_engine_app').run_env_variables as any[];
  expect(value).toMatch(/^\$\{data\.ibm_code_engine_app\.prices_\w*\.endpoint_internal\}$/);
  expect(
    refusalOf(() =>
      SecureApp.fromAppName(newStack(), 'x', {
        project: { projectId: 'p', crn: 'c' },
        appName: 'X',
      }),
    ),
  ).toHaveLength(1);
});
