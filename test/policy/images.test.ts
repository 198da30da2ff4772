import { isContainerRegistry, registryOf, shown } from '../../lib/policy/images';

test.each([
  ['private.us.icr.io/shop/web@sha256:1', 'private.us.icr.io'],
  ['registry.example.com:5000/web', 'registry.example.com:5000'],
  ['nginx:latest', 'docker.io'],
  ['bitnami/nginx', 'docker.io'],
  ['\0.icr.io/shop/web', '\0.icr.io'],
  ['\0/shop/web', undefined],
  ['\0', undefined],
  ['private.\0/web', undefined],
])('the registry of %j', (reference, host) => {
  expect(registryOf(reference)).toBe(host);
});

test('Container Registry is known by its domain', () => {
  expect(['icr.io', 'de.icr.io', 'private.de.icr.io'].every(isContainerRegistry)).toBe(true);
  expect(['docker.io', 'noticr.io', 'icr.io.example.com'].some(isContainerRegistry)).toBe(false);
});

test('what is unknown is shown as such', () => {
  expect(shown('a/\0:\0')).toBe("'a/…:…'");
});
