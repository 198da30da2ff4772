/** How the guard begins and ends. */
import * as net from 'net';
import { GUARD_EXIT_CODES } from '../../../lib/runtime/origin-guard/contract';
import { LOCKED, VALUE, asked, openGuardBench, say } from '../../kit/guard/process';
import { guardScene } from '../../kit/guard/scene';

const it = guardScene();

describe('the end', () => {
  test('comes after open requests, and takes no new ones', async () => {
    const own = await it.bench.start({ ...it.env(), ORIGIN_GUARD_TIMEOUT_SECONDS: '5' });
    const socket = net.connect(own.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (part) => (heard += part.toString()));
    socket.write(asked('POST /a HTTP/1.1', [LOCKED, 'Content-Length: 10'], 'begin'));
    const idle = net.connect(own.port, '127.0.0.1');
    idle.write(asked('GET /a HTTP/1.1', [LOCKED]));
    await new Promise((done) => idle.once('data', done));
    own.child.kill('SIGTERM');
    await new Promise((done) => idle.once('close', done));
    expect(await say(own.port, asked('GET /ping HTTP/1.1'))).toBe('');
    socket.write('ended');
    expect(await own.ended).toBe(GUARD_EXIT_CODES.fine);
    expect(heard).toContain('POST /a 10');
    expect(own.lines.map(({ event }) => event)).toEqual(['started', 'ending', 'ended']);
  });

  test('comes when the time is up, whoever is still there', async () => {
    const own = await it.bench.start({ ...it.env(), ORIGIN_GUARD_GRACE_SECONDS: '1' });
    const socket = net.connect(own.port, '127.0.0.1').on('error', () => undefined);
    socket.write(asked('GET /ws HTTP/1.1', [LOCKED, 'Connection: Upgrade', 'Upgrade: websocket']));
    await new Promise((done) => socket.once('data', done));
    own.child.kill('SIGTERM');
    expect(await own.ended).toBe(GUARD_EXIT_CODES.fine);
  });
});

describe('the beginning', () => {
  const bench = openGuardBench();
  afterAll(() => bench.close());

  test('says on which port, under which header and with how many values, and none of them', async () => {
    expect(it.guard.lines[0]).toMatchObject({
      ...{ event: 'started', port: it.guard.port, header: 'x-origin-lock', values: 2 },
      healthPath: '/ping',
    });
  });

  test('fails with all that is wrong at once, and shows nothing of it', async () => {
    const secret = 'not-long-enough';
    const own = await bench.start({
      ORIGIN_GUARD_VALUE: secret,
      ORIGIN_GUARD_UPSTREAM: `http://${secret}.example.com`,
      ORIGIN_GUARD_HEADER: 'Host',
    });
    expect(await own.ended).toBe(GUARD_EXIT_CODES.configuration);
    expect(own.lines.map(({ event }) => event)).toEqual(['unusable']);
    expect(own.lines[0].problems).toHaveLength(3);
    expect(own.output()).not.toContain(secret);
  });

  test('fails where somebody listens already', async () => {
    const own = await bench.start({ ...it.env(), PORT: `${it.guard.port}` });
    expect(await own.ended).toBe(GUARD_EXIT_CODES.port);
    expect(own.lines[0].problems).toEqual([`the port ${it.guard.port}: got EADDRINUSE`]);
  });

  test('is as good with one value as with two that are the same', async () => {
    const own = await bench.start({ ...it.env(), ORIGIN_GUARD_PREVIOUS_VALUE: VALUE });
    expect(own.lines[0]).toMatchObject({ values: 1 });
  });
});
