import * as fs from 'fs';
import * as path from 'path';
import { readProvider, terraformSchema, writeProvider } from '../../tools/provider-data';
import { RefreshOptions, Terraform, refresh, reportText, terraformIn } from '../../tools/refresh';
import { writeMirror } from '../kit/mirror';
import { describeOffline } from '../kit/terraform-mode';
import { scratch, snapshot, write } from './scratch';

const recorded = readProvider();
const APP = 'ibm_code_engine_app';
const BINDING = 'ibm_code_engine_binding';

/** A provider folder that records an app, and lists what is given. */
function folder(listed: readonly string[] = [APP]): string {
  const dir = scratch();
  writeProvider(
    { ...recorded, resources: { [APP]: recorded.resources[APP] }, dataSources: {} },
    dir,
  );
  write(dir, {
    'types.json': JSON.stringify({ resources: { all: listed }, dataSources: {} }),
    'README.md': '#',
  });
  return dir;
}

// every attribute keeps the place it has in the real answer; a test changes what it is about.
function schemaOf(
  resources: readonly string[],
  change: (schema: any) => void = () => undefined,
): object {
  const schema = structuredClone(terraformSchema(recorded, resources, []));
  change((Object.values((schema as any).provider_schemas)[0] as any).resource_schemas);
  return schema;
}

/** Terraform as far as a refresh sees it. */
const answering =
  (schema: object, seen: string[] = []): Terraform =>
  async (args, cwd) => {
    seen.push(args.join(' '), fs.readFileSync(path.join(cwd, 'main.tf.json'), 'utf8'));
    if (args[0] === 'providers') return JSON.stringify(schema);
    return JSON.stringify({
      provider_selections: { 'registry.terraform.io/ibm-cloud/ibm': '2.6.0' },
    });
  };

const run = (options: RefreshOptions) => refresh({ log: () => undefined, ...options });

