import { Fn, TerraformStack } from 'cdktf';
import { AppSecret, AppSecretProps } from '../../../lib/constructs/secrets/app-secret';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, project } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

const secret = (stack: TerraformStack, props: Partial<AppSecretProps> = {}) =>
  new AppSecret(stack, 'Database', {
    project: project(stack),
    data: { PASSWORD: SecretValue.fromVariable(stack, 'db_password') },
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
      data: {
        PASSWORD: SecretValue.fromVariable(stack, 'db_password'),
        'ca.pem': SecretValue.fromReference(Fn.file('ca.pem')),
      },
    }),
  ).only('ibm_code_engine_secret');
  expect(block.name).toBe('db.main');
  expect(block.data).toBe(
    '${sensitive({"PASSWORD" = var.db_password, "ca.pem" = file("ca.pem")})}',
  );
});

test.each<[string, Partial<AppSecretProps>]>([
  ['data', { data: {} }],
  ['data\\["A KEY"\\]', { data: { 'A KEY': SecretValue.fromReference(Fn.file('a')) } }],
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

test('a plain text in place of a secret is refused and not shown', () => {
  const data = { PASSWORD: CANARY as unknown as SecretValue };
  const define = () => secret(newStack(), { data });
  expect(refusalOf(define)).toEqual(['data.PASSWORD: got another string, expected a SecretValue']);
  expect(messageOf(define)).not.toContain(CANARY);
});

test('a secret hands out its name as the resource knows it', () => {
  const { name } = renderedValues((stack) => ({ name: secret(stack).secretName }));
  expect(name).toBe('${ibm_code_engine_secret.Database_B269D8BB.name}');
});

test('a secret that exists is known by its name', () => {
  expect(AppSecret.fromSecretName('database').secretName).toBe('database');
});
