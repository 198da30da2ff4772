/** The guard before an app that fails in every way we could think of. */
import * as fs from 'fs';
import * as http from 'http';
import * as net from 'net';
import { GuardProcess, LOCKED, VALUE, asked, say, statusOf } from '../../kit/guard/process';
import { bodyOf, guardScene, until } from '../../kit/guard/scene';

const it = guardScene();

describe('what comes back', () => {
  test.each([
    ['GET /nothing', /^HTTP\/1\.1 204 No Content\r\n/, ''],
    ['GET /same', /^HTTP\/1\.1 304 Not Modified\r\netag: "a"\r\n/, ''],
    ['HEAD /long', /\r\ncontent-length: 12\r\n/, ''],
    ['GET /long', /\r\ncontent-length: 12\r\n/, 'twelve bytes'],
    ['GET /cookies', /\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Mixed-Case: y\r\n/, '0\r\n\r\n'],
    ['GET /early', /^HTTP\/1\.1 200 OK\r\n/, 'late'],
  ])('for %s is what the app said', async (first, head, body) => {
    const answer = await it.ask(`${first} HTTP/1.1`);
    expect(answer).toMatch(head);
    expect(bodyOf(answer)).toBe(body);
  });

  test('is nothing that concerns the connection to the app', async () => {
    const answer = await it.ask('GET /hop HTTP/1.1');
    expect(answer).toContain('x-kept: z');
    expect(answer).not.toMatch(/x-own/i);
  });

  test.each([
    ['ends at once', '/reset'],
    ['says what is no HTTP', '/garbage'],
    ['says two lengths', '/two-lengths'],
    ['says a length and pieces', '/both-framings'],
    ['speaks another protocol', '/switch'],
  ])('is 502 from an app that %s', async (_, path) => {
    const answer = await it.ask(`GET ${path} HTTP/1.1`);
    expect([statusOf(answer), bodyOf(answer)]).toEqual([502, '']);
  });

  test('is 504 from an app that says nothing', async () => {
    expect(statusOf(await it.ask('GET /silent HTTP/1.1'))).toBe(504);
    await until(() => it.app.aborted.includes('/silent'));
  });

  test.each(['/half', '/half-chunked', '/stalls'])(
    'is an answer that shows that it is not whole, of %s',
    async (path) => {
      const call = http.request({
        ...{ port: it.guard.port, path, host: '127.0.0.1' },
        headers: { host: 'shop.example.com', 'x-origin-lock': VALUE },
      });
      const end = await new Promise((done) => {
        call.on('response', (response) => {
          response
            .resume()
            .on('end', () => done('whole'))
            .on('error', () => done('broken'));
        });
        call.on('error', () => done('nothing'));
        call.end();
      });
      expect(end).toBe('broken');
    },
  );

  test('is 502 from an app that is down, and the guard goes on', async () => {
    const other = await it.bench.start(await it.envOfNoApp());
    const request = asked('GET / HTTP/1.1', [LOCKED, 'Connection: close']);
    expect(statusOf(await say(other.port, request))).toBe(502);
    expect(statusOf(await say(other.port, asked('GET /ping HTTP/1.1')))).toBe(200);
    expect(other.lines).toContainEqual(
      expect.objectContaining({ event: 'unreachable', code: 'ECONNREFUSED' }),
    );
  });

  test('is right although the app closes connections that it promised to keep', async () => {
    for (let i = 0; i < 20; i++) {
      const answer = await it.ask('GET /closes HTTP/1.1');
      expect([statusOf(answer), bodyOf(answer)]).toEqual([200, 'ok']);
      await new Promise((done) => setTimeout(done, i * 2));
    }
  });

  test('comes before the body was sent whole, where the app does not want it', async () => {
    const answer = await it.ask(
      'POST /refuses-body HTTP/1.1',
      [LOCKED, 'Content-Length: 100'],
      'a',
    );
    expect(statusOf(answer)).toBe(413);
  });
});

describe('bodies flow', () => {
  const headers = { host: 'shop.example.com', 'x-origin-lock': VALUE };

  test('both ways, whole', async () => {
    const size = 20 * 1024 * 1024;
    // a busy machine may take a while for all of it.
    const guard = await it.bench.start({ ...it.env(), ORIGIN_GUARD_TIMEOUT_SECONDS: '60' });
    const call = http.request({
      port: guard.port,
      host: '127.0.0.1',
      path: '/a',
      method: 'POST',
      headers,
    });
    const answer = new Promise<string>((done, failed) => {
      call.on('error', failed).on('response', (response) => {
        let text = '';
        response.on('data', (part) => (text += part)).on('end', () => done(text));
      });
    });
    for (let sent = 0; sent < size; sent += 1024 * 1024) {
      if (!call.write(Buffer.alloc(1024 * 1024, sent % 251))) {
        // who is answered too early would wait for ever.
        await Promise.race([new Promise((done) => call.once('drain', done)), answer]);
      }
    }
    call.end();
    expect(await answer).toBe(`POST /a ${size}`);
  }, 60_000);

  test('as fast as the slower side, so that little is kept', async () => {
    const socket = net.connect(it.guard.port, '127.0.0.1');
    socket.write(asked('GET /endless HTTP/1.1', [LOCKED]));
    await new Promise((done) => socket.once('data', done));
    socket.pause();
    await new Promise((done) => setTimeout(done, 600));
    expect(memoryOf(it.guard)).toBeLessThan(200);
    socket.destroy();
    await until(() => it.app.aborted.includes('/endless'));
  });

  test('no further when the client goes away', async () => {
    const socket = net.connect(it.guard.port, '127.0.0.1');
    socket.write(asked('GET /stalls?x HTTP/1.1', [LOCKED]));
    await new Promise((done) => socket.once('data', done));
    socket.destroy();
    await until(() => it.app.aborted.includes('/stalls?x'));
  });

  test('no further when the client goes away in the middle of its own', async () => {
    const before = it.app.connections.size;
    const socket = net.connect(it.guard.port, '127.0.0.1');
    socket.write(asked('POST /a HTTP/1.1', [LOCKED, 'Content-Length: 1000'], 'begin'));
    await until(() => it.app.connections.size > before);
    socket.destroy();
    await until(() => it.app.connections.size <= before);
  });
});

/** Megabytes that a process holds. */
function memoryOf({ child }: GuardProcess): number {
  const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024;
}

test('an idle connection to the app is used again, as often as there is something to ask', async () => {
  const own = await it.bench.start(it.env());
  const before = it.app.opened();
  for (let i = 0; i < 30; i++) {
    const request = asked('GET /a HTTP/1.1', [LOCKED, 'Connection: close']);
    expect(statusOf(await say(own.port, request))).toBe(200);
  }
  expect(it.app.opened()).toBe(before + 1);
  expect(own.output()).not.toMatch(/Warning|listeners/);
});

test('an app may take its time, in which its connection is idle', async () => {
  const own = await it.bench.start({ ...it.env(), ORIGIN_GUARD_TIMEOUT_SECONDS: '10' });
  const request = asked('GET /slow HTTP/1.1', [LOCKED, 'Connection: close']);
  expect(bodyOf(await say(own.port, request, 8_000))).toContain('slow');
}, 15_000);
