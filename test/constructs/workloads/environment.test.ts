import { AppSecret } from '../../../lib/constructs/secrets/app-secret';
import { EnvValue } from '../../../lib/constructs/workloads/env-value';
import { environment } from '../../../lib/constructs/workloads/environment';
import { waiver } from '../../kit/samples';

const secret = EnvValue.fromSecret(AppSecret.fromSecretName('tokens'), 'main');

test('variables are rendered in the order in which they were given', () => {
  const names = environment.terraformOf({ B: secret, A: EnvValue.literal('1') });
  expect(names.map(({ name }) => name)).toEqual(['B', 'A']);
});

test('only a literal under the name of a secret is an opt-out', () => {
  const taken = environment
    .optOutsIn({ TOKEN: EnvValue.literal('x'), MODE: EnvValue.literal('x'), API_TOKEN: secret })
    .filter((optOut) => optOut.taken);
  expect(taken.map(({ prop }) => prop)).toEqual(['environment.TOKEN']);
});

test('the waiver of a literal is the waiver of its opt-out', () => {
  const [optOut] = environment.optOutsIn({ TOKEN: EnvValue.literal('x', waiver()) });
  expect(optOut.waiver?.owner).toBe('team');
});

test('names and values that are none are told', () => {
  const wrong = { '1': EnvValue.literal('x'), MODE: 'prod' as unknown as EnvValue };
  expect(environment.problemsIn(wrong).map(({ prop }) => prop)).toEqual([
    'environment.1',
    'environment.MODE',
  ]);
});
