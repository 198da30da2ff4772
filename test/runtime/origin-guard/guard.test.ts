/** The guard as a real process, spoken to byte by byte: who is let in, and what of what they say goes on. */
import * as net from 'net';
import { seen } from '../../kit/guard/app';
import {
  LOCKED,
  OLD_VALUE,
  VALUE,
  WRONG_VALUE,
  asked,
  say,
  statusOf,
} from '../../kit/guard/process';
import { bodyOf, guardScene, until } from '../../kit/guard/scene';

const it = guardScene();

describe('who is let in', () => {
  test.each([
    ['the value', VALUE],
    ['the value of before', OLD_VALUE],
  ])('shows %s', async (_, value) => {
    const answer = await it.ask('GET /a?b=c HTTP/1.1', [`X-Origin-Lock: ${value}`]);
    expect([statusOf(answer), bodyOf(answer)]).toEqual([
      200,
      expect.stringContaining('GET /a?b=c'),
    ]);
  });

  test('whatever the spelling of the header', async () => {
    expect(statusOf(await it.ask('GET / HTTP/1.1', [`x-oRiGiN-lOcK: ${VALUE}`]))).toBe(200);
  });

  test.each([
    ['no value', []],
    ['an empty value', ['X-Origin-Lock:']],
    ['another value', [`X-Origin-Lock: ${WRONG_VALUE}`]],
    ['a part of the value', [`X-Origin-Lock: ${VALUE.slice(0, -1)}`]],
    ['more than the value', [`X-Origin-Lock: ${VALUE}x`]],
    ['the value in another case', [`X-Origin-Lock: ${VALUE.toUpperCase()}`]],
    ['the value under another spelling', [`X_Origin_Lock: ${VALUE}`]],
    ['the value in another header', [`X-Origin-Loc: ${VALUE}`, `Cookie: X-Origin-Lock=${VALUE}`]],
    ['both values in one header', [`X-Origin-Lock: ${VALUE}, ${OLD_VALUE}`]],
    ['the value twice', [LOCKED, LOCKED]],
    ['a wrong value, then the right one', [`X-Origin-Lock: ${WRONG_VALUE}`, LOCKED]],
    ['the right value, then a wrong one', [LOCKED, `x-origin-lock: ${WRONG_VALUE}`]],
  ])('and not who shows %s', async (_, headers) => {
    const answer = await it.ask('GET /secret HTTP/1.1', headers);
    expect(statusOf(answer)).toBe(403);
    expect(bodyOf(answer)).toBe('');
    expect(it.app.asked).toEqual([]);
  });

  test.each([
    ['POST /a HTTP/1.1', ['Content-Length: 5'], 'hello'],
    ['HEAD /a HTTP/1.1', [], ''],
    ['OPTIONS * HTTP/1.1', [], ''],
    ['GET http://app/ HTTP/1.1', [], ''],
    ['CONNECT app:80 HTTP/1.1', [], ''],
    ['GET /ws HTTP/1.1', ['Upgrade: websocket', 'Connection: Upgrade'], ''],
    ['PUT /a HTTP/1.1', ['Expect: 100-continue', 'Content-Length: 5'], ''],
    ['GET /ping/../secret HTTP/1.1', [], ''],
    ['GET //ping HTTP/1.1', [], ''],
    ['GET /PING HTTP/1.1', [], ''],
    ['POST /ping HTTP/1.1', ['Content-Length: 0'], ''],
  ])('and not by %s without the value', async (first, headers, body) => {
    const answer = await say(it.guard.port, asked(first, headers, body));
    expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
    expect(answer).not.toMatch(/100 Continue|nginx|node|express/i);
    expect(it.app.asked).toEqual([]);
  });

  test('a refusal says nothing but that it is one, and ends the connection', async () => {
    const answer = await say(it.guard.port, asked('GET / HTTP/1.1'));
    expect(answer.replace(/Date: .*\r\n/, '')).toBe(
      'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n',
    );
  });

  test('the health of the guard is told to everybody, and by the guard itself', async () => {
    for (const first of ['GET /ping HTTP/1.1', 'HEAD /ping HTTP/1.1', 'GET /ping?a=b HTTP/1.1']) {
      expect(statusOf(await it.ask(first, []))).toBe(200);
    }
    expect(it.app.asked).toEqual([]);
  });
});

