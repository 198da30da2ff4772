import * as http from 'http';
import { AddressInfo } from 'net';
import { MOST_BYTES, transmit } from '../../../lib/runtime/certificate-rotation/transport';
import { failureOf } from '../../kit/rotation/ports';

/** Sends to a server that does as it is told. */
async function sent(serve: http.RequestListener, change: object = {}) {
  const server = http.createServer(serve);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`;
  try {
    const request = { url, method: 'PUT', headers: { a: 'b' }, body: 'ä', timeout: 5_000 };
    return await transmit({ ...request, ...change });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('what is sent arrives, and what is answered comes back', async () => {
  const received = await sent((request, response) => {
    request.setEncoding('utf8').on('data', (body) => {
      response.writeHead(201, { etag: '7' });
      response.end(`${request.method} ${request.url} ${request.headers.a} ${body}`);
    });
  });
  expect(received).toMatchObject({ status: 201, headers: { etag: '7' }, text: 'PUT /x b ä' });
});

test('a redirection is an answer', async () => {
  const received = await sent((_, response) =>
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
  );
  expect(received.status).toBe(302);
});

test('an answer is read up to a limit', async () => {
  const most = await sent((_, response) => response.end('x'.repeat(MOST_BYTES)));
  expect(most.text).toHaveLength(MOST_BYTES);
  const more = await sent((_, response) => response.end('x'.repeat(MOST_BYTES + 1)));
  expect(more).toMatchObject({ status: 200, text: undefined });
});

test.each<[string, http.RequestListener, string]>([
  ['nothing', () => undefined, 'TIMEOUT'],
  ['a beginning alone', (_, response) => void response.writeHead(200).write('x'), 'TIMEOUT'],
  ['a reset', ({ socket }) => void socket.resetAndDestroy(), 'ECONNRESET'],
  [
    'an end in the middle',
    (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('x', () => response.socket?.destroy());
    },
    'ECONNRESET',
  ],
])('%s is an error with a code', async (_, serve, code) => {
  expect(await failureOf(() => sent(serve, { timeout: 200 }))).toMatchObject({ code });
});

test('what cannot be sent is an error with a code', async () => {
  const serve: http.RequestListener = (_, response) => response.end();
  const headers = { 'if-match': 'a\nb' };
  expect(await failureOf(() => sent(serve, { headers }))).toMatchObject({
    code: 'ERR_INVALID_CHAR',
  });
  expect(await failureOf(() => sent(serve, { url: 'https://127.0.0.1:9/' }))).toMatchObject({
    code: 'ECONNREFUSED',
  });
});
