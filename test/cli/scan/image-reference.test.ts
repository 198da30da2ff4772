import { readImage } from '../../../lib/cli/scan/image-reference';
import { refusal } from '../recorder';
import { DIGEST, IMAGE } from './reports';

test.each([
  [IMAGE, 'private.us.icr.io', `us.icr.io/shop/web@${DIGEST}`, true],
  [`us.icr.io/shop/web:1.0@${DIGEST}`, 'us.icr.io', `us.icr.io/shop/web@${DIGEST}`, true],
  ['jp2.icr.io/shop/front/web:1.0', 'jp2.icr.io', 'jp2.icr.io/shop/front/web:1.0', false],
  ['icr.io/ibm/web:latest', 'icr.io', 'icr.io/ibm/web:latest', false],
  ['private.icr.io/ibm/web:latest', 'private.icr.io', 'icr.io/ibm/web:latest', false],
])('%s', (text, host, name, hasDigest) => {
  expect(readImage(text)).toEqual({ text, host, name, hasDigest });
});

test.each([
  'docker.io/library/nginx:1',
  'nginx:1',
  'us.icr.io.evil.example/shop/web:1',
  'evil.example#us.icr.io/shop/web:1',
  'evil.example/us.icr.io/shop/web:1',
  'user@us.icr.io/shop/web:1',
  'https://us.icr.io/shop/web:1',
  'us.icr.io:8443/shop/web:1',
  'us.icr.io/shop/../web:1',
  'us.icr.io/web:1',
  'us.icr.io/shop/web',
  'us.icr.io/shop/web@sha256:12',
  `us.icr.io/shop/web@${DIGEST}@${DIGEST}`,
  'us.icr.io/Shop/web:1',
  'us.icr.io/shop/web:1:2',
  `us.icr.io/shop/${'a'.repeat(600)}:1`,
  '',
])('refuses %p: a token goes to the host of an image', async (text) => {
  const [line] = await refusal(() => readImage(text));
  expect(line).toContain('expected an image in IBM Cloud Container Registry');
});
