import {
  framingOf,
  towardsApp,
  towardsEdge,
  valuesOf,
} from '../../../lib/runtime/origin-guard/headers';

test('values are those of a header, whatever its spelling, in their order', () => {
  expect(valuesOf(['A', '1', 'B', 'a', 'a', '2'], 'a')).toEqual(['1', '2']);
});

test('towards the app a request has the host of the app', () => {
  const raw = [
    'Host',
    'shop.example.com',
    'X-Lock',
    'v',
    'X-Forwarded-Host',
    'evil',
    'Accept',
    '*',
  ];
  expect(towardsApp(raw, 'x-lock', 'web.local')).toEqual([
    ...['Host', 'web.local', 'Accept', '*'],
    ...['X-Forwarded-Host', 'shop.example.com'],
  ]);
});

test('a request without a host has none beside it', () => {
  expect(towardsApp(['A', 'b'], 'x-lock', 'web.local')).toEqual(['Host', 'web.local', 'A', 'b']);
});

test('an answer loses what concerned the connection, and what it names', () => {
  const raw = [
    'Connection',
    'close, X-Own',
    'x-own',
    'a',
    'Transfer-Encoding',
    'chunked',
    'B',
    'c',
  ];
  expect(towardsEdge(raw)).toEqual(['B', 'c']);
});

test('a length is kept, whatever is said of the connection', () => {
  const raw = ['Connection', 'Content-Length', 'Content-Length', '5'];
  expect(towardsEdge(raw)).toEqual(['Content-Length', '5']);
});

test.each([
  ['GET', [], []],
  ['POST', [], ['Content-Length', '0']],
  ['POST', ['content-length', '5'], ['Content-Length', '5']],
  ['GET', ['Transfer-Encoding', ' Chunked '], ['Transfer-Encoding', 'chunked']],
  ['POST', ['Transfer-Encoding', 'gzip, chunked'], undefined],
  ['POST', ['Transfer-Encoding', 'chunked', 'Transfer-Encoding', 'chunked'], undefined],
  ['POST', ['Transfer-Encoding', 'chunked', 'Content-Length', '5'], undefined],
  ['POST', ['Content-Length', '5', 'Content-Length', '5'], undefined],
])('the body of %s with %j is framed as %j', (method, raw, framing) => {
  expect(framingOf(raw, method)).toEqual(framing);
});
