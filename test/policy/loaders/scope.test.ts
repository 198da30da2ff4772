import * as fc from 'fast-check';
import { Json } from '../../../lib/policy/loaders/json';
import { Scope, Written } from '../../../lib/policy/loaders/scope';
import { Unknown, Value } from '../../../lib/policy/value';

const written = (file: Json, calls: Record<string, Written> = {}): Written => ({
  files: [file],
  calls: new Map(Object.entries(calls)),
});

/** The scope of a module that the root calls `shop`, with some arguments. */
function shop(given: Json, file: Json, root: Json = {}): Scope {
  const calls = { shop: written(file) };
  const whole = { ...root, module: { shop: { source: './shop', ...given } } };
  return new Scope(written(whole, calls)).inner('shop')!;
}

const DECLARED = { variable: { it: {} } };
const refers = (it: Value) => {
  const { references, paths, pattern, isSensitive } = it as Unknown;
  return { references, paths, pattern, isSensitive };
};
const from = (address: string, path = address) => ({
  ...{ references: [address], paths: [path], pattern: '\0', isSensitive: false },
});

describe('a variable of a module', () => {
  test.each<[string, Json, unknown]>([
    ['a literal', { it: 'local' }, 'local'],
    ['nothing, which is no default', { it: null }, null],
    ['a local value of the caller', { it: '${local.mapping}' }, 'local_public'],
    ['a list', { it: ['a', '${local.mapping}'] }, ['a', 'local_public']],
  ])('is what the caller gives: %s', (_, given, value) => {
    const file = { variable: { it: { default: 'default' } } };
    const scope = shop(given, file, { locals: { mapping: 'local_public' } });
    expect(scope.read('${var.it}')).toEqual(value);
  });

  test('is its default where the caller is silent', () => {
    expect(shop({}, { variable: { it: { default: false } } }).read('${var.it}')).toBe(false);
    expect(shop({}, { variable: { it: [{ default: null }] } }).read('${var.it}')).toBe(null);
    expect(refers(shop({}, DECLARED).read('${var.it}'))).toMatchObject({ references: [] });
  });

  test('is a resource of the caller, whatever is read of it', () => {
    const scope = shop({ it: '${ibm_code_engine_project.p}' }, DECLARED);
    expect(refers(scope.read('${var.it.project_id}'))).toEqual(
      from('ibm_code_engine_project.p', 'ibm_code_engine_project.p.project_id'),
    );
    expect(refers(scope.read('a ${var.it.name}'))).toEqual({
      ...from('ibm_code_engine_project.p', 'ibm_code_engine_project.p.name'),
      pattern: 'a \0',
    });
  });

  test('is looked into as far as it is known', () => {
    const it = { name: 'web', project: '${ibm_code_engine_project.p.id}' };
    const scope = shop({ it }, DECLARED);
    expect(scope.read('${var.it.name}')).toBe('web');
    expect(refers(scope.read('${var.it.project}'))).toMatchObject({
      paths: ['ibm_code_engine_project.p.id'],
    });
    expect(refers(scope.read('${var.it.other}'))).toMatchObject({
      references: ['ibm_code_engine_project.p'],
    });
  });

  test('is hidden where the module or the root says so, whatever was given', () => {
    const file = { variable: { it: { sensitive: 'true' } } };
    expect(refers(shop({ it: 'secret' }, file).read('${var.it}'))).toEqual({
      ...{ references: [], paths: [], pattern: '\0', isSensitive: true },
    });
    const root = { variable: { key: { sensitive: true } } };
    for (const text of ['${var.it}', 'key=${var.it}']) {
      const value = shop({ it: '${var.key}' }, DECLARED, root).read(text);
      expect(refers(value)).toMatchObject({ references: ['var.key'], isSensitive: true });
    }
  });

  test('that is not declared is nothing that anybody knows', () => {
    expect(refers(shop({ it: 'a' }, {}).read('${var.it}'))).toMatchObject({ pattern: '\0' });
  });

  test('which only looks like an expression is not taken apart again', () => {
    const value = shop({ it: '$${ibm_cis.a.id}' }, DECLARED).read('${var.it}');
    expect(refers(value)).toMatchObject({ references: [] });
  });
});

