import { Fn, TerraformStack } from 'cdktf';
import { AppSecret, AppSecretProps } from '../../../lib/constructs/secrets/app-secret';
import { SecretData } from '../../../lib/constructs/secrets/secret-data';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, project } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const secret = (stack: TerraformStack, props: Partial<AppSecretProps> = {}) =>
  new AppSecret(stack, 'Database', {
    project: project(stack),
    data: SecretData.generic({ PASSWORD: SecretValue.fromVariable(stack, 'db_password') }),
    ...props,
  });

test('a secret renders its data as one sensitive map', () => {
  const synthesized = synthesize((stack) => secret(stack));
  expect(synthesized.types).toEqual(['ibm_code_engine_project', 'ibm_code_engine_secret']);
  expect(synthesized.only('ibm_code_engine_secret')).toEqual({
    project_id: '${ibm_code_engine_project.project_C7BA6BD1.project_id}',
    name: 'database',
    format: 'generic',
    data: '${sensitive({"PASSWORD" = var.db_password})}',
  });
});

test('a secret takes several values and a name', () => {
  const block = synthesize((stack) =>
    secret(stack, {
      secretName: 'db.main',
      data: SecretData.generic({
        PASSWORD: SecretValue.fromVariable(stack, 'db_password'),
        'ca.pem': SecretValue.fromReference(Fn.file('ca.pem')),
      }),
    }),
  ).only('ibm_code_engine_secret');
  expect(block.name).toBe('db.main');
  expect(block.data).toBe(
    '${sensitive({"PASSWORD" = var.db_password, "ca.pem" = file("ca.pem")})}',
  );
});

test.each<[string, Partial<AppSecretProps>]>([
  ['data', { data: undefined }],
  ['data', { data: { PASSWORD: 'plain' } as unknown as SecretData }],
  ['secretName', { secretName: 'Database' }],
  ['secretName', { secretName: 'a'.repeat(254) }],
  ['project', { project: undefined }],
])('a secret is refused for its %s', (prop, props) => {
  const message = messageOf(() => secret(newStack(), props));
  expect(message.split('\n')).toEqual([
    "AppSecret 'test/Database' cannot be defined:",
    expect.stringMatching(new RegExp(`^  ${prop}: got `)),
  ]);
});

test('a plain text in place of data is refused and not shown', () => {
  const define = () => secret(newStack(), { data: CANARY as unknown as SecretData });
  expect(refusalOf(define)).toEqual(['data: got another string, expected SecretData']);
  expect(messageOf(define)).not.toContain(CANARY);
});

test('an access that Code Engine fetches is rendered as a block that is replaced when it changes', () => {
  const synthesized = synthesize((stack) =>
    secret(stack, { data: SecretData.serviceAccess({ instanceId: 'i', resourceKeyId: 'k' }) }),
  );
  expect(synthesized.only('terraform_data')).toEqual({ input: 'i k' });
  expect(synthesized.only('ibm_code_engine_secret')).toMatchObject({
    format: 'service_access',
    service_access: { service_instance: { id: 'i' }, resource_key: { id: 'k' } },
    lifecycle: {
      ignore_changes: ['data'],
      replace_triggered_by: [expect.stringMatching(/^terraform_data\./)],
    },
  });
});

test('content that others renew is written once, and a successor is there before it goes', () => {
  const value = (stack: TerraformStack) => SecretValue.fromVariable(stack, 'db_password');
  const block = synthesize((stack) =>
    secret(stack, { data: SecretData.generic({ PASSWORD: value(stack) })._handedOver() }),
  ).only('ibm_code_engine_secret');
  expect(block.lifecycle).toEqual({ ignore_changes: ['data'], create_before_destroy: true });
  expect(block.data).toBe('${sensitive({"PASSWORD" = var.db_password})}');
  expect(synthesize((stack) => secret(stack)).only('ibm_code_engine_secret').lifecycle).toBe(
    undefined,
  );
});

test('a secret hands out its name as the resource knows it', () => {
  const { name } = renderedValues((stack) => ({ name: secret(stack).secretName }));
  expect(name).toBe('${ibm_code_engine_secret.Database_B269D8BB.name}');
});

test('a secret that exists is known by its name', () => {
  expect(AppSecret.fromSecretName('database').secretName).toBe('database');
});
