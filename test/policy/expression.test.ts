import { partsOf, referencesIn, textValue, pathsIn } from '../../lib/policy/expression';
import { Unknown } from '../../lib/policy/value';

const unknown = (text: string) => textValue(text, new Set(['var.secret'])) as Unknown;

test.each([
  ['plain', 'plain'],
  ['costs $5 {really}', 'costs $5 {really}'],
  ['$${not_an.expression} and %%{neither}', '${not_an.expression} and %{neither}'],
])('%p is known', (text, value) => {
  expect(textValue(text)).toBe(value);
});

test.each<[string, string, string[]]>([
  ['${ibm_cis.edge.id}', '\0', ['ibm_cis.edge']],
  ['us.icr.io/ns@${var.digest}', 'us.icr.io/ns@\0', ['var.digest']],
  ['${data.ibm_cis.x.id}:${local.y}', '\0:\0', ['data.ibm_cis.x', 'local.y']],
  ['%{ if var.on }a%{ endif }', '\0a\0', ['var.on']],
  ['${join(":", [module.a.b, "}"])}', '\0', ['module.a']],
  ['${"${var.a} ibm_x.y"}', '\0', ['var.a']],
  ['${terraform_data.t.output}', '\0', ['terraform_data.t']],
])('%p is unknown but for what stands around it', (text, pattern, references) => {
  expect(unknown(text).pattern).toBe(pattern);
  expect([...unknown(text).references].sort()).toEqual([...references].sort());
});

test('what is marked sensitive, by a function or by its variable, is hidden', () => {
  expect(unknown('${sensitive(var.a)}').isSensitive).toBe(true);
  expect(unknown('${var.secret}').isSensitive).toBe(true);
  expect(unknown('${var.a}').isSensitive).toBe(false);
});

test('an expression that never ends is all that is left of the text', () => {
  expect(partsOf('a${b')).toEqual([
    { isExpression: false, text: 'a' },
    { isExpression: true, text: 'b' },
  ]);
  expect(referencesIn('f("unclosed ibm_x.y')).toEqual([]);
});

test('a path has the attribute that is read, and no index', () => {
  expect(pathsIn('[ibm_x.y[0].a.b, "${data.ibm_z.w.c}", ibm_x.y[0].a.b, var.v]')).toEqual([
    'ibm_x.y.a.b',
    'var.v',
    'data.ibm_z.w.c',
  ]);
});
