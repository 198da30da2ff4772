/** One request and its answer, through to the app and back; both bodies flow, neither is kept. */
import { Agent, ClientRequest, IncomingMessage, ServerResponse, request } from 'http';
import { Configuration } from './configuration';
import { RawHeaders, framingOf, towardsApp, towardsEdge } from './headers';
import { Log, codeOf } from './log';

export type Forward = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** An answer of the guard's own: a status, and nothing that tells more. */
export function answer(outgoing: ServerResponse, status: number): void {
  // who was answered without being heard to the end would be taken for the next one.
  outgoing.writeHead(status, [
    ...['Content-Length', '0'],
    ...['Cache-Control', 'no-store'],
    ...['Connection', 'close'],
  ]);
  outgoing.end();
}

/** What goes to the app. */
export function callOf(
  incoming: IncomingMessage,
  headers: RawHeaders,
  { upstream: { hostname, port } }: Configuration,
  agent: Agent | false,
): ClientRequest {
  const { method, url: path } = incoming;
  const options = { hostname, port, method, path, agent, setHost: false };
  // as a list they stay as they came; Node takes one wherever it takes an object.
  return request({ ...options, headers: headers as never });
}

export function makeForward(configuration: Configuration, log: Log, close: typeof answer): Forward {
  // idle connections to the app are kept for a moment.
  const agent = new Agent({ keepAlive: true, timeout: 4_000, maxFreeSockets: 64 });
  const { headerName, upstream, timeout } = configuration;

  return (incoming, outgoing) => {
    const framing = framingOf(incoming.rawHeaders, incoming.method!);
    if (!framing) {
      log.write('warning', 'unfit', { why: 'the framing of its body' });
      close(outgoing, 400);
      return;
    }
    const headers = [...towardsApp(incoming.rawHeaders, headerName, upstream.host), ...framing];
    const hasBody = framing.length > 0 && framing[1] !== '0';
    // an idle connection may be closed just now: only what may safely go once more goes into one.
    const isSafe = framing.length === 0;
    attempt(isSafe ? 1 : 0);

    function attempt(again: number): void {
      const call = callOf(incoming, headers, configuration, isSafe && agent);
      let isOver = false;
      let reply: IncomingMessage | undefined;
      const fail = (status: number, code: string) => {
        if (isOver) return;
        isOver = true;
        clearTimeout(late);
        call.destroy();
        log.write('warning', reply ? 'broken' : 'unreachable', { code });
        // half an answer must not look whole.
        if (outgoing.headersSent) outgoing.destroy();
        else close(outgoing, status);
      };
      const late = setTimeout(() => {
        fail(504, 'TIMEOUT');
      }, timeout);
      call.on('error', (error) => {
        const isStale = call.reusedSocket && codeOf(error) === 'ECONNRESET' && !reply;
        if (isStale && again > 0 && !isOver) {
          isOver = true;
          clearTimeout(late);
          attempt(again - 1);
        } else {
          fail(502, codeOf(error));
        }
      });
      // an answer that nobody asked for: a switch to another protocol.
      call.on('upgrade', (_, socket) => {
        socket.destroy();
        fail(502, 'UPGRADE');
      });
      call.on('close', () => {
        if (!reply) fail(502, 'CLOSED');
      });
      call.on('response', (response) => {
        reply = response;
        clearTimeout(late);
        if (isOver) {
          response.destroy();
          return;
        }
        call.setTimeout(timeout, () => {
          fail(504, 'TIMEOUT');
        });
        response.on('error', (error) => {
          fail(502, codeOf(error));
        });
        response.on('end', () => {
          isOver = true;
        });
        pass(response, outgoing, fail);
      });
      outgoing.on('close', () => {
        // who went away needs no answer any more.
        isOver = true;
        clearTimeout(late);
        if (!outgoing.writableFinished) call.destroy();
      });
      if (hasBody) incoming.pipe(call);
      else call.end();
    }
  };
}

function pass(
  response: IncomingMessage,
  outgoing: ServerResponse,
  fail: (status: number, code: string) => void,
): void {
  const { statusCode = 502, statusMessage, rawHeaders } = response;
  try {
    outgoing.writeHead(statusCode, statusMessage, towardsEdge(rawHeaders));
  } catch (error) {
    // what no client may be sent.
    fail(502, codeOf(error));
    return;
  }
  // a head is worth something by itself: the beginning of a stream may be a while off.
  outgoing.flushHeaders();
  response.pipe(outgoing);
}
