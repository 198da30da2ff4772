import { Token } from 'cdktf';
import { SourceRepository } from '../../../lib/constructs/builds/source-repository';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY, COMMIT, waiver } from '../../kit/samples';
import { newStack } from '../../kit/synth';

const URL = 'git@github.com:acme/shop.git';
const options = {
  deployKey: SecretValue.fromVariable(newStack(), 'deploy_key'),
  knownHosts: 'github.com ssh-ed25519 AAAA',
};
const repository = SourceRepository.fromSsh(URL, options);

test('a commit is a source that nothing moves', () => {
  const { url, revision, _state: state } = repository.commit(COMMIT);
  expect([url, revision, state.movingWaiver]).toEqual([URL, COMMIT, undefined]);
  expect(state.key.data?.format).toBe('ssh_auth');
});

test('a branch or a tag carries its waiver', () => {
  expect(repository.branch('feature/x', waiver())._state.movingWaiver?.owner).toBe('team');
  expect(repository.tag('v1.2', waiver()).revision).toBe('v1.2');
});

test('a repository may be opened by a secret that exists, or by anyone with a waiver', () => {
  const secret = AppSecret.fromSecretName('deploy-key');
  expect(SourceRepository.fromSecret(URL, secret).commit(COMMIT)._state.key).toEqual({ secret });
  const open = SourceRepository.fromPublic('https://github.com/acme/shop', waiver());
  expect(open.commit(COMMIT)._state.publicWaiver?.owner).toBe('team');
});

test('what Terraform knows is not judged', () => {
  const late = Token.asString({ resolve: () => 'later' });
  expect(SourceRepository.fromSsh(late, options).commit(late).revision).toBe(late);
});

test.each<[string, () => unknown, string]>([
  ['https', () => SourceRepository.fromSsh('https://github.com/acme/shop', options), 'url'],
  ['no url', () => SourceRepository.fromSsh(undefined as never, options), 'url'],
  ['a short hash', () => repository.commit('0123456'), 'sha'],
  ['a branch as commit', () => repository.commit('main'), 'sha'],
  ['no waiver', () => repository.branch('main', undefined as never), 'waiver'],
  ['no branch', () => repository.branch('a b', waiver()), 'name'],
  ['an option as tag', () => repository.tag('--upload-pack=x', waiver()), 'name'],
  ['ssh as public', () => SourceRepository.fromPublic(URL, waiver()), 'url'],
  ['a token in it', () => SourceRepository.fromPublic('https://t@github.com/a/b', waiver()), 'url'],
  [
    'public without a waiver',
    () => SourceRepository.fromPublic('https://github.com/a/b', undefined as never),
    'waiver',
  ],
  ['no secret', () => SourceRepository.fromSecret(URL, undefined as never), 'secret'],
])('a source is refused for %s', (_, define, prop) => {
  expect(refusalOf(define)).toEqual([expect.stringMatching(new RegExp(`^${prop}: got `))]);
});

test('a literal key is refused and not shown', () => {
  const deployKey = CANARY as unknown as SecretValue;
  const define = () => SourceRepository.fromSsh(URL, { ...options, deployKey });
  expect(refusalOf(define)).toEqual([expect.stringMatching(/^privateKey: got another string/)]);
  expect(messageOf(define)).not.toContain(CANARY);
});
