import {
  ExternalRegistry,
  ExternalRegistryProps,
} from '../../../lib/constructs/images/external-registry';
import { SourceBuild } from '../../../lib/constructs/builds/source-build';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { SecureApp } from '../../../lib/constructs/workloads/secure-app';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, DIGEST, image, project, source } from '../../kit/samples';
import { newStack, synthesize } from '../../kit/synth';

const user = (stack = newStack(), username = 'reader') => ({
  username,
  password: SecretValue.fromVariable(stack, username),
});

test('what runs an image of the registry pulls it as the user that may read', () => {
  const synthesized = synthesize((stack) => {
    const images = new ExternalRegistry(stack, 'images', {
      server: 'registry.example.com',
      pull: user(stack),
    });
    const app = { project: project(stack), image: images.image('team/web').digest(DIGEST) };
    new SecureApp(stack, 'web', app);
    images.grantPull(new SecureApp(stack, 'api', { ...app, image: image() }));
  });
  expect(synthesized.only('ibm_code_engine_secret')).toMatchObject({
    name: 'images-pull',
    data: '${sensitive({"server" = "registry.example.com", "username" = "reader", "password" = var.reader})}',
  });
});

test('a build pushes as the user that may write', () => {
  const { json } = synthesize((stack) => {
    const images = new ExternalRegistry(stack, 'images', {
      server: 'registry.example.com',
      pull: user(stack),
      push: user(stack, 'writer'),
    });
    const output = images.image('web');
    const build = { project: project(stack), source: source(stack), output };
    images.grantPush(new SourceBuild(stack, 'make', build));
  });
  const secrets = Object.values(json.resource.ibm_code_engine_secret as Record<string, any>);
  expect(secrets.map(({ name }) => name)).toEqual(['images-push', 'make-deploy-key']);
});

test('nothing is pushed where nobody may', () => {
  const stack = newStack();
  const pull = user(stack);
  const images = new ExternalRegistry(stack, 'images', { server: 'registry.example.com', pull });
  const output = images.image('web');
  const build = { project: project(stack), source: source(stack), output };
  expect(refusalOf(() => new SourceBuild(stack, 'make', build))).toEqual([
    expect.stringMatching(/^output: got a repository without leave to push/),
  ]);
  const writer = new ExternalRegistry(stack, 'others', {
    server: 'registry.example.com',
    pull,
    push: user(stack, 'writer'),
  });
  const made = new SourceBuild(stack, 'other', { ...build, output: writer.image('web') });
  expect(refusalOf(() => images.grantPush(made))).toEqual([
    'push: got nothing, expected a user that may push; give one to the registry',
  ]);
});

const literal = CANARY as unknown as SecretValue;

test.each<[string, Partial<ExternalRegistryProps>]>([
  ['server', { server: undefined }],
  ['server', { server: 'https://registry.example.com' }],
  ['server', { server: 'registry.example.com:5000' }],
  ['pull', { pull: undefined }],
  ['pull.password', { pull: { username: 'reader', password: literal } }],
  ['push.password', { push: { username: 'writer', password: literal } }],
  ['pull.username', { pull: { ...user(), username: undefined as unknown as string } }],
  ['push.username', { push: user() }],
])('a registry is refused for its %s, and no secret is shown', (prop, props) => {
  const define = () =>
    new ExternalRegistry(newStack(), 'images', {
      server: 'registry.example.com',
      pull: user(),
      ...props,
    });
  expect(refusalOf(define)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
  expect(messageOf(define)).not.toContain(CANARY);
});
