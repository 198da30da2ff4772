import * as fs from 'fs';
import * as path from 'path';
import { transformSync } from '@swc/core';
import {
  DefaultTokenResolver,
  StringConcat,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Testing,
  Tokenization,
} from 'cdktf';
import * as fc from 'fast-check';
import { generate, refine } from '../../tools/bindings';
import { lazyReferences } from '../../tools/lazy-references';
import { readProvider } from '../../tools/provider-data';
import { Config, Step, TOKEN, configOf, stepsOf, toCamelCase } from './arbitrary-config';
import { scratch } from './scratch';

const RICH = [
  'ibm_code_engine_app',
  'ibm_code_engine_secret',
  'ibm_cbr_rule',
  'ibm_cis_ruleset_entrypoint_version',
  'ibm_en_topic',
  'ibm_iam_access_group_policy',
  'ibm_sm_public_certificate',
  'ibm_appid_apm',
];
const NESTED = new Map(RICH.map((type) => [type, [] as string[]]));

type Resource = TerraformResource & Record<string, any>;
type Bindings = Record<string, new (scope: TerraformStack, id: string, config: object) => Resource>;

const provider = readProvider();
const eager: Record<string, Bindings> = {};
const lazy: Record<string, Bindings> = {};

beforeAll(async () => {
  const dir = scratch();
  // bindings find cdktf as any module of this project does.
  fs.symlinkSync(path.join(__dirname, '../../node_modules'), path.join(dir, 'node_modules'));
  for (const [variant, into] of [
    ['eager', eager],
    ['lazy', lazy],
  ] as const) {
    const out = path.join(dir, variant);
    await generate(provider, { resources: RICH, dataSources: [] }, out);
    if (variant === 'lazy') refine(out);
    for (const type of RICH) into[type] = load(out, type);
  }
});

function load(out: string, type: string): Bindings {
  const folder = type.slice('ibm_'.length).replaceAll('_', '-');
  const file = path.join(out, 'providers', 'ibm', folder, 'index.ts');
  const source = fs.readFileSync(file, 'utf8');
  const last = source.slice(source.lastIndexOf('\nexport class '));
  if (out.endsWith('eager'))
    NESTED.set(
      type,
      [...last.matchAll(/private (_\w+) = new /g)].map(([, f]) => f),
    );
  const jsc = { parser: { syntax: 'typescript' as const }, target: 'es2022' as const };
  const { code } = transformSync(source, { jsc, module: { type: 'commonjs' } });
  fs.writeFileSync(file.replace(/ts$/, 'js'), code);
  return require(file.replace(/ts$/, 'js')) as Bindings;
}

const className = (type: string) =>
  toCamelCase(type.slice('ibm'.length)).replace(/^./, (c) => c.toUpperCase());

function resolved(scope: TerraformStack, value: unknown): unknown {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return Tokenization.resolve(value, { scope, resolver, preparing: false });
}

/** What a program over a resource synthesizes to, and all it read on the way. */
function outcome(bindings: Bindings, type: string, config: Config, steps: readonly Step[]): string {
  const stack = new TerraformStack(Testing.app(), 'stack');
  const token = new TerraformVariable(stack, 'v', { type: 'string' }).stringValue;
  const resource = new bindings[className(type)](stack, 'r', withTokens(config, token) as object);
  const seen = steps.map((step) => attempt(() => perform(resource, step, token)));
  const json = attempt(() => Testing.synth(stack));
  const hcl = attempt(() => Testing.synthHcl(stack));
  return JSON.stringify([attempt(() => resolved(stack, seen)), json, hcl]);
}

function perform(resource: Resource, step: Step, token: string): unknown {
  if (step.do === 'override') return resource.addOverride(step.path, step.value);
  const name = toCamelCase(step.name);
  const title = name.replace(/^./, (c) => c.toUpperCase());
  if (step.do === 'put') return resource[`put${title}`]?.(withTokens(step.value, token));
  if (step.do === 'reset') return resource[`reset${title}`]?.();
  if (step.do === 'readInput') return resource[`${name}Input`];
  if (step.do === 'read') return reading(resource[name]);
  // a nested block has a getter only, and cannot be assigned to.
  const isNested = typeof resource[`put${title}`] === 'function';
  return isNested ? undefined : void (resource[name] = withTokens(step.value, token));
}

