import { Token } from 'cdktf';
import { Image } from '../../../lib/constructs/images/image';
import { FunctionCode } from '../../../lib/constructs/workloads/function-code';
import { refusalOf } from '../../kit/refusal';
import { DIGEST, image } from '../../kit/samples';

test('source becomes a data URL, whatever templates it holds', () => {
  const source = 'const main = ({ name }) => `hello ${name}, %{if}`;';
  const [head, encoded] = FunctionCode.inline(source)._reference.split(',');
  expect(head).toBe('data:text/plain;base64');
  expect(Buffer.from(encoded, 'base64').toString()).toBe(source);
});

test('a code bundle goes by its reference', () => {
  const code = FunctionCode.fromImage(image());
  expect(code._reference).toBe(`private.us.icr.io/shop/web@${DIGEST}`);
});

test('source may be 100 KB once it is encoded, and no longer', () => {
  expect(() => FunctionCode.inline('x'.repeat(76800))).not.toThrow();
  expect(refusalOf(() => FunctionCode.inline('x'.repeat(76801)))).toEqual([
    'source: got 102404, expected 1 to 102400 bytes of encoded source',
  ]);
});

test.each([[''], [undefined as unknown as string]])('source cannot be %p', (source) => {
  expect(refusalOf(() => FunctionCode.inline(source))).toHaveLength(1);
});

test('source cannot hold what only Terraform knows: it would be encoded with it', () => {
  const source = `const url = '${Token.asString({ resolve: () => 'x' })}';`;
  expect(refusalOf(() => FunctionCode.inline(source))).toEqual([
    'source: got a value known only to Terraform, expected the source itself; give such values to the function by its environment',
  ]);
});

test('what is no image is refused', () => {
  expect(refusalOf(() => FunctionCode.fromImage('x' as unknown as Image))).toHaveLength(1);
});
