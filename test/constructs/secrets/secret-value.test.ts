import { TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { SecretValue } from '../../../lib/constructs/secrets/secret-value';
import { messageOf, refusalOf } from '../../kit/refusal';
import { CANARY } from '../../kit/samples';
import { newStack, renderedValues, synthesize } from '../../kit/synth';

test('a secret from a variable is a sensitive variable of that name', () => {
  const { json } = synthesize((stack) => {
    const inner = new Construct(stack, 'inner');
    SecretValue.fromVariable(inner, 'api_token', { description: 'Token of the shop.' });
  });
  expect(json.variable).toEqual({
    api_token: {
      type: 'string',
      sensitive: true,
      nullable: false,
      description: 'Token of the shop.',
    },
  });
});

test('asking twice for one name gives one variable', () => {
  const { json } = synthesize((stack) => {
    SecretValue.fromVariable(stack, 'api_token');
    SecretValue.fromVariable(new Construct(stack, 'inner'), 'api_token');
  });
  expect(Object.keys(json.variable as object)).toEqual(['api_token']);
});

test('a secret may be what a resource hands out', () => {
  const values = renderedValues((stack) => {
    const payload = new TerraformVariable(stack, 'payload', {}).stringValue;
    return { secret: SecretValue.fromReference(payload).toTerraform() };
  });
  expect(values.secret).toBe('${sensitive(var.payload)}');
});

test.each([[CANARY], [''], [`\${"${CANARY}"}`], ['${var.raw}'], [undefined as unknown as string]])(
  'a literal is refused and not shown',
  (literal) => {
    const define = () => SecretValue.fromReference(literal);
    expect(refusalOf(define)).toEqual([expect.stringMatching(/^reference: got a literal of \d+/)]);
    expect(messageOf(define)).not.toContain(CANARY);
  },
);

test('it is rendered as sensitive', () => {
  const values = renderedValues((stack: TerraformStack) => ({
    secret: SecretValue.fromVariable(stack, 'api_token').toTerraform(),
  }));
  expect(values.secret).toBe('${sensitive(var.api_token)}');
});

test('as a text it says no more than what it is', () => {
  expect(`${SecretValue.fromVariable(newStack(), 'api_token')}`).toBe('a secret');
});
