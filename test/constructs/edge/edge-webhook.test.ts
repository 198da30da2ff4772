import { TerraformVariable } from 'cdktf';
import { EdgeWebhook } from '../../../lib/constructs/edge/edge-webhook';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY } from '../../kit/samples';
import { newStack, renderedValues } from '../../kit/synth';

const secret = () => SecretValue.fromVariable(newStack(), 'token');

test('a webhook is an address with a secret, or a secret address', () => {
  const { plain, header, hidden } = renderedValues((stack) => {
    const token = SecretValue.fromVariable(stack, 'token');
    const known = EdgeWebhook.fromUrl('https://alerts.example.com:8443/cis', token);
    return {
      plain: known._url,
      header: known._secret,
      hidden: EdgeWebhook.fromSecretUrl(token)._url,
    };
  });
  expect(plain).toBe('https://alerts.example.com:8443/cis');
  expect([header, hidden]).toEqual(['${sensitive(var.token)}', '${sensitive(var.token)}']);
  expect(EdgeWebhook.fromSecretUrl(secret())._secret).toBeUndefined();
  expect(EdgeWebhook.fromSecretUrl(secret(), { secret: secret() })._secret).toBeDefined();
});

test('an address that only Terraform knows is not judged', () => {
  const url = new TerraformVariable(newStack(), 'url', {}).stringValue;
  expect(EdgeWebhook.fromUrl(url, secret())._url).toBe(url);
});

test.each([
  [`https://hooks.slack.com/services/${CANARY}`],
  [`https://acme.webhook.office.com/webhookb2/${CANARY}`],
  [`https://alerts.example.com/?key=${CANARY}`],
  [`https://user:${CANARY}@alerts.example.com`],
  [`http://alerts.example.com/${CANARY}`],
  [7 as unknown as string],
])('an address is refused without being shown: %s', (url) => {
  expect(refusalOf(() => EdgeWebhook.fromUrl(url, secret()))).toEqual([
    expect.stringMatching(/^url: got (an address of \d+ characters|another number), expected /),
  ]);
  expect(messageOf(() => EdgeWebhook.fromUrl(url, secret()))).not.toContain(CANARY);
});

test('what has to be a secret is refused as a literal', () => {
  const literal = CANARY as unknown as SecretValue;
  const refused = 'got another string, expected a SecretValue';
  expect(refusalOf(() => EdgeWebhook.fromUrl('https://example.com', literal))).toEqual([
    `secret: ${refused}`,
  ]);
  expect(refusalOf(() => EdgeWebhook.fromSecretUrl(literal, { secret: literal }))).toEqual([
    `url: ${refused}`,
    `secret: ${refused}`,
  ]);
});

test('a webhook never says its address', () => {
  expect(`${EdgeWebhook.fromSecretUrl(secret())}`).toBe('a webhook');
});
