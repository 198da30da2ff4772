/** Calls to IBM's APIs: each ends in time, is made again where that helps, and quotes nothing. */
import { FailureKind } from './contract';
import { fail } from './failure';
import { Log } from './log';
import { Clock } from './ports';
import { MOST_BYTES, Received, TIMEOUT, Transmit } from './transport';

/** A service, by all the addresses that it may be reached at. */
export interface Service {
  /** As log lines name it. */
  readonly name: string;
  readonly urls: readonly string[];
  /** How the run ends when no address answers. */
  readonly unreachable: FailureKind;
}

export interface Call {
  readonly service: Service;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** What follows the base URL. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The time of the clock at which it has to be over, pauses and all. */
  readonly until: number;
}

/** What a service answered; a success without a JSON object, sent in whole, is no answer. */
export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly json: unknown;
}

export type Ask = (call: Call) => Promise<Answer>;

export interface Patience {
  readonly attempts: number;
  readonly callTimeout: number;
  readonly backoff: number;
}

export interface Surroundings {
  readonly clock: Clock;
  readonly log: Log;
  readonly transmit: Transmit;
  /** Goes along with every call, for whoever looks for it at IBM. */
  readonly run: string;
}

const LONGEST_PAUSE = 20_000;

/** Makes the one function that calls; it remembers which address of a service answers. */
export function makeAsk(patience: Patience, around: Surroundings): Ask {
  const places = new Map<Service, number>();
  return async (call) => {
    const { service, method, until } = call;
    for (let attempt = 1; ; attempt++) {
      const place = places.get(service) ?? 0;
      const left = until - around.clock.ticks();
      if (left <= 0) return timeIsUp(call, 'no time left');
      const timeout = Math.min(patience.callTimeout, left);
      const { answer, fault, pause, isSilent } = await once(call, place, timeout, around);
      if (answer) return answer;
      // nobody there: the next address may be another way to the same service.
      if (isSilent) places.set(service, (place + 1) % service.urls.length);
      const name = `${method} ${service.name}`;
      if (attempt >= patience.attempts) {
        const got = `${fault}, ${attempt} times`;
        return fail(service.unreachable, { at: name, got, expected: 'an answer' });
      }
      const wait = pause ?? pauseBefore(attempt, patience.backoff, around.clock);
      if (around.clock.ticks() + wait >= until) return timeIsUp(call, fault);
      const pauseMilliseconds = Math.round(wait);
      around.log.write('warning', 'retry', { call: name, attempt, got: fault, pauseMilliseconds });
      await around.clock.sleep(wait);
    }
  };
}

/** A pause somewhere between none and the longest: those who fail together do not return together. */
export const pauseBefore = (attempt: number, backoff: number, clock: Clock): number =>
  clock.random() * Math.min(backoff * 2 ** (attempt - 1), LONGEST_PAUSE);

const timeIsUp = ({ service, method }: Call, fault: string): never =>
  fail('deadline', { at: `${method} ${service.name}`, got: fault, expected: 'an answer in time' });

interface Outcome {
  readonly answer?: Answer;
  /** Why there is none that counts. */
  readonly fault: string;
  /** How long the service asks to be left alone. */
  readonly pause?: number;
  /** Whether nothing came that the service itself may have sent. */
  readonly isSilent?: boolean;
}

async function once(
  { service, method, path, headers, body }: Call,
  place: number,
  timeout: number,
  { transmit, clock, run }: Surroundings,
): Promise<Outcome> {
  const url = `${service.urls[place]}${path}`;
  const all = { accept: 'application/json', 'x-correlation-id': run, ...headers };
  let received: Received;
  try {
    received = await transmit({ url, method, headers: all, body, timeout });
  } catch (error) {
    return { fault: faultOf(error, timeout), isSilent: true };
  }
  const { status, text } = received;
  if (status === 408 || status === 429 || status >= 500) {
    return { fault: `status ${status}`, pause: pauseIn(received.headers['retry-after'], clock) };
  }
  if (text === undefined) return { fault: `more than ${MOST_BYTES / 1024} KB` };
  const json = parsed(text);
  if (status < 300 && !isObject(json)) return { fault: 'an answer that is no JSON object' };
  return { answer: { status, etag: received.headers.etag, json }, fault: '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Retry-After` in milliseconds; it is a number of seconds or a date. */
function pauseIn(header: string | undefined, clock: Clock): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  const pause = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - clock.now();
  return Number.isFinite(pause) ? Math.max(0, pause) : undefined;
}

// codes only: messages may quote what was sent.
function faultOf(error: unknown, timeout: number): string {
  const { code = '' } = error as { readonly code?: string };
  if (code === TIMEOUT) return `no answer in ${Math.round(timeout)} ms`;
  return /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'a broken connection';
}

/** The code that a service gives its refusal; a text of its own is never shown. */
export function codeIn(json: unknown): string {
  const { errorCode, errors } = (json ?? {}) as {
    readonly errorCode?: unknown;
    readonly errors?: unknown;
  };
  const list: readonly unknown[] = Array.isArray(errors) ? errors : [];
  const code = errorCode ?? (list[0] as { readonly code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? ` (${code})` : '';
}
