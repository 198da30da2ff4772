import * as fs from 'fs';
import * as path from 'path';
import { format } from '../../tools/format';
import { PROVIDER_DIR, readProvider, writeProvider } from '../../tools/provider-data';
import { wantedTypes } from '../../tools/type-list';
import { scratch, snapshot, write } from './scratch';

describe('the recorded provider', () => {
  test('stands in the form in which it is written', () => {
    const dir = scratch();
    writeProvider(readProvider(), dir);
    const files = snapshot(dir);
    expect(Object.keys(files).length).toBeGreaterThan(300);
    for (const [file, content] of Object.entries(files)) {
      expect(content).toBe(fs.readFileSync(path.join(PROVIDER_DIR, file), 'utf8'));
    }
  });

  test('holds every type that gets bindings, and lists none that is known to be dead', () => {
    const { resources } = wantedTypes(readProvider());
    expect(
      resources.filter((name) => /_waf_|_rate_limit|_filter|_firewall_rule/.test(name)),
    ).toEqual([]);
  });

  test('loses the files of types that are gone when it is written', () => {
    const dir = scratch();
    write(dir, { 'resources/ibm_old.json': '{}' });
    const data = readProvider();
    writeProvider({ ...data, resources: {}, dataSources: {} }, dir);
    expect(fs.readdirSync(path.join(dir, 'resources'))).toEqual([]);
  });
});

test('what fits a line stands on one, with its keys in order', () => {
  expect(format({ b: [1, 2], a: { y: 'x' }, none: undefined })).toBe(
    '{ "a": { "y": "x" }, "b": [1, 2] }',
  );
  expect(format({ long: 'x'.repeat(100) })).toBe(`{\n  "long": "${'x'.repeat(100)}"\n}`);
});
