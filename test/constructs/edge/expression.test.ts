import { expression } from '../../../lib/constructs/edge/expression';

const lacks = (text: unknown) =>
  expression.problemsIn('condition', text as string).map(({ expected }) => expected);

test.each([
  'true',
  '(not http.request.method in {"GET" "HEAD"})',
  '(http.request.uri.path contains "/.git") or (http.request.uri.path contains "/.env")',
  'http.user_agent contains "a \\" and ("',
  'http.request.uri.path matches r"^/(admin"',
  'http.request.uri.path matches r#"^/"admin("#',
  'any(http.request.headers["x-token"][*] eq "}")',
  'ip.src in $offices',
  'http.host eq "a"\n  and ssl',
  '(ip.src in {${join(" ", var.ranges)}',
])('%s has the form of a condition', (text) => {
  expect(lacks(text)).toEqual([]);
});

test.each([
  ['', 'a condition, as in http.request.uri.path eq "/login"'],
  ['  ', 'a condition, as in http.request.uri.path eq "/login"'],
  [undefined, 'a condition, as in http.request.uri.path eq "/login"'],
  [7, 'a condition, as in http.request.uri.path eq "/login"'],
  ['(true', 'a closing bracket for each that opens'],
  ['true)', 'a closing bracket for each that opens'],
  ['ip.src in {192.0.2.7)', 'a closing bracket for each that opens'],
  ['http.host eq "a', 'a closing quote for each that opens'],
  ['http.host eq "a\\"', 'a closing quote for each that opens'],
  [`http.host eq "${'a'.repeat(4096)}"`, 'at most 4096 characters'],
])('%p is none', (text, expected) => {
  expect(lacks(text)).toEqual([expected]);
});

test('what compares with a regular expression is known for it, texts in quotes aside', () => {
  expect(expression.usesPatterns('http.host matches "^a"')).toBe(true);
  expect(expression.usesPatterns('http.host ~ "^a"')).toBe(true);
  expect(expression.usesPatterns('http.host eq "matches ~"')).toBe(false);
  expect(expression.usesPatterns('http.host eq "matches')).toBe(false);
  expect(expression.usesPatterns('${var.condition} matches')).toBe(false);
});

test('conditions are joined', () => {
  expect(expression.isOneOf('http.host', ['a', 'b'])).toBe('http.host in {"a" "b"}');
  expect(expression.any(['ssl'])).toBe('ssl');
  expect(expression.any(['ssl', 'not ssl'])).toBe('(ssl) or (not ssl)');
});
