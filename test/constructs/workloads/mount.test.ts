import { AppSecret, IAppSecret } from '../../../lib/constructs/secrets/app-secret';
import { ConfigMap, IConfigMap } from '../../../lib/constructs/workloads/config-map';
import { Mount } from '../../../lib/constructs/workloads/mount';
import { refusalOf } from '../../kit/refusal';

test('a secret and a config map are mounted for reading only', () => {
  expect(Mount.fromSecret(AppSecret.fromSecretName('tls'))._toTerraform('/etc/tls')).toEqual({
    mountPath: '/etc/tls',
    type: 'secret',
    reference: 'tls',
    readOnly: true,
  });
  const settings = ConfigMap.fromConfigMapName('settings');
  expect(Mount.fromConfigMap(settings)._toTerraform('/etc/app')).toEqual({
    mountPath: '/etc/app',
    type: 'config_map',
    reference: 'settings',
    readOnly: true,
  });
});

test('what is neither is refused', () => {
  expect(refusalOf(() => Mount.fromSecret({} as IAppSecret))).toEqual([
    'secret: got another object, expected an AppSecret',
  ]);
  expect(refusalOf(() => Mount.fromConfigMap('x' as unknown as IConfigMap))).toEqual([
    'configMap: got another string, expected a ConfigMap',
  ]);
});
