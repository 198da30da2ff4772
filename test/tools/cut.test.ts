import { cut } from '../../tools/cut';
import { REGISTRY_KEY, readProvider, terraformSchema } from '../../tools/provider-data';

const answer = {
  provider_schemas: {
    [REGISTRY_KEY]: {
      provider: { version: 0, block: { description_kind: 'plain' } },
      resource_schemas: {
        ibm_a: {
          version: 1,
          block: {
            description: 'prose',
            attributes: {
              description: {
                type: 'string',
                optional: true,
                description: 'prose',
                description_kind: 'plain',
              },
            },
            block_types: {
              inner: {
                nesting_mode: 'list',
                max_items: 1,
                block: {
                  attributes: { x: { type: 'number', required: true, description: 'prose' } },
                },
              },
            },
          },
        },
        ibm_b: { version: 0, block: {} },
      },
      data_source_schemas: { ibm_c: { version: 0, block: {} } },
    },
  },
};

describe('cut', () => {
  test('keeps the wanted types, and of these everything but the prose', () => {
    const { resources, dataSources } = cut(answer, {
      resources: ['ibm_a'],
      dataSources: ['ibm_c'],
    });
    expect(Object.keys(dataSources)).toEqual(['ibm_c']);
    expect(resources).toEqual({
      ibm_a: {
        version: 1,
        block: {
          attributes: { description: { type: 'string', optional: true } },
          block_types: {
            inner: {
              nesting_mode: 'list',
              max_items: 1,
              block: { attributes: { x: { type: 'number', required: true } } },
            },
          },
        },
      },
    });
  });

  test('gives back what is recorded', () => {
    const data = readProvider();
    const wanted = {
      resources: Object.keys(data.resources),
      dataSources: Object.keys(data.dataSources),
    };
    const schemas = cut(terraformSchema(data), wanted);
    expect(schemas.configuration).toEqual(data.configuration.schema);
    for (const name of wanted.resources) {
      expect(schemas.resources[name]).toEqual(data.resources[name].schema);
    }
  });

  test('names every type that the schema lacks', () => {
    expect(() =>
      cut(answer, { resources: ['ibm_a', 'ibm_x', 'ibm_c'], dataSources: ['ibm_a'] }),
    ).toThrow(
      'provider schema: got no resource ibm_x, resource ibm_c, data source ibm_a; take them out of provider/types.json',
    );
  });

  test.each([
    [
      'another provider',
      { provider_schemas: { 'registry.terraform.io/hashicorp/aws': {} } },
      /got registry.*aws, expected/,
    ],
    ['nothing', {}, /got none, expected registry\.terraform\.io\/ibm-cloud\/ibm/],
  ])('refuses the answer of %s', (_, schema, message) => {
    expect(() => cut(schema, { resources: [], dataSources: [] })).toThrow(message);
  });
});
