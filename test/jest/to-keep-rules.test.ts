import { App, TerraformResource, TerraformStack } from 'cdktf';
import { SecureApp } from '../../lib/constructs/workloads/secure-app';
import { PolicyPack, PolicySeverity } from '../../lib/facts/policy';
import { Visibility } from '../../lib/facts/visibility';
import '../../lib/jest/to-keep-rules';
import { IPolicyRule, PolicyVerdict } from '../../lib/policy/policy-rule';
import { image, project, waiver } from '../kit/samples';

const NOT_PUBLIC = 'workloads/app-not-public';
const OWN: IPolicyRule = {
  id: 'acme/app-is-named-after-its-team',
  title: 'the name of an app begins with its team',
  severity: PolicySeverity.LOW,
  types: ['ibm_code_engine_app'],
  remedy: 'begin the name with the team',
  judge: (app) => PolicyVerdict.breaks(`\`name\` is ${app.text('name') ?? 'absent'}`),
};

const empty = (app = new App(), id = 'shop') => new TerraformStack(app, id);
function open(stack = empty()) {
  new TerraformResource(stack, 'web', { terraformResourceType: 'ibm_code_engine_app' });
  return stack;
}
function closed(stack = empty()) {
  new SecureApp(stack, 'web', { project: project(stack), image: image() });
  return stack;
}

/** What jest says where an expectation does not come true. */
function said(work: () => void): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('got no failure, expected one');
}

test('a stack that breaks no rule passes, whatever the pack', () => {
  expect(closed()).toKeepRules();
  expect(closed()).toKeepRules({ pack: PolicyPack.LAYER7 });
  expect(closed()).toKeepRules({ only: [NOT_PUBLIC] });
});

test('one that breaks some fails, and says which, where and what to do', () => {
  expect(open()).not.toKeepRules({ only: [NOT_PUBLIC] });
  expect(said(() => expect(open()).toKeepRules({ only: [NOT_PUBLIC] })).split('\n')).toEqual([
    'toKeepRules: got broken rules, expected every rule to be kept',
    '',
    'high      workloads/app-not-public  ibm_code_engine_app.web  shop/web',
    "          `managed_domain_mappings` is 'local_public'",
    expect.stringMatching(/^ {10}do: let only the project reach it/),
    '',
    '1 blocks checked, 0 kept, 1 broken, 0 waived, 0 unknown',
    '',
  ]);
});

test('an app is judged with all of its stacks', () => {
  const app = new App();
  closed(empty(app, 'first'));
  expect(app).toKeepRules({ only: [NOT_PUBLIC] });
  open(empty(app, 'second'));
  const text = said(() => expect(app).toKeepRules({ only: [NOT_PUBLIC] }));
  expect(text).toContain('second/ibm_code_engine_app.web');
  expect(text).not.toContain('first/');
});

test('what somebody answers for is no failure', () => {
  const stack = empty();
  const waivers = { publicEndpoint: waiver() };
  const visibility = Visibility.PUBLIC;
  new SecureApp(stack, 'web', { project: project(stack), image: image(), visibility, waivers });
  expect(stack).toKeepRules({ only: [NOT_PUBLIC] });
});

test('rules of one’s own are asked too, and a crash is no pass', () => {
  const rules = [OWN];
  expect(said(() => expect(closed()).toKeepRules({ rules }))).toContain(`low       ${OWN.id}`);
  expect(closed()).toKeepRules({ rules, only: [NOT_PUBLIC] });
  const crashing = [{ ...OWN, judge: () => undefined as unknown as PolicyVerdict }];
  const text = said(() => expect(closed()).toKeepRules({ rules: crashing }));
  expect(text).toContain(`crashed   ${OWN.id}`);
});

test('that a rule is broken can be expected, and is told when it is not', () => {
  expect(said(() => expect(closed()).not.toKeepRules({ only: [NOT_PUBLIC] }))).toBe(
    'toKeepRules: got no broken rule (kept: 1), expected one',
  );
});

test.each<[string, () => void, string]>([
  ['a stack without resources', () => expect(empty()).toKeepRules(), 'got no resource that a rule'],
  ['its contrary', () => expect(empty()).not.toKeepRules(), 'got no resource that a rule looks at'],
  [
    'a text',
    () => expect('{}').toKeepRules(),
    'got a value of type string, expected a TerraformSt',
  ],
  ['a strange id', () => expect(open()).toKeepRules({ only: ['a/b'] }), 'only: got a/b, expected'],
  [
    'rules with problems',
    () => expect(open()).toKeepRules({ rules: [7 as any] }),
    'rules[0]: got 7',
  ],
])('%s is refused', (_, work, text) => {
  expect(said(work)).toContain(text);
});
