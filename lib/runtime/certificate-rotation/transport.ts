/** One request over the network and its answer, whole; `fetch` would take a second of a small job to load. */
import { IncomingHttpHeaders, request as plainRequest } from 'http';
import { request as safeRequest } from 'https';

export interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Milliseconds for all of it. */
  readonly timeout: number;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Undefined when it is longer than any answer. */
  readonly text: string | undefined;
}

export type Transmit = (request: Request) => Promise<Received>;

/** More than any answer; above it somebody else answers. */
export const MOST_BYTES = 1024 * 1024;
export const TIMEOUT = 'TIMEOUT';

/** Sends; redirections are answers like others, for a token is for nobody but the host it was for. */
export const transmit: Transmit = ({ url, method, headers, body, timeout }) =>
  new Promise<Received>((done, failed) => {
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { method, headers: { ...headers, ...length } };
    const request = url.startsWith('https:') ? safeRequest : plainRequest;
    const call = request(url, options, (response) => {
      const { statusCode: status = 0, headers: received } = response;
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size <= MOST_BYTES) return;
        finish();
        done({ status, headers: received, text: undefined });
        response.destroy();
      });
      response.on('end', () => {
        finish();
        done({ status, headers: received, text: Buffer.concat(parts).toString('utf8') });
      });
      response.on('error', end);
    });
    const timer = setTimeout(() => {
      call.destroy(Object.assign(new Error(TIMEOUT), { code: TIMEOUT }));
    }, timeout);
    const finish = () => {
      clearTimeout(timer);
    };
    const end = (error: Error) => {
      finish();
      failed(error);
    };
    call.on('error', end);
    call.end(body);
  });
