import { TerraformStack } from 'cdktf';
import { ConfigMap, ConfigMapProps } from '../../../lib/constructs/workloads/config-map';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, project, recorded, waiver } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const configMap = (stack: TerraformStack, props: Partial<ConfigMapProps> = {}) =>
  new ConfigMap(stack, 'Settings', { project: project(stack), data: { MODE: 'prod' }, ...props });
const rendered = (props: Partial<ConfigMapProps> = {}) =>
  synthesize((stack) => configMap(stack, props)).only('ibm_code_engine_config_map');

test('a config map renders its data under a name from its path', () => {
  expect(rendered()).toEqual({
    project_id: '${ibm_code_engine_project.project_C7BA6BD1.project_id}',
    name: 'settings',
    data: { MODE: 'prod' },
  });
});

test('a config map takes a name, and a waiver for keys that look like secrets', () => {
  const data = { 'nginx.conf': 'listen 8080;', API_TOKEN: '${var.public_token}' };
  const props = { configMapName: 'web.conf', data, waivers: { secretKeys: waiver() } };
  expect(rendered(props)).toMatchObject({
    name: 'web.conf',
    data,
    waivers: [recorded('secrets/no-secret-in-config-map')],
  });
});

test.each<[string, Partial<ConfigMapProps>]>([
  ['project', { project: undefined }],
  ['configMapName', { configMapName: 'Web' }],
  ['data', { data: {} }],
  ['data\\["A KEY"\\]', { data: { 'A KEY': 'x' } }],
  ['data.PORT', { data: { PORT: 8080 as unknown as string } }],
  ['data.API_TOKEN', { data: { API_TOKEN: 'x' } }],
  ['waivers.secretKeys', { waivers: { secretKeys: waiver() } }],
])('a config map is refused for its %s', (prop, props) => {
  expect(refusalOf(() => configMap(newStack(), props))).toEqual([
    expect.stringMatching(new RegExp(`^${prop}: got `)),
  ]);
});

test('what may be a secret is refused and not shown', () => {
  const define = () => configMap(newStack(), { data: { DB_PASSWORD: CANARY } });
  expect(messageOf(define)).not.toContain(CANARY);
});

test('a config map hands out its name as the resource knows it', () => {
  const { name } = renderedValues((stack) => ({ name: configMap(stack).configMapName }));
  expect(name).toMatch(/^\$\{ibm_code_engine_config_map\.Settings_\w+\.name\}$/);
});

test('a config map that exists is known by its name', () => {
  expect(ConfigMap.fromConfigMapName('settings').configMapName).toBe('settings');
});
