/** Inputs as nobody means them: cut, bent, endless, and made to harm. */
import * as fc from 'fast-check';

type Json = any;

const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const deepObject = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

/** Texts of JSON that take the place of a value. */
const VALUES: readonly string[] = [
  ...[
    'null',
    'true',
    'false',
    '0',
    '-1',
    '1e308',
    '1e999',
    '""',
    '"x"',
    '[]',
    '{}',
    '[[]]',
    '[null]',
  ],
  ...[deep(200), deep(5000), deepObject(200), deepObject(5000)],
  ...[JSON.stringify('x'.repeat(20_000)), JSON.stringify(Array(300).fill({ a: 1 }))],
  ...['"${"', '"${${${"', '"%{"', '"$${x}"', '"${\\"${\\"${"', '"${a[\\"]}"', '"${var.x}${"'],
  ...[JSON.stringify('${'.repeat(3000)), JSON.stringify('${"'.repeat(3000))],
  ...[JSON.stringify(`module.a["a"].`.repeat(2000)), JSON.stringify('a.'.repeat(5000))],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '"\\u202e<script>"',
    '"\\u001b[31m"',
    '"constructor"',
    '"__proto__"',
  ],
  ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}'],
  ...['{"toString":1,"valueOf":2,"hasOwnProperty":3}', '{"length":-1}', '{"then":{}}'],
  ...['[{"__proto__":null}]', '{"references":5}', '{"references":["x"],"constant_value":{}}'],
];

const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '\0',
  'a.b[0]',
];

/** A change of a document, at a place that is counted round. */
interface Bend {
  readonly at: number;
  readonly how: 'replaced' | 'left out' | 'renamed' | 'twice';
  readonly value: string;
  readonly name: string;
}

const bend: fc.Arbitrary<Bend> = fc.record({
  at: fc.nat(999_999),
  how: fc.constantFrom('replaced', 'replaced', 'replaced', 'left out', 'renamed', 'twice'),
  value: fc.constantFrom(...VALUES),
  name: fc.constantFrom(...NAMES),
});

/** Documents of JSON with some of their members bent. */
export const bentJson = (documents: readonly Json[]): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.constantFrom(...documents), fc.array(bend, { minLength: 1, maxLength: 4 }))
    .map(([document, bends]) => Buffer.from(bent(document, bends)));

/** A value stands under a mark until the text is made: what harms is no value that JavaScript could hold. */
function bent(document: Json, bends: readonly Bend[]): string {
  const copy = structuredClone(document) as Json;
  const texts: string[] = [];
  const mark = (text: string) => `\u{1}${texts.push(text) - 1}\u{1}`;
  for (const { at, how, value, name } of bends) {
    const places = membersOf(copy);
    if (places.length === 0) break;
    const { holder, key } = places[at % places.length];
    const own = holder[key] as Json;
    if (how === 'replaced') holder[key] = mark(value);
    else if (how === 'left out') delete holder[key];
    else if (how === 'twice')
      holder[key] = mark(`${JSON.stringify(own)},${JSON.stringify(key)}:${value}`);
    else {
      delete holder[key];
      Object.defineProperty(holder, name, {
        value: own,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
  }

  return JSON.stringify(copy).replace(/"\\u0001(\d+)\\u0001"/g, (_, at: string) => texts[+at]);
}

function membersOf(value: Json): { readonly holder: Json; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value as object).flatMap((key) => [
    { holder: value as Json, key },
    ...membersOf((value as Json)[key]),
  ]);
}

/** Bytes that take the place of others. */
const BYTES: readonly Buffer[] = [
  ...[
    '',
    '\0',
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '${',
    '%{',
    '<<EOT\n',
    '/*',
    '#',
    '\n',
    '\r',
  ],
  ...['\u2028', '\u202e', '=', '= =', '"${', '{'.repeat(3000), '['.repeat(3000), '('.repeat(500)],
  ...['a = '.repeat(200), 'x'.repeat(20_000), '__proto__', 'constructor {\n', '\n\n}\n'],
]
  .map((it) => Buffer.from(it))
  .concat([
    Buffer.from([0xff]),
    Buffer.from([0xc0, 0x80]),
    Buffer.from([0xef, 0xbb, 0xbf]),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from([0xf8, 0x88, 0x80, 0x80, 0x80]),
  ]);

/** Texts with bytes put in, taken out, cut off, or in another encoding. */
export const brokenText = (texts: readonly string[]): fc.Arbitrary<Buffer> =>
  fc
    .record({
      text: fc.constantFrom(...texts),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(40),
      put: fc.constantFrom(...BYTES),
      how: fc.constantFrom('put', 'put', 'put', 'put', 'cut off', 'twice', 'UTF-16', 'a mark'),
    })
    .map(({ text, at, cut, put, how }) => {
      const bytes = Buffer.from(text);
      const place = Math.floor(at * bytes.length);
      const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place + cut)];
      if (how === 'cut off') return head;
      if (how === 'twice') return Buffer.concat([bytes, put, bytes]);
      if (how === 'UTF-16') return Buffer.from(`\ufeff${text.slice(0, place)}`, 'utf16le');
      if (how === 'a mark') return Buffer.concat([Buffer.from('\ufeff'), head, put, tail]);
      return Buffer.concat([head, put, tail]);
    });

/** Texts that go on for long, each a trial for some way of reading it. */
export const LONG: readonly string[] = [
  ...[
    'a.',
    'a-',
    'a:',
    'a@',
    'a,',
    'a=b&',
    '*.',
    '1.',
    '-',
    '/',
    ' ',
    '\n',
    '$',
    '${',
    '${"',
    '${a_b.c}',
  ],
  ...[
    '${module.a["a"].',
    'eyJ-',
    'ghp_',
    '-----BEGIN A',
    'http://a:',
    'http:',
    '@sha256:',
    '[a',
    '\\"',
  ],
  ...['module.a["a"].', 'private.us.icr.io/', 'aB3', '(', '{'],
].map((it) => it.repeat(4000));