describe('what the app sees', () => {
  const sent = async (headers: readonly string[], first = 'GET /a HTTP/1.1', body = '') => {
    expect(statusOf(await it.ask(first, [LOCKED, ...headers], body))).toBe(200);
    return it.app.asked[0];
  };

  test('is nothing of the lock, in no spelling', async () => {
    const request = await sent([`X_Origin_Lock: ${VALUE}`, 'X-Origin_lock: a', 'x_origin-LOCK: b']);
    expect(request.raw.join().toLowerCase()).not.toMatch(/origin.lock/);
    expect(request.raw.join()).not.toContain(VALUE);
  });

  test('is its own host, with the public one beside it and no other that somebody gave', async () => {
    const request = await sent([
      'X-Forwarded-Host: evil.example.com',
      'X-Forwarded-For: 192.0.2.1',
    ]);
    expect(seen(request, 'host')).toEqual([it.app.url.slice('http://'.length)]);
    expect(seen(request, 'x-forwarded-host')).toEqual(['shop.example.com']);
    expect(seen(request, 'x-forwarded-for')).toEqual(['192.0.2.1']);
  });

  test('is nothing that concerns the connection to the guard', async () => {
    const hops = ['Keep-Alive: timeout=5', 'Proxy-Connection: keep-alive', 'TE: trailers'];
    const named = [
      'X-Mine: a',
      'Connection: X-Mine, Host, X-Forwarded-Host',
      'HTTP2-Settings: AAMA',
    ];
    const request = await sent([...hops, ...named, 'X-Kept: b']);
    const names = request.raw.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase());
    expect(names.sort()).toEqual(['connection', 'host', 'x-forwarded-host', 'x-kept']);
  });

  test('is every other header as it came: spelling, order and repetition', async () => {
    const request = await sent(['X-B: 1', 'x-A: 2', 'X-B: 3', 'Cookie: a=1', 'Cookie: b=2']);
    const others = request.raw.slice(2, -4);
    expect(others).toEqual(['X-B', '1', 'x-A', '2', 'X-B', '3', 'Cookie', 'a=1', 'Cookie', 'b=2']);
  });

  test('is the target letter by letter', async () => {
    const target = '/a//b/../c%2F%2e?q=%20+';
    expect((await sent([], `GET ${target} HTTP/1.1`)).url).toBe(target);
  });

  test.each([
    ['of a length that is said', ['Content-Length: 5'], 'hello'],
    ['in pieces', ['Transfer-Encoding: chunked'], '2\r\nhe\r\n3;x=y\r\nllo\r\n0\r\n\r\n'],
  ])('is a body %s', async (_, headers, body) => {
    const request = await sent(headers, 'POST /a HTTP/1.1', body);
    expect(request.body.toString()).toBe('hello');
  });

  test('is a body in pieces of a method that usually has none', async () => {
    const chunks = '5\r\nhello\r\n0\r\n\r\n';
    const request = await sent(['Transfer-Encoding: chunked'], 'DELETE /a HTTP/1.1', chunks);
    expect(request.body.toString()).toBe('hello');
  });

  test('is no body where none was sent', async () => {
    const request = await sent([], 'POST /a HTTP/1.1');
    expect([seen(request, 'content-length'), seen(request, 'transfer-encoding')]).toEqual([
      ['0'],
      [],
    ]);
  });

  test('is a body for which it was asked first', async () => {
    const socket = net.connect(it.guard.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (part) => (heard += part.toString()));
    const head = ['Expect: 100-continue', 'Content-Length: 5', LOCKED, 'Connection: close'];
    socket.write(asked('PUT /a HTTP/1.1', head));
    await until(() => heard.startsWith('HTTP/1.1 100 Continue\r\n\r\n'));
    socket.write('hello');
    await until(() => heard.endsWith('PUT /a 5\r\n0\r\n\r\n') || heard.endsWith('PUT /a 5'));
    expect(seen(it.app.asked[0], 'expect')).toEqual([]);
    socket.destroy();
  });
});

