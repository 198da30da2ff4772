/** An app behind the guard: it remembers what it was asked, byte by byte, and answers as its path says. */
import * as http from 'http';
import * as net from 'net';

export interface AskedOfApp {
  readonly method: string;
  readonly url: string;
  /** Names and values in turn. */
  readonly raw: readonly string[];
  readonly body: Buffer;
}

export interface BehindGuard {
  readonly url: string;
  readonly asked: AskedOfApp[];
  /** Connections that are open now. */
  readonly connections: ReadonlySet<net.Socket>;
  /** Connections that there ever were. */
  opened(): number;
  /** WebSockets that are open now. */
  readonly tunnels: ReadonlySet<unknown>;
  /** Requests whose client went away before the end. */
  readonly aborted: string[];
  close(): Promise<void>;
}

type Act = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** What it does at a path; at every other it says what it was sent. */
const ACTS: Readonly<Record<string, Act>> = {
  '/ill': (_, response) => response.writeHead(500).end(),
  '/nothing': (_, response) => response.writeHead(204).end(),
  '/same': (_, response) => response.writeHead(304, { etag: '"a"' }).end(),
  '/long': (_, response) => response.writeHead(200, { 'content-length': '12' }).end('twelve bytes'),
  '/cookies': (_, response) =>
    response.writeHead(200, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Mixed-Case', 'y']).end(),
  '/hop': (_, response) =>
    response.writeHead(200, { connection: 'X-Own, close', 'x-own': 'y', 'x-kept': 'z' }).end('hop'),
  '/early': (_, response) => {
    response.writeEarlyHints({ link: '</a.css>; rel=preload' });
    response.end('late');
  },
  '/reset': ({ socket }) => socket.resetAndDestroy(),
  '/half': ({ socket }, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half');
    setTimeout(() => socket.resetAndDestroy(), 50);
  },
  '/half-chunked': ({ socket }, response) => {
    response.write('half');
    setTimeout(() => socket.destroy(), 50);
  },
  '/garbage': ({ socket }) => void socket.end('no HTTP at all\r\n\r\n'),
  '/two-lengths': ({ socket }) =>
    void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 5\r\n\r\nhello'),
  '/both-framings': ({ socket }) =>
    void socket.end(
      'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
    ),
  '/slow': (_, response) => void setTimeout(() => response.end('slow'), 4_500),
  '/switch': ({ socket }) =>
    void socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
    ),
  '/silent': () => undefined,
  '/stalls': (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('begin');
  },
  '/closes': (_, response) => {
    response.writeHead(200, { 'content-length': '2' }).end('ok');
    // the answer promised that the connection is kept; then it is not.
    setTimeout(() => response.socket?.resetAndDestroy(), 20);
  },
  '/refuses-body': (_, response) =>
    response.writeHead(413, { connection: 'close' }).end('too much'),
  '/endless': (request, response) => {
    const timer = setInterval(() => {
      while (response.write(Buffer.alloc(64 * 1024, 'x')));
    }, 1);
    request.on('close', () => {
      clearInterval(timer);
    });
  },
};

export async function startApp(): Promise<BehindGuard> {
  const asked: AskedOfApp[] = [];
  const aborted: string[] = [];
  const connections = new Set<net.Socket>();
  const tunnels = new Set<unknown>();
  let opened = 0;
  const server = http.createServer((request, response) => {
    const { method = '', url = '', rawHeaders: raw } = request;
    const act = ACTS[url.split('?')[0]];
    response.on('close', () => {
      if (!response.writableFinished) aborted.push(url);
    });
    if (act) {
      asked.push({ method, url, raw, body: Buffer.alloc(0) });
      act(request, response);
      return;
    }
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      asked.push({ method, url, raw, body });
      response.end(`${method} ${url} ${body.length}`);
    });
  });
  server.on('upgrade', ({ method = '', url = '', rawHeaders: raw }, socket) => {
    asked.push({ method, url, raw, body: Buffer.alloc(0) });
    socket.on('error', () => undefined);
    if (url === '/no-socket') {
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno');
      return;
    }
    if (url === '/silent') return;
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    // an echo, which shows that both directions are open.
    socket.on('data', (part: Buffer) => socket.write(`echo ${part.toString()}`));
    socket.on('end', () => socket.end());
  });
  server.on('connection', (socket) => {
    connections.add(socket);
    opened++;
    socket.on('close', () => connections.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    connections,
    opened: () => opened,
    tunnels,
    aborted,
    async close() {
      server.closeAllConnections();
      for (const socket of connections) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The values of a header among those that the app was sent. */
export const seen = ({ raw }: AskedOfApp, name: string): string[] =>
  raw.filter((_, at) => at % 2 === 1 && raw[at - 1].toLowerCase() === name);
