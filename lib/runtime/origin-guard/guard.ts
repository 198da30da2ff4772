/** The server: who comes is looked at before anything of what they say is. */
import { IncomingMessage, Server, ServerResponse, createServer } from 'http';
import { Duplex } from 'stream';
import { Configuration } from './configuration';
import { GUARD_ALONE, MOST_HEADER_BYTES } from './contract';
import { answer, makeForward } from './forward';
import { valuesOf } from './headers';
import { makeHealth } from './health';
import { Shown, makeLock } from './lock';
import { Log, codeOf } from './log';
import { answerOn, asksForWebSocket, makeTunnels } from './tunnel';

export interface Guard {
  readonly server: Server;
  /** Takes no one in any more, and answers when those who are in are gone; latest after the grace. */
  end(): Promise<void>;
}

type Handle = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** How often it is looked whether a connection has become idle while the guard ends. */
const LOOK = 50;

export function makeGuard(configuration: Configuration, log: Log): Guard {
  const { headerName, values, healthPath, timeout, grace } = configuration;
  const lock = makeLock(headerName, values);
  const health = makeHealth(configuration, Date.now);
  const tunnels = makeTunnels(configuration, log);
  // what comes behind a last answer is not heard: nobody would learn what became of it.
  const done = new WeakSet();
  // after a part of an answer there is no place for another.
  const begun = new WeakSet();
  let isEnding = false;

  const close: typeof answer = (outgoing, status) => {
    if (outgoing.socket) done.add(outgoing.socket);
    answer(outgoing, status);
  };
  const forward = makeForward(configuration, log, close);
  const refuse = (incoming: IncomingMessage, why: Shown) => {
    const from = valuesOf(incoming.rawHeaders, 'x-forwarded-for').join();
    log.write('warning', 'refused', { why, method: incoming.method, from });
  };

  const handle: Handle = (incoming, outgoing) => {
    // a client that went away is none of our errors.
    incoming.on('error', () => undefined);
    outgoing.on('error', () => undefined);
    if (done.has(incoming.socket)) return;
    begun.add(incoming.socket);
    if (isEnding) {
      outgoing.shouldKeepAlive = false;
      done.add(incoming.socket);
    }
    if (isHealthCheck(incoming, healthPath)) {
      incoming.resume();
      const isAlone = incoming.url === `${healthPath}${GUARD_ALONE}`;
      void (isAlone ? Promise.resolve(true) : health.ask()).then((isWell) => {
        outgoing.writeHead(isWell ? 200 : 503, [...EMPTY]);
        outgoing.end();
      });
      return;
    }
    const shown = lock.look(incoming.rawHeaders);
    if (shown !== 'right') {
      refuse(incoming, shown);
      close(outgoing, 403);
      return;
    }
    const unfit = unfitIn(incoming);
    if (unfit) {
      log.write('warning', 'unfit', { why: unfit });
      close(outgoing, 400);
      return;
    }
    forward(incoming, outgoing);
  };

  const server = createServer({
    maxHeaderSize: MOST_HEADER_BYTES,
    // a head comes at once or not at all; a body has as long as its answer.
    headersTimeout: 15_000,
    requestTimeout: Math.max(timeout, 15_000) + 5_000,
    // longer than whoever stands before us keeps a connection, so that they never send into one that we close.
    keepAliveTimeout: 120_000,
    connectionsCheckingInterval: 5_000,
  });
  // their size is limited; headers that were left out could be the ones that decide.
  server.maxHeadersCount = 0;
  server.on('request', handle);
  // nobody is asked for a body before they were looked at.
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (done.has(incoming.socket)) return;
    if (lock.look(incoming.rawHeaders) === 'right' && !unfitIn(incoming)) outgoing.writeContinue();
    handle(incoming, outgoing);
  });
  server.on('checkExpectation', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (done.has(incoming.socket)) return;
    const shown = lock.look(incoming.rawHeaders);
    if (shown !== 'right') refuse(incoming, shown);
    close(outgoing, shown === 'right' ? 417 : 403);
  });
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    if (done.has(socket)) return;
    const shown = lock.look(incoming.rawHeaders);
    if (shown !== 'right') refuse(incoming, shown);
    socket.on('error', () => socket.destroy());
    answerOn(socket, shown === 'right' ? 405 : 403);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (done.has(socket)) return;
    const shown = lock.look(incoming.rawHeaders);
    socket.on('error', () => socket.destroy());
    if (shown !== 'right') {
      refuse(incoming, shown);
      answerOn(socket, 403);
    } else if (unfitIn(incoming) !== undefined || !asksForWebSocket(incoming)) {
      log.write('warning', 'unfit', { why: 'a switch to another protocol' });
      answerOn(socket, 400);
    } else {
      tunnels.open(incoming, socket, head);
    }
  });
  server.on('clientError', (error, socket) => {
    if (!socket.writable || begun.has(socket)) socket.destroy();
    else answerOn(socket, STATUS_OF[codeOf(error)] ?? 400);
  });

  return {
    server,
    async end() {
      isEnding = true;
      const looking = setInterval(() => {
        server.closeIdleConnections();
      }, LOOK);
      let overtime: NodeJS.Timeout | undefined;
      await new Promise<void>((done) => {
        overtime = setTimeout(done, grace);
        server.close(() => {
          done();
        });
        server.closeIdleConnections();
      });
      clearInterval(looking);
      clearTimeout(overtime);
      tunnels.end();
      server.closeAllConnections();
    },
  };
}

const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const isHealthCheck = ({ method, url }: IncomingMessage, healthPath: string) =>
  (method === 'GET' || method === 'HEAD') && url?.split('?')[0] === healthPath;

const EMPTY = ['Content-Length', '0', 'Cache-Control', 'no-store'] as const;

/** What of a request could be read in two ways; undefined where nothing can. */
function unfitIn({ url = '', rawHeaders }: IncomingMessage): string | undefined {
  if (!url.startsWith('/')) return 'a target that is no path';
  if (valuesOf(rawHeaders, 'host').length > 1) return 'two hosts';
  return undefined;
}