describe('refresh', () => {
  test('asks for the version given, and writes the one that came', async () => {
    const providerDir = folder();
    const seen: string[] = [];
    const result = await run({
      providerDir,
      version: '2.6.0',
      terraform: answering(schemaOf([APP]), seen),
    });
    expect(result).toEqual({ contradictions: [], news: [], version: '2.6.0' });
    expect(seen.filter((_, i) => i % 2 === 0)).toEqual([
      'init -backend=false -input=false -no-color',
      'providers schema -json',
      'version -json',
    ]);
    expect(JSON.parse(seen[1]).terraform.required_providers.ibm).toEqual({
      source: 'IBM-Cloud/ibm',
      version: '2.6.0',
    });
    expect(readProvider(providerDir).version).toBe('2.6.0');
  });

  test('cuts the schema that a file holds, and asks nobody then', async () => {
    const providerDir = folder();
    const from = path.join(scratch(), 'schema.json');
    const whole = Object.keys(recorded.resources);
    fs.writeFileSync(from, JSON.stringify(schemaOf(whole)));
    const terraform = () => Promise.reject(new Error('asked'));
    await run({ providerDir, from, version: '2.6.0', terraform });
    const { resources, version } = readProvider(providerDir);
    expect([Object.keys(resources), version]).toEqual([[APP], '2.6.0']);
    await expect(run({ providerDir, from })).rejects.toThrow(/got no version/);
    await expect(run({ providerDir, from: `${from}x`, version: '1' })).rejects.toThrow(
      /no such file/,
    );
  });

  test('replaces schemas, keeps facts, list and prose, and reports a contradiction', async () => {
    const providerDir = folder();
    const schema = schemaOf([APP], (types) => delete types[APP].block.attributes.scale_cpu_limit);
    const result = await run({ providerDir, terraform: answering(schema) });
    expect(result.contradictions).toEqual([
      `resource ${APP}: scale_cpu_limit: gone from the schema`,
    ]);
    const after = readProvider(providerDir);
    expect(after.resources[APP].schema.block.attributes).not.toHaveProperty('scale_cpu_limit');
    expect(after.resources[APP].facts).toEqual(recorded.resources[APP].facts);
    expect(fs.readdirSync(providerDir).sort()).toEqual([
      'README.md',
      'data-sources',
      'provider.json',
      'resources',
      'types.json',
    ]);
  });

  test('gives a newly listed type empty facts and names it', async () => {
    const providerDir = folder([APP, BINDING]);
    const result = await run({ providerDir, terraform: answering(schemaOf([APP, BINDING])) });
    expect(result.news).toEqual([`resource ${BINDING}: new, without facts`]);
    expect(readProvider(providerDir).resources[BINDING].facts).toEqual({ attributes: {} });
    expect(reportText(result)).toBe(
      `provider 2.6.0: 0 contradictions, 1 new\nnew, to be given facts:\n  resource ${BINDING}: new, without facts`,
    );
  });

  test('drops a type that is gone from the provider', async () => {
    const providerDir = folder();
    const result = await run({ providerDir, terraform: answering(schemaOf([])) });
    expect(result.contradictions).toEqual([`resource ${APP}: gone from the schema`]);
    expect(readProvider(providerDir).resources).toEqual({});
  });

  test('writes nothing when it only checks', async () => {
    const providerDir = folder();
    const before = snapshot(providerDir);
    const schema = schemaOf([APP], (types) => delete types[APP].block.attributes.scale_cpu_limit);
    const result = await run({ providerDir, check: true, terraform: answering(schema) });
    expect(result.contradictions).toHaveLength(1);
    expect(snapshot(providerDir)).toEqual(before);
  });

  test.each<[string, readonly string[], Terraform, RegExp]>([
    [
      'a listed type that no provider has',
      [APP, 'ibm_nothing'],
      answering(schemaOf([APP])),
      /got no resource ibm_nothing/,
    ],
    [
      'an answer that is no JSON',
      [APP],
      async () => 'oops',
      /^terraform schema: got 'oops', expected JSON$/,
    ],
    ['a failing Terraform', [APP], () => Promise.reject(new Error('no registry')), /^no registry$/],
  ])('refuses %s and leaves everything as it was', async (_, listed, terraform, message) => {
    const providerDir = folder(listed);
    const before = snapshot(providerDir);
    await expect(run({ providerDir, terraform })).rejects.toThrow(message);
    expect(snapshot(providerDir)).toEqual(before);
  });
});

describeOffline('refresh from a registry', () => {
  // what the registry offers has one attribute less than what is recorded, and one type more.
  const newer = () => {
    const dir = folder([APP, BINDING]);
    const app = structuredClone(recorded.resources[APP]) as any;
    delete app.schema.block.attributes.scale_cpu_limit;
    const resources = { [APP]: app, [BINDING]: recorded.resources[BINDING] };
    writeProvider({ ...recorded, version: '2.7.1', resources, dataSources: {} }, dir);
    return dir;
  };

  test('reads what it offers', async () => {
    const { environment } = writeMirror(scratch(), { provider: newer() });
    const providerDir = folder([APP, BINDING]);
    const terraform = terraformIn({ ...process.env, ...environment });
    expect(await run({ providerDir, terraform })).toEqual({
      version: '2.7.1',
      contradictions: [`resource ${APP}: scale_cpu_limit: gone from the schema`],
      news: [`resource ${BINDING}: new, without facts`],
    });
    const { resources } = readProvider(providerDir);
    expect(Object.keys(resources)).toEqual([APP, BINDING]);
    expect(resources[BINDING].schema).toEqual(recorded.resources[BINDING].schema);
  });

  test('leaves everything as it was when there is no such version', async () => {
    const { environment } = writeMirror(scratch(), { provider: newer() });
    const providerDir = folder();
    const before = snapshot(providerDir);
    const terraform = terraformIn({ ...process.env, ...environment });
    const attempt = run({ providerDir, version: '9.9.9', terraform });
    await expect(attempt).rejects.toThrow(/^terraform init failed: Error: .*9\.9\.9/);
    expect(snapshot(providerDir)).toEqual(before);
  });
});
