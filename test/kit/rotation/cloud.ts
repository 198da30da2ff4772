/**
 * IAM, Secrets Manager and Code Engine on a loopback address, as far as the rotator meets them:
 * tokens, secrets of version 2, TLS secrets with etags, domain mappings in pages.
 *
 * Faults are put between a call and its answer; what was ever served is kept.
 */
import * as http from 'http';
import { AddressInfo } from 'net';
import { randomBytes } from 'crypto';
import { answerCodeEngine } from './code-engine';
import { answerIam } from './iam';
import { answerSecretsManager } from './secrets-manager';

/** The calls there are, by what they are for. */
export type Operation = 'token' | 'secret' | 'read' | 'mappings' | 'write';

export interface Asked {
  readonly operation: Operation | 'other';
  /** The how-manieth of its operation, from 1. */
  readonly nth: number;
  readonly method: string;
  readonly url: URL;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  /** Instead of JSON. */
  readonly text?: string;
}

/** A call on its way, as a fault sees it. */
export interface Exchange {
  readonly asked: Asked;
  readonly cloud: CloudState;
  readonly response: http.ServerResponse;
  /** Lets the service do what it was asked for; once. */
  carryOut(): Reply;
  send(reply: Reply): void;
}

export interface Fault {
  readonly on: Operation;
  /** The first and the last call of the operation that it meets. */
  readonly from?: number;
  readonly to?: number;
  act(exchange: Exchange): void | Promise<void>;
}

/** A secret in Secrets Manager; what is not given is a sound public certificate's. */
export interface HeldSecret {
  readonly [field: string]: unknown;
}

export interface ServedSecret {
  format: string;
  data: Readonly<Record<string, string>> | undefined;
  etag: number;
}

export interface MappingState {
  name: string;
  tls_secret: string;
  status: string;
}

/** What the services know; tests look into it and change it. */
export interface CloudState {
  readonly jobToken: string;
  readonly profileId: string;
  readonly profileName: string;
  readonly projectId: string;
  /** Tokens that IAM gave out and that are taken. */
  readonly tokens: Set<string>;
  /** Every token that IAM ever gave out. */
  readonly everyToken: string[];
  readonly held: Map<string, HeldSecret>;
  readonly served: Map<string, ServedSecret>;
  /** All that was ever served, by TLS secret, in its order. */
  readonly history: Map<string, Readonly<Record<string, string>>[]>;
  mappings: MappingState[];
  readonly asked: Asked[];
  faults: readonly Fault[];
  /** The process that a fault may kill. */
  victim?: { kill(signal: 'SIGKILL'): boolean };
}

export interface Cloud extends CloudState {
  readonly url: string;
  /** What Code Engine and the construct put into the environment of the job, but for files. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const PROFILE = 'Profile-11111111-2222-4333-8444-555555555555';
export const PROJECT = '15314cc3-85b4-4338-903f-c28cdee6d005';

/** Who and where the job is, where a test takes that from elsewhere. */
export type Place = Partial<Pick<CloudState, 'profileId' | 'profileName' | 'projectId'>>;

const newState = (place: Place): CloudState => ({
  jobToken: `canary.${randomBytes(48).toString('base64url')}.job-token`,
  profileId: PROFILE,
  profileName: 'rotator',
  projectId: PROJECT,
  tokens: new Set(),
  everyToken: [],
  held: new Map(),
  served: new Map(),
  history: new Map(),
  mappings: [],
  asked: [],
  faults: [],
  ...place,
});

/** Puts a content behind a TLS secret, as anybody may who is allowed to. */
export function put(
  cloud: CloudState,
  name: string,
  data: ServedSecret['data'],
  format = 'tls',
): void {
  const etag = (cloud.served.get(name)?.etag ?? 4711) + 1;
  cloud.served.set(name, { format, data, etag });
  cloud.history.set(name, [...(cloud.history.get(name) ?? []), data ?? {}]);
  for (const mapping of cloud.mappings) {
    if (mapping.tls_secret === name && mapping.status === 'ready') mapping.status = 'deploying';
  }
}

/** Starts the services. */
export async function startCloud(place: Place = {}): Promise<Cloud> {
  const state = newState(place);
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('error', () => undefined).on('data', (part: Buffer) => void parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      answer(state, request, body, response).catch((error: Error) => {
        response.writeHead(599).end(String(error.stack));
      });
    });
  });
  server.keepAliveTimeout = 500;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    url,
    env: {
      CE_API_BASE_URL: `${url}/code-engine`,
      CE_PROJECT_ID: state.projectId,
      ROTATION_IAM_URLS: `${url}/iam`,
      ROTATION_SECRETS_MANAGER_URLS: `${url}/secrets-manager`,
      ROTATION_PROFILE_ID: state.profileId,
    },
    close: () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  });
}

const SERVICES = {
  iam: answerIam,
  'secrets-manager': answerSecretsManager,
  'code-engine': answerCodeEngine,
};

async function answer(
  cloud: CloudState,
  request: http.IncomingMessage,
  body: string,
  response: http.ServerResponse,
): Promise<void> {
  const { method = '', headers } = request;
  const full = new URL(request.url ?? '', 'http://loopback');
  const [, service, rest] = /^\/([\w-]+)(\/.*)$/.exec(full.pathname) ?? [];
  const url = new URL(`${rest ?? '/'}${full.search}`, 'http://loopback');
  const operation = operationOf(method, url);
  const nth = cloud.asked.filter((it) => it.operation === operation).length + 1;
  const asked: Asked = { operation, nth, method, url, headers, body };
  cloud.asked.push(asked);
  const respond = SERVICES[service as keyof typeof SERVICES];
  const send = ({ status, headers: extra, json, text }: Reply) => {
    if (response.destroyed) return;
    response.writeHead(status, { 'content-type': 'application/json', ...extra });
    response.end(text ?? JSON.stringify(json ?? {}));
  };
  const carryOut = () => respond?.(cloud, asked) ?? { status: 404, text: 'no such service' };
  const fault = cloud.faults.find(
    ({ on, from = 1, to = Infinity }) => on === operation && nth >= from && nth <= to,
  );
  if (!fault) return send(carryOut());
  await fault.act({ asked, cloud, response, carryOut, send });
}

function operationOf(method: string, { pathname }: URL): Asked['operation'] {
  if (pathname === '/identity/token') return 'token';
  if (pathname.startsWith('/api/v2/secrets/')) return 'secret';
  if (pathname.endsWith('/domain_mappings')) return 'mappings';
  if (/\/secrets\/[^/]+$/.test(pathname)) return method === 'PUT' ? 'write' : 'read';
  return 'other';
}

/** Whether the call carries a token that is taken. */
export const isAuthorized = (cloud: CloudState, { headers }: Asked): boolean =>
  cloud.tokens.has((headers.authorization ?? '').replace(/^Bearer /, ''));
