import { EventRecipient } from '../../../lib/constructs/certificates/event-recipient';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY } from '../../kit/samples';
import { value } from '../../kit/samples-secrets';
import { newStack, renderedValues } from '../../kit/synth';

const literal = CANARY as unknown as SecretValue;

test.each(['webhook', 'slack', 'teams', 'pagerDuty'] as const)(
  'the address of a %s recipient is a secret, and is marked',
  (channel) => {
    const { target } = renderedValues((stack) => ({
      target: EventRecipient[channel](value(stack))._target,
    }));
    expect(target).toBe('${sensitive(var.secret)}');
    const define = () => EventRecipient[channel](literal);
    expect(refusalOf(define)).toHaveLength(1);
    expect(messageOf(define)).not.toContain(CANARY);
  },
);

test('headers of a webhook are secrets', () => {
  const { header } = renderedValues((stack) => {
    const options = { headers: { 'X-Token': value(stack) } };
    return { header: EventRecipient.webhook(value(stack), options)._headers['X-Token'] };
  });
  expect(header).toBe('${var.secret}');
});

test('headers of a webhook are refused when they are literals, or have no name', () => {
  const headers = { 'X-Token': literal, 'a b': value(newStack()) };
  const define = () => EventRecipient.webhook(value(newStack()), { headers });
  expect(refusalOf(define)).toEqual([
    expect.stringMatching(/^headers\.X-Token: got /),
    expect.stringMatching(/^headers\["a b"\]: got /),
  ]);
  expect(messageOf(define)).not.toContain(CANARY);
});

test('an e-mail address is one', () => {
  expect(EventRecipient.email('ops@example.com')._target).toBe('ops@example.com');
  for (const address of ['ops', 'a@example.com, b@example.com', undefined]) {
    expect(refusalOf(() => EventRecipient.email(address!))).toEqual([
      expect.stringMatching(/^address: got /),
    ]);
  }
});

test('a recipient says that it is one, and no more', () => {
  expect(`${EventRecipient.email('ops@example.com')}`).toBe('a recipient of events');
});
