import { Fn, TerraformVariable } from 'cdktf';
import { quoted } from '../../lib/core/expressions';
import { renderedValues } from '../kit/synth';

const inside = (text: string) =>
  renderedValues(() => ({ value: Fn.sensitive(quoted(text)) })).value as string;

test.each([
  ['plain', '${sensitive("plain")}'],
  ['a "quote"', '${sensitive("a \\"quote\\"")}'],
  ['back\\slash\nline', '${sensitive("back\\\\slash\\nline")}'],
  ['${x} %{y}', '${sensitive("$${x} %%{y}")}'],
])('%p stands inside an expression as it is', (text, rendered) => {
  expect(inside(text)).toBe(rendered);
});

test('what Terraform has yet to fill in stays as it is', () => {
  const { value } = renderedValues((stack) => {
    const { stringValue } = new TerraformVariable(stack, 'chain', {});
    return { value: Fn.sensitive(quoted(stringValue)) };
  });
  expect(value).toBe('${sensitive(var.chain)}');
});
