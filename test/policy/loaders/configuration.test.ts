import { wholeOf } from '../../../lib/policy/graph';
import { isUnknown } from '../../../lib/policy/value';
import { blocksOfConfiguration } from '../../../lib/policy/loaders/configuration';

test('every kind of block is read, in the forms that JSON and HCL have', () => {
  const blocks = blocksOfConfiguration({
    locals: [{ mapping: 'local' }],
    variable: { token: [{ sensitive: true }] },
    provider: { ibm: [{ region: 'us-south' }] },
    output: { url: { value: '${ibm_code_engine_app.web.endpoint}' } },
    terraform: [{ backend: { local: {} } }],
    data: { ibm_cis: { edge: {} } },
    resource: {
      ibm_code_engine_app: {
        web: [
          {
            managed_domain_mappings: '${local.mapping}',
            '//': {
              metadata: { path: 'shop/web/Resource' },
              waivers: [{ rule: 'a/b', reason: 'r', owner: 'o', until: 'u' }, { rule: 'a/c' }],
            },
          },
        ],
      },
    },
  });
  expect(blocks.map(({ address }) => address)).toEqual([
    'ibm_code_engine_app.web',
    'data.ibm_cis.edge',
    'output.url',
    'variable.token',
    'provider.ibm',
    'terraform',
  ]);
  expect(wholeOf(blocks[0])).toEqual({ managed_domain_mappings: 'local' });
  expect(blocks[0]).toMatchObject({
    path: 'shop/web/Resource',
    waivers: [{ rule: 'a/b' }],
  });
});

test('how many blocks a dynamic one becomes is not known', () => {
  const [app] = blocksOfConfiguration({
    resource: {
      ibm_code_engine_app: {
        web: {
          run_env_variables: [{ name: 'A' }],
          dynamic: [{ run_env_variables: [{ for_each: [1] }] }, { probe_liveness: [{}] }],
        },
      },
    },
  });
  const body = wholeOf(app);
  expect(Object.keys(body)).toEqual(['run_env_variables', 'probe_liveness']);
  expect(Object.values(body).map((it) => isUnknown(it))).toEqual([true, true]);
});

test.each([
  [null],
  [[]],
  ['text'],
  [{ resource: 5 }],
  [{ resource: { a: { b: null } } }],
  [{ output: [] }],
])('%p has no blocks, and no harm is done', (json) => {
  expect(blocksOfConfiguration(json)).toEqual([]);
});

test('names that no object may have are left out, and depth has an end', () => {
  const json = JSON.parse(
    '{"resource":{"ibm_x":{"a":{"__proto__":{"polluted":true},"b":{"constructor":1}}}}}',
  ) as unknown;
  const [block] = blocksOfConfiguration(json);
  expect(wholeOf(block)).toEqual({ b: {} });
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  let deep: unknown = 'end';
  for (let i = 0; i < 5000; i++) deep = { deep };
  const [abyss] = blocksOfConfiguration({ resource: { ibm_x: { a: { deep } } } });
  expect(JSON.stringify(wholeOf(abyss)).length).toBeLessThan(1000);
});

test('where a construct was made is where it stands, before the file that was read', () => {
  const at = (stackTrace?: unknown) => {
    const metadata = { path: 'shop/it', stackTrace };
    const json = { resource: { ibm_cis: { it: { '//': { metadata } } } } };
    const [{ file, line }] = blocksOfConfiguration(json, { file: 'cdk.tf.json' });
    return [file, line];
  };
  expect(at(['lib/edge.ts:11:15', 'main.ts:3:1'])).toEqual(['lib/edge.ts', 11]);
  expect(at(['C:/code/main.ts:3:1'])).toEqual(['C:/code/main.ts', 3]);
  for (const nothing of [undefined, [], ['?'], 7, [null]]) {
    expect(at(nothing)).toEqual(['cdk.tf.json', undefined]);
  }
});

test('a date is the text that the file will have', () => {
  const [key] = blocksOfConfiguration({
    resource: { ibm_iam_api_key: { k: { expires_at: new Date('2026-06-30T12:00:00Z') } } },
  });
  expect(wholeOf(key).expires_at).toBe('2026-06-30T12:00:00.000Z');
});

test('what a block says is taken apart where it is read, and nowhere else', () => {
  const app = { name: '${var.name}', other: '${' };
  const [block] = blocksOfConfiguration({ resource: { ibm_code_engine_app: { web: app } } });
  expect(block.body).toBe(app);
  expect(block.read(block.body.name)).toBe(block.read('${var.name}'));
});

test('local values are taken over, and those that go round in a circle are not followed', () => {
  const [app] = blocksOfConfiguration({
    locals: { port: 8080, texts: ['$${a}', '${local.port}'], round: { on: '${local.round}' } },
    resource: {
      ibm_code_engine_app: {
        web: { port: '${local.port}', texts: '${local.texts}', round: '${local.round}' },
      },
    },
  });
  expect(wholeOf(app)).toMatchObject({
    port: 8080,
    texts: ['${a}', { references: ['local.port'] }],
    round: { on: { references: ['local.round'] } },
  });
});