describe('what could be read in two ways is read in none', () => {
  const chunks = '0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
  test.each([
    ['length and pieces', ['Content-Length: 4', 'Transfer-Encoding: chunked'], chunks],
    ['pieces and length', ['Transfer-Encoding: chunked', 'Content-Length: 4'], chunks],
    ['two lengths', ['Content-Length: 5', 'Content-Length: 6'], 'hello!'],
    ['twice the same length', ['Content-Length: 5', 'Content-Length: 5'], 'hello'],
    ['two lengths in one', ['Content-Length: 5, 5'], 'hello'],
    ['a length with a sign', ['Content-Length: +5'], 'hello'],
    ['another encoding', ['Transfer-Encoding: gzip, chunked'], chunks],
    ['an encoding that is none', ['Transfer-Encoding: xchunked'], chunks],
    ['two encodings', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], chunks],
    ['an encoding behind a tab', ['Transfer-Encoding:\tchunked, identity'], chunks],
    ['a space before the colon', ['Transfer-Encoding : chunked'], chunks],
    ['a folded header', ['X-A: b', ' Transfer-Encoding: chunked'], chunks],
    ['a bare line feed', ['X-A: b\nTransfer-Encoding: chunked'], chunks],
    ['a bare carriage return', ['X-A: b\rTransfer-Encoding: chunked'], chunks],
    ['a zero byte', ['X-A: b\0'], ''],
    ['two hosts', ['Host: other.example.com'], ''],
  ])('%s', async (_, headers, body) => {
    const answer = await say(it.guard.port, asked('POST /a HTTP/1.1', [LOCKED, ...headers], body));
    expect(statusOf(answer)).toBe(400);
    expect(bodyOf(answer)).toBe('');
    expect(it.app.asked).toEqual([]);
  });

  test.each([
    ['a target that is an address', 'GET http://other.example.com/ HTTP/1.1', 400],
    ['a target that is a star', 'OPTIONS * HTTP/1.1', 400],
    ['a tunnel', 'CONNECT other.example.com:443 HTTP/1.1', 405],
    ['another protocol', 'GET / HTTP/3.0', 400],
    ['a method that is none', 'G@T / HTTP/1.1', 400],
    ['HTTP/2 by prior knowledge', 'PRI * HTTP/2.0', 400],
  ])('%s', async (_, first, status) => {
    expect(statusOf(await say(it.guard.port, asked(first, [LOCKED])))).toBe(status);
    expect(it.app.asked).toEqual([]);
  });

  test('no host', async () => {
    const answer = await say(it.guard.port, `GET / HTTP/1.1\r\n${LOCKED}\r\n\r\n`);
    expect(statusOf(answer)).toBe(400);
  });

  test('a head without end', async () => {
    const many = Array.from({ length: 400 }, (_, at) => `X-${at}: ${'a'.repeat(100)}`);
    const answer = await say(it.guard.port, asked('GET / HTTP/1.1', [...many, LOCKED]));
    expect([statusOf(answer), it.app.asked]).toEqual([431, []]);
  });

  test('what comes behind a refusal is not heard', async () => {
    const second = asked('GET /second HTTP/1.1', [LOCKED]);
    const answer = await say(it.guard.port, asked('GET /first HTTP/1.1') + second);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(it.app.asked).toEqual([]);
  });

  test('each request of a connection is looked at for itself', async () => {
    const answer = await say(
      it.guard.port,
      asked('GET /first HTTP/1.1', [LOCKED]) + asked('GET /second HTTP/1.1'),
    );
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 403']);
    expect(it.app.asked.map(({ url }) => url)).toEqual(['/first']);
  });

  test.each(['h2c', 'websocket, h2c', 'TLS/1.0'])('a switch to %s', async (protocol) => {
    const headers = [LOCKED, 'Connection: Upgrade, HTTP2-Settings', `Upgrade: ${protocol}`];
    const answer = await say(it.guard.port, asked('GET /a HTTP/1.1', headers));
    expect([statusOf(answer), it.app.asked]).toEqual([400, []]);
  });
});

test('refusals fill no log, and no line ever holds a value', async () => {
  const own = await it.bench.start(it.env());
  const wrong = asked('GET /?t=secret HTTP/1.1', [
    ...[`X-Origin-Lock: ${WRONG_VALUE}`, 'X-Forwarded-For: 192.0.2.1'],
  ]);
  for (let i = 0; i < 50; i++) await say(own.port, wrong);
  await say(own.port, asked('GET / HTTP/1.1', [LOCKED, 'Connection: close']));
  const refused = own.lines.filter(({ event }) => event === 'refused');
  expect(refused).toHaveLength(10);
  expect(refused[0]).toMatchObject({ why: 'wrong', method: 'GET', from: '192.0.2.1' });
  for (const { output } of [own, it.guard]) {
    expect(output()).not.toMatch(/0123456789abcdef|t=secret/);
  }
});
