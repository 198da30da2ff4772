import * as fs from 'fs';
import * as path from 'path';
import { writeBindings } from '../../tools/bindings';
import { PROVIDER_DIR } from '../../tools/provider-data';
import { scratch, snapshot, write } from './scratch';

const SOME = ['ibm_code_engine_app', 'ibm_code_engine_binding'];

/** A copy of `provider/` with a few types; the list is given as the test wants it. */
function providerWith(resources: Record<string, readonly string[]>): string {
  const dir = scratch();
  fs.mkdirSync(path.join(dir, 'data-sources'));
  fs.mkdirSync(path.join(dir, 'resources'));
  for (const file of ['provider.json', ...SOME.map((name) => `resources/${name}.json`)]) {
    fs.copyFileSync(path.join(PROVIDER_DIR, file), path.join(dir, file));
  }
  write(dir, { 'types.json': JSON.stringify({ resources, dataSources: {} }) });
  return dir;
}

describe('bindings', () => {
  const providerDir = providerWith({ workloads: SOME });
  const outDir = scratch();
  const module = (name: string) =>
    fs.readFileSync(path.join(outDir, 'providers', 'ibm', name, 'index.ts'), 'utf8');

  beforeAll(() => writeBindings({ providerDir, outDir }));

  test('hold one module a type, the provider and the barrel, and nothing else', () => {
    expect(Object.keys(snapshot(outDir)).sort()).toEqual([
      'fingerprint',
      'providers/ibm/code-engine-app/index.ts',
      'providers/ibm/code-engine-binding/index.ts',
      'providers/ibm/index.ts',
      'providers/ibm/provider/index.ts',
    ]);
  });

  test('leave the user free to choose a version within the major line', () => {
    expect(module('provider')).toContain("terraformProviderSource: 'IBM-Cloud/ibm'");
    expect(module('provider')).toContain("providerVersionConstraint: '~> 2.5'");
    expect(module('provider')).not.toMatch(/providerVersion: /);
  });

  test('keep one link a class and no link an attribute', () => {
    expect(module('code-engine-app')).toContain(
      '* Represents a {@link https://registry.terraform.io/',
    );
    expect(module('code-engine-app').match(/registry\.terraform\.io/g)).toHaveLength(1);
    expect(module('code-engine-app')).toContain('readonly id?: string;');
  });

  test('are left alone while they are fresh', async () => {
    expect(await writeBindings({ providerDir, outDir })).toMatchObject({ fresh: true });
    expect(await writeBindings({ providerDir, outDir, force: true })).toMatchObject({
      fresh: false,
      types: 2,
    });
  });

  test('are written again when the list changes', async () => {
    const changing = providerWith({ workloads: SOME });
    const out = scratch();
    await writeBindings({ providerDir: changing, outDir: out });
    write(changing, {
      'types.json': '{ "resources": { "a": ["ibm_code_engine_app"] }, "dataSources": {} }',
    });
    expect(await writeBindings({ providerDir: changing, outDir: out })).toMatchObject({ types: 1 });
    expect(fs.existsSync(path.join(out, 'providers/ibm/code-engine-binding'))).toBe(false);
  });

  test.each([
    [
      'a type that is not recorded',
      () => providerWith({ workloads: ['ibm_code_engine_ap'] }),
      /types\.json: got resource 'ibm_code_engine_ap', expected .*; did you mean 'ibm_code_engine_app'\?$/,
    ],
    [
      'a type that is listed twice',
      () => providerWith({ workloads: [...SOME], edge: [SOME[0]] }),
      /types\.json: got resource 'ibm_code_engine_app' under 'workloads' and 'edge', expected it once$/,
    ],
    [
      'a file that is no JSON',
      () => damaged('{ "schema": '),
      /ibm_code_engine_app\.json: got no readable JSON, expected provider data/,
    ],
    [
      'a file without a schema',
      () => damaged('{ "facts": { "attributes": {} } }'),
      /ibm_code_engine_app\.json: got no `schema\.block`/,
    ],
    [
      'an attribute without a type',
      () =>
        damaged(
          '{ "facts": { "attributes": {} }, "schema": { "block": { "attributes": { "a": {} } } } }',
        ),
      /ibm_code_engine_app\.json: got no type of 'a', expected one/,
    ],
  ])('refuse %s and stay as they were', async (_, broken, message) => {
    const before = snapshot(outDir);
    await expect(writeBindings({ providerDir: broken(), outDir })).rejects.toThrow(message);
    expect(snapshot(outDir)).toEqual(before);
  });
});

function damaged(content: string): string {
  const dir = providerWith({ workloads: SOME });
  write(dir, { 'resources/ibm_code_engine_app.json': content });
  return dir;
}