test('what a module declares is called by its whole name elsewhere', () => {
  const scope = shop({}, { locals: { it: '${ibm_cis.a.id}' } });
  expect(scope.prefix).toBe('module.shop.');
  expect(refers(scope.read('${ibm_cis.a.id}'))).toEqual(
    from('module.shop.ibm_cis.a', 'module.shop.ibm_cis.a.id'),
  );
  expect(refers(scope.read('${data.ibm_cis.a.id}'))).toEqual(
    from('module.shop.data.ibm_cis.a', 'module.shop.data.ibm_cis.a.id'),
  );
  expect(refers(scope.read('${local.it}'))).toMatchObject({
    references: ['module.shop.ibm_cis.a'],
  });
  expect(refers(scope.read('a-${local.it}'))).toMatchObject({
    references: ['module.shop.local.it'],
  });
});

test('an output is what it is taken from; of a module that nobody has read, only the module is known', () => {
  const output = { url: { value: '${ibm_code_engine_app.web.endpoint}' }, plan: { value: 'a' } };
  const module = { shop: { source: './shop' }, far: { source: 'elsewhere' } };
  const scope = new Scope(written({ module }, { shop: written({ output }) }));
  const endpoint = from(
    'module.shop.ibm_code_engine_app.web',
    'module.shop.ibm_code_engine_app.web.endpoint',
  );
  expect(refers(scope.read('${module.shop.url}'))).toEqual(endpoint);
  expect(refers(scope.read('${module.shop[0].url}'))).toEqual(endpoint);
  expect(scope.read('${module.shop.plan}')).toBe('a');
  expect(refers(scope.read('${module.shop.other}'))).toMatchObject({ references: [] });
  expect(refers(scope.read('${module.far.url}'))).toMatchObject({ references: ['module.far'] });
  expect(refers(scope.read('${[for it in module.shop : it.url]}'))).toMatchObject({
    references: ['module.shop'],
  });
});

test('names that go round in a circle have an end', () => {
  const called = { variable: { it: {} }, output: { it: { value: '${var.it}' } } };
  const root = {
    locals: { a: '${module.shop.it}' },
    module: { shop: { source: './shop', it: '${local.a}' } },
  };
  const scope = new Scope(written(root, { shop: written(called) }));
  for (const text of ['${module.shop.it}', '${local.a}', 'a ${module.shop.it}']) {
    expect(refers(scope.read(text)).pattern).toContain('\0');
  }
});

test('what is handed on twice by each of many modules has an end', () => {
  const handed = { it: ['${var.it}', '${var.it}'] };
  const chain = (left: number): Written =>
    left === 0
      ? written(DECLARED)
      : written({ ...DECLARED, module: { next: handed } }, { next: chain(left - 1) });
  let scope = new Scope(written({ module: { next: { it: 'a' } } }, { next: chain(50) }));
  expect(scope.inner('next')!.inner('next')!.read('${var.it}')).toEqual(['a', 'a']);
  while (scope.inner('next')) scope = scope.inner('next')!;
  expect(scope.read('${var.it}')).toEqual(expect.anything());
});

test('in the root a variable is what whoever runs Terraform says', () => {
  const scope = new Scope(written({ variable: { it: { default: 'a', sensitive: true } } }));
  expect(refers(scope.read('${var.it}'))).toEqual({ ...from('var.it'), isSensitive: true });
});

test('nothing that is written makes it fail', () => {
  const texts = fc.constantFrom(
    ...['${var.it}', '${var.it.a}', '${module.shop.it}', '${module.shop.it.a}', '${local.it}'],
    ...['$${var.it}', '%{ if var.it }a%{ endif }', '${', '${ibm_cis.a.id}', 'a', '${var.toString}'],
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof(texts, fc.constantFrom(null, 1, true), fc.array(tie('any')), tie('map')),
    map: fc.dictionary(fc.constantFrom('it', 'a', 'value', '__proto__'), tie('any')),
  })).any;
  fc.assert(
    fc.property(value, value, value, texts, (given, out, local, text) => {
      const file = {
        variable: { it: { default: given } },
        output: { it: { value: out } },
        locals: { it: local },
      };
      const root = { ...file, module: { shop: { source: './shop', it: given } } };
      const scope = new Scope(written(root, { shop: written(file) }));
      expect(() => [scope.read(text), scope.inner('shop')?.read(text)]).not.toThrow();
    }),
  );
});
