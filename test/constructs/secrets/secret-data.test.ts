import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, RESOURCE_GROUP_ID } from '../../kit/samples';
import { newStack } from '../../kit/synth';

const value = SecretValue.fromVariable(newStack(), 'token');
const literal = CANARY as unknown as SecretValue;
const CHAIN = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const KEY = `-----BEGIN PRIVATE KEY-----\n${CANARY}\n-----END PRIVATE KEY-----\n`;

test.each<[string, SecretData, readonly string[]]>([
  ['generic', SecretData.generic({ TOKEN: value }), ['TOKEN']],
  ['other', SecretData.other({ TOKEN: value }), ['TOKEN']],
  ['tls', SecretData.tls({ certificateChain: CHAIN, privateKey: value }), ['tls_cert', 'tls_key']],
  [
    'registry',
    SecretData.registry({ server: 'us.icr.io', username: 'iamapikey', password: value }),
    ['server', 'username', 'password'],
  ],
  [
    'ssh_auth',
    SecretData.sshAuth({ privateKey: value, knownHosts: 'github.com ssh-ed25519 AAAA' }),
    ['ssh_key', 'known_hosts'],
  ],
  [
    'basic_auth',
    SecretData.basicAuth({ username: 'web', password: value }),
    ['username', 'password'],
  ],
  [
    'hmac_auth',
    SecretData.hmacAuth({ accessKeyId: value, secretAccessKey: value }),
    ['access_key_id', 'secret_access_key'],
  ],
])('data of format %s has the keys that Code Engine knows', (format, data, keys) => {
  expect(data.format).toBe(format);
  expect(Object.keys(data._data!)).toEqual(keys);
  expect(`${data}`).toBe(`a secret of format ${format}`);
});

test('credentials that Code Engine fetches itself are a block and no data', () => {
  const access = SecretData.serviceAccess({ instanceId: 'i', resourceKeyId: 'k' });
  const operator = SecretData.serviceOperator({
    serviceId: 's',
    resourceGroupIds: [RESOURCE_GROUP_ID],
  });
  expect([access._data, operator._data]).toEqual([undefined, undefined]);
  expect(access._blocks).toEqual({
    serviceAccess: { serviceInstance: { id: 'i' }, resourceKey: { id: 'k' } },
  });
  expect(operator._blocks).toEqual({
    serviceOperator: { serviceid: { id: 's' }, resourceGroupIds: [RESOURCE_GROUP_ID] },
  });
});

test.each<[string, () => SecretData, readonly string[]]>([
  ['no value', () => SecretData.generic({}), ['values']],
  ['no values', () => SecretData.generic(undefined as never), ['values']],
  ['a key', () => SecretData.other({ 'A KEY': value }), ['values["A KEY"]']],
  ['a literal', () => SecretData.generic({ A: literal, B: literal }), ['values.A', 'values.B']],
  [
    'a private key in the chain',
    () => SecretData.tls({ certificateChain: KEY, privateKey: literal }),
    ['certificateChain', 'privateKey'],
  ],
  [
    'a server with a scheme',
    () => SecretData.registry({ server: 'https://us.icr.io', username: ' ', password: literal }),
    ['server', 'username', 'password'],
  ],
  ['no server', () => SecretData.registry({ username: 'x', password: value } as never), ['server']],
  [
    'no host keys',
    () => SecretData.sshAuth({ privateKey: literal, knownHosts: '' }),
    ['privateKey', 'knownHosts'],
  ],
  [
    'a key in place of host keys',
    () => SecretData.sshAuth({ privateKey: value, knownHosts: KEY }),
    ['knownHosts'],
  ],
  [
    'no user',
    () => SecretData.basicAuth({ username: '', password: literal }),
    ['username', 'password'],
  ],
  [
    'literal access keys',
    () => SecretData.hmacAuth({ accessKeyId: literal, secretAccessKey: literal }),
    ['accessKeyId', 'secretAccessKey'],
  ],
  [
    'no ids',
    () => SecretData.serviceAccess({ instanceId: '', resourceKeyId: '' }),
    ['instanceId', 'resourceKeyId'],
  ],
  [
    'all resource groups',
    () => SecretData.serviceOperator({ serviceId: '', resourceGroupIds: ['*'] }),
    ['serviceId', 'resourceGroupIds.0'],
  ],
  [
    'no resource group',
    () => SecretData.serviceOperator({ serviceId: 's', resourceGroupIds: [] }),
    ['resourceGroupIds'],
  ],
])('data is refused for %s, and no secret is shown', (_, define, props) => {
  expect(refusalOf(define).map((line) => line.split(': got ')[0])).toEqual(props);
  expect(messageOf(define)).not.toContain(CANARY);
});

test('what is handed over is the same in all else', () => {
  const data = SecretData.generic({ TOKEN: SecretValue.fromVariable(newStack(), 'token') });
  expect(data._isHandedOver).toBe(false);
  expect(data._handedOver()).toEqual({ ...data, _isHandedOver: true });
});
