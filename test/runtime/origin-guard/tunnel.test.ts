/** WebSockets through the guard. */
import * as net from 'net';
import { asksForWebSocket, headOf } from '../../../lib/runtime/origin-guard/tunnel';
import { seen } from '../../kit/guard/app';
import { LOCKED, asked, say, statusOf } from '../../kit/guard/process';
import { bodyOf, guardScene, until } from '../../kit/guard/scene';

const it = guardScene();

describe('a WebSocket', () => {
  const upgrade = (path: string, headers: readonly string[] = [LOCKED]) =>
    asked(`GET ${path} HTTP/1.1`, [
      ...['Connection: keep-alive, Upgrade', 'Upgrade: WebSocket', 'Sec-WebSocket-Version: 13'],
      ...['Sec-WebSocket-Key: AAAA', ...headers],
    ]);

  function open(path: string) {
    const socket = net.connect(it.guard.port, '127.0.0.1');
    const far = { socket, heard: '' };
    socket.on('data', (part) => (far.heard += part.toString()));
    socket.write(upgrade(path));
    return far;
  }

  test('is open in both directions once both sides agree', async () => {
    const far = open('/ws?a=b');
    await until(() => far.heard.startsWith('HTTP/1.1 101 Switching Protocols\r\n'));
    expect(far.heard).toMatch(/Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n$/);
    far.socket.write('hello');
    await until(() => far.heard.endsWith('echo hello'));
    expect(seen(it.app.asked[0], 'x-origin-lock')).toEqual([]);
    expect(seen(it.app.asked[0], 'sec-websocket-key')).toEqual(['AAAA']);
    far.socket.end();
    await until(() => far.socket.destroyed);
  });

  test('takes along what was sent before they agreed', async () => {
    const heard = await say(it.guard.port, `${upgrade('/ws')}early`);
    expect(heard).toMatch(/echo early$/);
  });

  test('is closed on the far side when one side goes away', async () => {
    const far = open('/ws');
    await until(() => far.heard.includes('101'));
    expect(it.app.tunnels.size).toBe(1);
    far.socket.resetAndDestroy();
    await until(() => it.app.tunnels.size === 0);
  });

  test('is not opened by an app that does not want it, whose answer goes back', async () => {
    const heard = await say(it.guard.port, upgrade('/no-socket'));
    expect([statusOf(heard), bodyOf(heard)]).toEqual([403, 'no']);
  });

  test('is given up by 504 when the app says nothing', async () => {
    expect(statusOf(await say(it.guard.port, upgrade('/silent'), 2_000))).toBe(504);
  });

  test('is given up by 502 when the app is down', async () => {
    const other = await it.bench.start(await it.envOfNoApp());
    expect(statusOf(await say(other.port, upgrade('/ws')))).toBe(502);
  });
});

test.each([
  ['a length of nothing', 'GET', ['Upgrade', 'websocket', 'Content-Length', '0'], true],
  ['another method', 'POST', ['Upgrade', 'websocket'], false],
  ['a body', 'GET', ['Upgrade', 'websocket', 'Content-Length', '5'], false],
  ['a body in pieces', 'GET', ['Upgrade', 'websocket', 'Transfer-Encoding', 'chunked'], false],
  ['two protocols', 'GET', ['Upgrade', 'websocket', 'Upgrade', 'h2c'], false],
] as const)('whether %s asks for a WebSocket', (_, method, rawHeaders, is) => {
  expect(asksForWebSocket({ method, rawHeaders } as never)).toBe(is);
});

test('a head is written line by line, with the usual words where there are none', () => {
  expect(headOf(502, '', ['A', 'b', 'C', 'd'])).toBe(
    'HTTP/1.1 502 Bad Gateway\r\nA: b\r\nC: d\r\n\r\n',
  );
});
