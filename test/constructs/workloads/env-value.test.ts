import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { ConfigMap } from '../../../lib/constructs/workloads/config-map';
import { waiver } from '../../kit/samples';

test('a literal is rendered with its value', () => {
  const value = EnvValue.literal('prod');
  expect(value._toTerraform('MODE')).toEqual({ name: 'MODE', type: 'literal', value: 'prod' });
  expect(value._mayBeSecret()).toBe(true);
});

test('a secret is rendered as a reference, whatever its value', () => {
  const value = EnvValue.fromSecret(AppSecret.fromSecretName('database'), 'password');
  expect(value._toTerraform('DB_PASSWORD')).toEqual({
    name: 'DB_PASSWORD',
    type: 'secret_key_reference',
    reference: 'database',
    key: 'password',
  });
  expect(value._mayBeSecret()).toBe(false);
});

test('a literal carries its waiver', () => {
  expect(EnvValue.literal('x', waiver())._waiver?.owner).toBe('team');
  expect(EnvValue.literal('x')._waiver).toBeUndefined();
});

test('a key of a config map is rendered as a reference', () => {
  const value = EnvValue.fromConfigMap(ConfigMap.fromConfigMapName('settings'), 'mode');
  expect(value._toTerraform('MODE')).toEqual({
    name: 'MODE',
    type: 'config_map_key_reference',
    reference: 'settings',
    key: 'mode',
  });
});

test('a literal that only switches something cannot be a secret', () => {
  expect(EnvValue.literal('false')._mayBeSecret()).toBe(false);
});