// a list of blocks is read at its first element, a single block at each of its members.
function reading(value: any): unknown {
  const reference = typeof value?.get === 'function' ? attempt(() => value.get(0)) : value;
  if (typeof reference !== 'object' || reference === null) return reference;
  const getters = Object.entries(
    Object.getOwnPropertyDescriptors(Object.getPrototypeOf(reference)),
  );
  const readable = getters.filter(([, { get }]) => get).map(([name]) => name);
  return Object.fromEntries(readable.map((name) => [name, attempt(() => plain(reference[name]))]));
}

// a reference inside a reference stands for itself as text.
const plain = (value: any) => (typeof value?.fqn === 'string' ? value.fqn : value);

// both variants may refuse a program, but then for the same reason.
function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

const withTokens = (value: unknown, token: string): unknown =>
  value === undefined ? undefined : revived(structuredClone(value), token);

function revived(value: any, token: string): unknown {
  if (value === TOKEN) return token;
  if (typeof value !== 'object' || value === null) return value;
  for (const key of Object.keys(value)) value[key] = revived(value[key], token);
  return value;
}

describe('lazy references', () => {
  test.each(RICH)('%s synthesizes byte for byte as with eager ones', (type) => {
    const { block } = provider.resources[type].schema;
    const property = fc.property(configOf(block), stepsOf(block), (config, steps) => {
      expect(outcome(lazy[type], type, config, steps)).toBe(
        outcome(eager[type], type, config, steps),
      );
    });
    fc.assert(property, { numRuns: 30 });
  });

  test.each(RICH)('%s makes none for what is not configured', (type) => {
    const stack = new TerraformStack(Testing.app(), 'stack');
    const resource = new lazy[type][className(type)](stack, 'r', {});
    for (const field of NESTED.get(type)!) {
      resource[`reset${field[1].toUpperCase()}${field.slice(2)}`]?.();
      expect(resource[`${field.slice(1)}Input`]).toBeUndefined();
    }
    Testing.synth(stack);
    expect(NESTED.get(type)!.length).toBeGreaterThan(0);
    expect(NESTED.get(type)!.filter((field) => resource[field] !== undefined)).toEqual([]);
  });

  test('point at nested attributes, inputs and computed lists', () => {
    const stack = new TerraformStack(Testing.app(), 'stack');
    const config = {
      name: 'a',
      projectId: 'p',
      imageReference: 'i',
      probeLiveness: { type: 'http', port: 80 },
    };
    const app = new lazy.ibm_code_engine_app.CodeEngineApp(stack, 'app', config);
    expect(app.probeLivenessInput).toEqual({ type: 'http', port: 80 });
    expect(app.probeLiveness).toBe(app.probeLiveness);
    expect(resolved(stack, app.probeLiveness.path)).toBe(
      '${ibm_code_engine_app.app.probe_liveness[0].path}',
    );
    expect(app.probeLiveness.portInput).toBe(80);
    expect(resolved(stack, app.statusDetails.get(0).reason)).toBe(
      '${ibm_code_engine_app.app.status_details[0].reason}',
    );
    app.resetProbeLiveness();
    expect(app.probeLivenessInput).toBeUndefined();
  });

  test.each([
    [
      'a public member',
      'export class A {\n  public _b = new B(this, "b");\n}',
      /got 'public _b = new B\(this, "b"\);' left over/,
    ],
    [
      'a member without a getter',
      'export class A {\n  private _b = new B(this, "b");\n}',
      /got no getter of A\._b/,
    ],
    [
      'a use that is not known',
      'export class A {\n  private _b = new B(this, "b");\n  public get b() {\n    return this._b;\n  }\n  c() {\n    this._b.d();\n  }\n}',
      /got 'this\._b\.d\(\);' in A, expected the generator's known output/,
    ],
  ])('are refused for %s', (_, source, message) => {
    expect(() => lazyReferences(source)).toThrow(message);
  });
});
