import { readProvider } from '../../../tools/provider-data';
import { create, update, Workshop } from './apply';
import { RememberedCloud } from './cloud';
import { Inventor } from './invent';
import { ObjectValue, UNKNOWN } from './msgpack';
import { plan } from './plan';
import { read, readDataSource } from './read';
import { conform } from './schema';
import { Treachery } from './treachery/treachery';

const DATA = readProvider();
const PROJECT_ID = '01234567-89ab-cdef-0123-456789abcdef';
const APP = { project_id: PROJECT_ID, name: 'web', image_reference: 'us.icr.io/team/web:1' };

let cloud: RememberedCloud;
beforeEach(() => (cloud = new RememberedCloud()));

const workshop = (type: string, types = DATA.resources): Workshop => ({
  type,
  data: types[type],
  cloud,
  inventor: new Inventor(DATA),
  treachery: new Treachery([]),
});
const made = (type: string, values: object) => {
  const shop = workshop(type);
  const config = conform(shop.data.schema.block, values as ObjectValue);
  return create(shop, plan(shop.data, null, config).planned);
};
const found = (type: string, values: object) => {
  const shop = workshop(type, DATA.dataSources);
  const config = conform(shop.data.schema.block, values as ObjectValue);
  return readDataSource(shop, type in DATA.resources, config);
};

describe('creating', () => {
  test('leaves nothing open', () => {
    for (const type of Object.keys(DATA.resources)) {
      const value = made(type, {});
      expect(
        JSON.stringify(value, (_, item: unknown) => (item === UNKNOWN ? 'open' : item)),
      ).not.toMatch(/:"open"/);
    }
  });

  test('gives a Code Engine resource the id of its project and name', () => {
    expect(made('ibm_code_engine_app', APP)).toMatchObject({
      id: `${PROJECT_ID}/web`,
      status: 'ready',
    });
  });

  test('invents the same for the same, and another id for a second one', () => {
    const first = made('ibm_iam_service_id', { name: 'reader' });
    const second = made('ibm_iam_service_id', { name: 'reader' });
    cloud = new RememberedCloud();
    expect(made('ibm_iam_service_id', { name: 'reader' })).toEqual(first);
    expect(second.id).not.toBe(first.id);
  });

  test('names one identity the same in all its forms', () => {
    const { id, project_id: project, crn } = made('ibm_code_engine_project', { name: 'p' });
    expect(project).toBe(id);
    expect(crn).toContain(`:${id as string}::`);
  });

  test('refuses an id that is taken', () => {
    made('ibm_code_engine_app', APP);
    expect(() => made('ibm_code_engine_app', APP)).toThrow(
      `ibm_code_engine_app: got id "${PROJECT_ID}/web", expected one that is free`,
    );
  });
});

describe('updating', () => {
  test('keeps the identity and remembers the change', () => {
    const before = made('ibm_code_engine_app', APP);
    const after = update(workshop('ibm_code_engine_app'), before, { ...before, image_port: 80 });
    expect(after).toEqual({ ...before, image_port: 80 });
    expect(read(workshop('ibm_code_engine_app'), before)).toMatchObject({ image_port: 80 });
  });

  test('refuses a type that cannot be changed, and a resource that is gone', () => {
    const binding = made('ibm_code_engine_binding', { project_id: PROJECT_ID });
    expect(() => update(workshop('ibm_code_engine_binding'), binding, binding)).toThrow(
      "the type doesn't support update",
    );
    const app = made('ibm_code_engine_app', APP);
    cloud.delete('ibm_code_engine_app', app.id as string);
    expect(() => update(workshop('ibm_code_engine_app'), app, app)).toThrow(
      'expected one that exists',
    );
    expect(read(workshop('ibm_code_engine_app'), app)).toBeNull();
  });
});

describe('a data source', () => {
  test('tells of the resource that its arguments name', () => {
    const app = made('ibm_code_engine_app', APP);
    made('ibm_code_engine_app', { ...APP, name: 'other' });
    expect(found('ibm_code_engine_app', { project_id: PROJECT_ID, name: 'web' })).toMatchObject({
      id: app.id,
      app_id: app.app_id,
      image_reference: APP.image_reference,
    });
  });

  test('finds by an argument that the resource has under another name', () => {
    const vpc = made('ibm_is_vpc', { name: 'main' });
    expect(found('ibm_is_vpc', { identifier: vpc.id })).toMatchObject({ name: 'main' });
  });

  test('refuses what does not exist', () => {
    made('ibm_code_engine_app', APP);
    expect(() => found('ibm_code_engine_app', { project_id: PROJECT_ID, name: 'api' })).toThrow(
      `ibm_code_engine_app: got name "api", project_id "${PROJECT_ID}", expected one that exists`,
    );
  });

  test('makes up what no resource stands for, after what was asked', () => {
    const answer = found('ibm_cis_ruleset_entrypoint_versions', { phase: 'http_ratelimit' });
    expect(answer).toMatchObject({ rulesets: [{ phase: 'http_ratelimit' }] });
  });
});
