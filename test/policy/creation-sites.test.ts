import { App, TerraformResource, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { SecureApp } from '../../lib/constructs/workloads/secure-app';
import { noteCreationSites } from '../../lib/policy/creation-sites';
import { image, project } from '../kit/samples';

const TYPE = { terraformResourceType: 'ibm_code_engine_app' };
const HERE = 'test/policy/creation-sites.test.ts';

/** The line of this file in which a piece of code stands. */
const lineOf = (code: string) =>
  require('fs')
    .readFileSync(__filename, 'utf8')
    .split('\n')
    .findIndex((line: string) => line.includes(code)) + 1;
const sitesOf = (construct: Construct) =>
  construct.node.metadata.find(({ type }) => type === 'stacktrace')?.trace;
const stackIn = (app: App) => new TerraformStack(app, 'shop');
const noted = () => {
  const app = new App();
  noteCreationSites(app);
  return stackIn(app);
};

test('a resource says where it was made, and what led there', () => {
  const make = (stack: TerraformStack) => new TerraformResource(stack, 'web', TYPE); // inner
  const resource = make(noted()); // outer
  expect(sitesOf(resource)?.slice(0, 2)).toEqual([
    expect.stringMatching(new RegExp(`^${HERE}:${lineOf('// inner')}:\\d+$`)),
    expect.stringMatching(new RegExp(`^${HERE}:${lineOf('// outer')}:\\d+$`)),
  ]);
});

test('of a construct of the library it is where the user made that', () => {
  const stack = noted();
  const app = new SecureApp(stack, 'web', { project: project(stack), image: image() }); // secure
  const [first] = sitesOf(app.node.defaultChild as Construct) ?? [];
  expect(first).toMatch(`${HERE}:${lineOf('// secure')}:`);
});

test('it stands in the Terraform, with few steps and no folder of a machine', () => {
  const stack = noted();
  const deep = (left: number): TerraformResource =>
    left === 0 ? new TerraformResource(stack, 'web', TYPE) : deep(left - 1);
  deep(20);
  const { resource } = stack.toTerraform();
  const { stackTrace } = resource.ibm_code_engine_app.web['//'].metadata;
  expect(stackTrace).toHaveLength(5);
  expect(stackTrace.join()).not.toMatch(/node_modules|,\/|^\//);
});

test('other apps say nothing, and asking twice changes nothing', () => {
  const app = new App();
  noteCreationSites(app);
  noteCreationSites(app);
  const [first] = sitesOf(new TerraformResource(stackIn(app), 'web', TYPE)) ?? [];
  expect(first).toContain(HERE);
  const other = new TerraformResource(stackIn(new App()), 'web', TYPE);
  expect(sitesOf(other)).toBeUndefined();
});

test('errors of others keep as many frames as they had', () => {
  const { stackTraceLimit } = Error;
  new TerraformResource(noted(), 'web', TYPE);
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});
