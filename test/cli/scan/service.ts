/** IAM and Vulnerability Advisor on a loopback address, as far as the gate meets them. */
import * as http from 'http';
import { AddressInfo } from 'net';
import { report } from './reports';

export const ACCOUNT = '0123456789abcdef0123456789abcdef';
export const API_KEY = 'canary-api-key-5f1c9e-never-to-be-seen';

/** A token as IAM makes them: three parts, the middle one says the account. */
export function tokenOf(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.canary-signature-5f1c9e`;
}

export const TOKEN = tokenOf({ account: { bss: ACCOUNT } });

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Sent as it is when it is a text, else as JSON; null never answers. */
  readonly body?: unknown;
}

export interface Service {
  readonly url: string;
  readonly asked: Asked[];
  /** Both services, in the environment of a command. */
  readonly env: Record<string, string>;
  close(): Promise<void>;
}

/** Serves replies in their order, the last one for ever; IAM gives a token unless told otherwise. */
export async function serve(
  replies: readonly Reply[] = [{ body: report() }],
  iam: readonly Reply[] = [{ body: { access_token: TOKEN, expires_in: 3600 } }],
): Promise<Service> {
  const asked: Asked[] = [];
  const left = { '/identity/token': [...iam], other: [...replies] };
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked.push({ method, url, headers, body });
      const queue = url === '/identity/token' ? left[url] : left.other;
      const reply = queue.length > 1 ? queue.shift()! : queue[0];
      if (reply.body === null) return;
      response.writeHead(reply.status ?? 200, reply.headers);
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    env: { CE_GUARD_IAM_URL: url, CE_GUARD_ADVISOR_URL: url, IC_API_KEY: API_KEY },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Lends a service for the time of some work. */
export async function withService<T>(
  given: Parameters<typeof serve>,
  work: (service: Service) => Promise<T>,
): Promise<T> {
  const service = await serve(...given);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}
