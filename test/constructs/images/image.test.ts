import { Token } from 'cdktf';
import { Image } from '../../../lib/constructs/images/image';
import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { Waiver } from '../../../lib/constructs/waiver';
import { refusalOf } from '../../kit/refusal';
import { DIGEST, waiver } from '../../kit/samples';

const REPOSITORY = 'private.us.icr.io/shop/web';

test('an image by digest is pinned', () => {
  expect(Image.fromRegistry(REPOSITORY).digest(DIGEST).reference).toBe(`${REPOSITORY}@${DIGEST}`);
});

test('an image by tag carries its waiver', () => {
  const image = Image.fromRegistry(REPOSITORY).tag('1.2', waiver());
  expect(image.reference).toBe(`${REPOSITORY}:1.2`);
  expect(image._waiver?.owner).toBe('team');
});

test('an image knows the secret that pulls it', () => {
  const pullSecret = AppSecret.fromSecretName('icr-pull');
  expect(Image.fromRegistry(REPOSITORY, { pullSecret }).digest(DIGEST).pullSecret).toBe(pullSecret);
  const reference = `${REPOSITORY}@${DIGEST}`;
  expect(Image.fromReference(reference, { pullSecret }).pullSecret).toBe(pullSecret);
});

test.each([
  [`${REPOSITORY}@${DIGEST}`],
  [`${REPOSITORY}:1.2@${DIGEST}`],
  [`docker.io/library/nginx@${DIGEST}`],
  ['${var.image}'],
  [Token.asString({ resolve: () => 'later' })],
])('%p is taken as a whole reference', (reference) => {
  expect(Image.fromReference(reference).reference).toBe(reference);
});

test.each([
  [REPOSITORY],
  [`${REPOSITORY}:latest`],
  [`nginx@${DIGEST}`],
  [`https://${REPOSITORY}@${DIGEST}`],
  [`${REPOSITORY}@sha256:123`],
  [`${REPOSITORY}@${DIGEST}@${DIGEST}`],
  [undefined as unknown as string],
])('%p is refused as a whole reference', (reference) => {
  expect(refusalOf(() => Image.fromReference(reference))).toEqual([
    expect.stringMatching(/^reference: got .*expected host\/path@sha256:/),
  ]);
});

test.each([
  ['nginx'],
  ['localhost:5000/a/b'],
  ['registry.example.com:5000/a/b'],
  ['us.icr.io/Team/web'],
  ['https://us.icr.io/team/web'],
  ['us.icr.io/team/web:1'],
  ['us.icr.io'],
])('%p is refused as a repository', (repository) => {
  expect(refusalOf(() => Image.fromRegistry(repository))).toEqual([
    expect.stringMatching(/^repository: got .*expected a registry host and a path/),
  ]);
});

test('a tag needs the form of a tag, and a waiver', () => {
  const repository = Image.fromRegistry(REPOSITORY);
  expect(refusalOf(() => repository.tag('-x', undefined as unknown as Waiver))).toEqual([
    expect.stringMatching(/^tag: got "-x"/),
    expect.stringMatching(/^waiver: got nothing, expected a Waiver/),
  ]);
  expect(refusalOf(() => repository.digest('sha256:abc'))).toHaveLength(1);
});
