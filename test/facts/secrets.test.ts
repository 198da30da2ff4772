import { isSwitch, looksSecret } from '../../lib/facts/secrets';

test.each([
  ['PASSWORD'],
  ['DB_PASSWORD'],
  ['dbPassword'],
  ['GITHUB_TOKEN'],
  ['api-key'],
  ['APIKEY'],
  ['IBMCLOUD_API_KEY'],
  ['AWS_SECRET_ACCESS_KEY'],
  ['client.secret'],
  ['PRIVATE_KEY'],
  ['TLS_PRIVATE_KEY_PEM'],
  ['CREDENTIALS'],
  ['BASIC_AUTH'],
  ['SIGNING_KEY'],
])('%s looks like a secret', (name) => expect(looksSecret(name)).toBe(true));

test.each([
  ['MODE'],
  ['PORT'],
  ['TOKEN_URL'],
  ['PASSWORD_MIN_LENGTH'],
  ['SECRET_NAME'],
  ['AUTHOR'],
  ['KEYBOARD'],
  ['TOKENIZER'],
  ['CACHE_KEY'],
  ['AUTH_MODE'],
  ['PASSWORD_FILE'],
])('%s does not', (name) => expect(looksSecret(name)).toBe(false));

test('what switches something on or off is no secret', () => {
  expect(['true', 'FALSE', 'off'].map(isSwitch)).toEqual([true, true, true]);
  expect(['', 'true1', 'hunter2', '0'].map(isSwitch)).toEqual([false, false, false, false]);
});
