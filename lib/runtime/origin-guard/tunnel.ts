/** A WebSocket: from the moment both sides agree, bytes in both directions until either side ends. */
import { IncomingMessage, STATUS_CODES } from 'http';
import { Duplex } from 'stream';
import { Configuration } from './configuration';
import { callOf } from './forward';
import { RawHeaders, towardsApp, towardsEdge, valuesOf } from './headers';
import { Log, codeOf } from './log';

export interface Tunnels {
  open(incoming: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends those that are open. */
  end(): void;
}

/** The same as `answer`, where there is but a connection. */
export function answerOn(socket: Duplex, status: number): void {
  const headers = ['Content-Length', '0', 'Cache-Control', 'no-store', 'Connection', 'close'];
  socket.end(headOf(status, undefined, headers));
  // a client that keeps its side open keeps nothing of ours.
  socket.on('finish', () => socket.destroy());
}

export function headOf(status: number, message: string | undefined, headers: RawHeaders): string {
  const lines = headers.flatMap((name, at) =>
    at % 2 === 0 ? [`${name}: ${headers[at + 1]}`] : [],
  );
  const first = `HTTP/1.1 ${status} ${message || STATUS_CODES[status] || ''}`;
  return `${[first, ...lines].join('\r\n')}\r\n\r\n`;
}

/** Whether a request asks for a WebSocket, and for nothing that would come in its guise. */
export const asksForWebSocket = ({ method, rawHeaders }: IncomingMessage): boolean =>
  method === 'GET' &&
  valuesOf(rawHeaders, 'upgrade').join().trim().toLowerCase() === 'websocket' &&
  valuesOf(rawHeaders, 'transfer-encoding').length === 0 &&
  valuesOf(rawHeaders, 'content-length').every((length) => length === '0');

export function makeTunnels(configuration: Configuration, log: Log): Tunnels {
  const opened = new Set<Duplex>();
  const { headerName, upstream, timeout } = configuration;

  return {
    open(incoming, socket, head) {
      opened.add(socket);
      socket.on('close', () => opened.delete(socket));
      const headers = [
        ...towardsApp(incoming.rawHeaders, headerName, upstream.host),
        ...['Connection', 'Upgrade', 'Upgrade', 'websocket'],
      ];
      const call = callOf(incoming, headers, configuration, false);
      let isOpen = false;
      const fail = (status: number, code: string) => {
        if (isOpen || socket.destroyed) return;
        isOpen = true;
        clearTimeout(late);
        call.destroy();
        log.write('warning', 'unreachable', { code });
        answerOn(socket, status);
      };
      const late = setTimeout(() => {
        fail(504, 'TIMEOUT');
      }, timeout);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        clearTimeout(late);
        if (!isOpen) call.destroy();
      });
      call.on('error', (error) => {
        fail(502, codeOf(error));
      });
      call.on('response', (response) => {
        // no WebSocket: what the app says to that is the answer.
        isOpen = true;
        clearTimeout(late);
        const { statusCode = 502, statusMessage, rawHeaders } = response;
        const kept = towardsEdge(rawHeaders);
        socket.write(headOf(statusCode, statusMessage, [...kept, 'Connection', 'close']), 'latin1');
        response.pipe(socket);
        response.on('error', () => socket.destroy());
        socket.on('close', () => response.destroy());
      });
      call.on('upgrade', (response, far, farHead) => {
        if (socket.destroyed) {
          far.destroy();
          return;
        }
        isOpen = true;
        clearTimeout(late);
        const { statusMessage, rawHeaders } = response;
        const agreed = [
          ...towardsEdge(rawHeaders),
          'Connection',
          'Upgrade',
          'Upgrade',
          'websocket',
        ];
        socket.write(headOf(101, statusMessage, agreed), 'latin1');
        if (farHead.length > 0) socket.write(farHead);
        if (head.length > 0) far.write(head);
        // ends of either side are handed on; errors and closings take both along.
        far.on('error', () => far.destroy());
        far.on('close', () => socket.destroy());
        socket.on('close', () => far.destroy());
        far.pipe(socket);
        socket.pipe(far);
      });
      call.end();
    },

    end() {
      for (const socket of opened) socket.destroy();
    },
  };
}
