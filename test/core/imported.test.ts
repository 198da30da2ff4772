import { TerraformResource, TerraformStack } from 'cdktf';
import { importedFrom } from '../../lib/core';
import { newStack, synthesize } from '../kit/synth';

const define = (stack: TerraformStack) => {
  for (const name of ['one', 'two']) {
    importedFrom(
      new TerraformResource(stack, name, { terraformResourceType: 'terraform_data' }),
      name,
    );
  }
};

test('a resource is imported by its address, and others beside it', () => {
  expect(synthesize(define).json).toEqual({
    resource: { terraform_data: { one: {}, two: {} } },
    import: [
      { to: 'terraform_data.one', id: 'one' },
      { to: 'terraform_data.two', id: 'two' },
    ],
  });
});

test('the block is there in the other language of Terraform, too', () => {
  const stack = newStack();
  define(stack);
  expect(JSON.stringify(stack.toHclTerraform())).toContain('terraform_data.one');
});

test('a synthesis runs no other program', () => {
  const { PATH } = process.env;
  try {
    process.env.PATH = '';
    const stack = newStack();
    define(stack);
    expect(stack.node.findAll().flatMap((it) => it.node.validate())).toEqual([]);
  } finally {
    process.env.PATH = PATH;
  }
});
