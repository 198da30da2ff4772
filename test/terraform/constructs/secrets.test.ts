/** The constructs for secrets, minimal and full, through real Terraform. */
import { TerraformStack } from 'cdktf';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { Case, takesThroughLife } from '../../kit/life';
import { CANARY, RESOURCE_GROUP_ID, project, withProvider } from '../../kit/samples';
import { deployOffline, describeTerraform } from '../../kit/terraform';

const token = (stack: TerraformStack) => SecretValue.fromVariable(stack, 'token');
const secret =
  (data: (value: SecretValue) => SecretData): Case =>
  (stack) =>
    void new AppSecret(stack, 'secret', { project: project(stack), data: data(token(stack)) });
const full: Case = (stack) =>
  void new AppSecret(stack, 'secret', {
    project: project(stack),
    secretName: 'database.main',
    data: SecretData.generic({
      USER: SecretValue.fromVariable(stack, 'token', { description: 'User of the database.' }),
      'pass.word': token(stack),
    }),
  });
const GUID = '01234567-89ab-cdef-0123-456789abcdef';
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB"${x}\n-----END CERTIFICATE-----\n';

takesThroughLife({
  'a minimal AppSecret': secret((value) => SecretData.generic({ TOKEN: value })),
  'a full AppSecret': full,
  'an AppSecret of a kind that Code Engine does not know': secret((value) =>
    SecretData.other({ TOKEN: value }),
  ),
  'an AppSecret with a certificate': secret((privateKey) =>
    SecretData.tls({ certificateChain: PEM, privateKey }),
  ),
  'an AppSecret for a registry': secret((password) =>
    SecretData.registry({ server: 'private.us.icr.io', username: 'iamapikey', password }),
  ),
  'an AppSecret with a deploy key': secret((privateKey) =>
    SecretData.sshAuth({ privateKey, knownHosts: 'github.com ssh-ed25519 AAAA\n' }),
  ),
  'an AppSecret with a user and a password': secret((password) =>
    SecretData.basicAuth({ username: 'web', password }),
  ),
  'an AppSecret with an access key': secret((value) =>
    SecretData.hmacAuth({ accessKeyId: value, secretAccessKey: value }),
  ),
  'an AppSecret for a service binding': secret(() =>
    SecretData.serviceAccess({ instanceId: GUID, resourceKeyId: GUID }),
  ),
  'an AppSecret for all service bindings': secret(() =>
    SecretData.serviceOperator({
      serviceId: `ServiceId-${GUID}`,
      resourceGroupIds: [RESOURCE_GROUP_ID],
    }),
  ),
});

describeTerraform('what a plan shows of a secret', () => {
  test('nothing of its data', async () => {
    const { plan, planJson } = await deployOffline(withProvider(full), {
      variables: { token: CANARY },
    });
    expect(plan).toMatch(/data\s+= \(sensitive value\)/);
    const actions = planJson.resource_changes.map(({ change }) => change.actions.join());
    expect(actions).toEqual(['create', 'create']);
  });
});
