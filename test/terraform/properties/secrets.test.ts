import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { secretProps } from '../../kit/arbitraries';
import { PROJECT, judges } from '../../kit/judged';

const GUID = '01234567-89ab-cdef-0123-456789abcdef';

function dataOf(spec: any, value: SecretValue): SecretData {
  switch (spec.format) {
    case 'tls':
      return SecretData.tls({ ...spec, privateKey: value });
    case 'registry':
      return SecretData.registry({ ...spec, password: value });
    case 'ssh_auth':
      return SecretData.sshAuth({ ...spec, privateKey: value });
    case 'basic_auth':
      return SecretData.basicAuth({ ...spec, password: value });
    case 'hmac_auth':
      return SecretData.hmacAuth({ accessKeyId: value, secretAccessKey: value });
    case 'service_access':
      return SecretData.serviceAccess({ ...spec, resourceKeyId: GUID });
    case 'service_operator':
      return SecretData.serviceOperator({ ...spec, serviceId: GUID });
    default: {
      const entries = spec.keys.map((key: string) => [key, spec.literal ? 'plain' : value]);
      const values = Object.fromEntries(entries);
      return spec.format === 'other' ? SecretData.other(values) : SecretData.generic(values);
    }
  }
}

judges([
  [
    'AppSecret',
    () => secretProps,
    (stack, id, { data, props }) =>
      new AppSecret(stack, id, {
        project: PROJECT,
        data: dataOf(data, SecretValue.fromVariable(stack, 'token')),
        ...props,
      }),
  ],
]);
