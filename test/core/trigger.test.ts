import { replacementTrigger } from '../../lib/core';
import { synthesize } from '../kit/synth';

test('a trigger is terraform_data with the value as its input, and needs no provider', () => {
  const { json } = synthesize((stack) => void replacementTrigger(stack, 'kind', 'tcp'));
  expect(json).toEqual({ resource: { terraform_data: { kind: { input: 'tcp' } } } });
});

test('many triggers run no other program', () => {
  const { PATH } = process.env;
  try {
    process.env.PATH = '';
    const { json } = synthesize((stack) => {
      for (let i = 0; i < 50; i++) replacementTrigger(stack, `t${i}`, 'x');
    });
    expect(Object.keys(json.resource.terraform_data as object)).toHaveLength(50);
  } finally {
    process.env.PATH = PATH;
  }
});
