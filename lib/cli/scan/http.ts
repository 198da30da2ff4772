/** Questions to IBM's APIs: with an end to each, asked again where that helps, and no secret in any error. */
import { MOST_BYTES, TOO_MUCH, readBytes, textOf } from '../input';
import { refuse } from '../refusal';
import { World } from '../world';

export interface Question {
  /** Who is asked, as errors name it. */
  readonly whom: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A form to send; without it the question is a GET. */
  readonly form?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface Patience {
  readonly timeout?: number;
  readonly attempts?: number;
}

const LONGEST_PAUSE = 10_000;

/** Asks, and asks again after a fault that passes; refuses when there is no answer at all. */
export async function ask(
  world: World,
  question: Question,
  { timeout = 30_000, attempts = 4 }: Patience = {},
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    const { answer, fault, pause } = await askOnce(question, timeout);
    const isPassing = fault !== undefined || answer.status === 429 || answer.status >= 500;
    if (!isPassing) return answer;
    if (attempt >= attempts) {
      return refuse({
        at: question.whom,
        got: `${fault ?? answer.status} ${attempts} times`,
        expected: 'an answer',
        remedy: 'try again later, or look at the way to its host',
      });
    }
    await world.sleep(Math.min(pause ?? 1000 * 2 ** (attempt - 1), LONGEST_PAUSE));
  }
}

type Outcome =
  | { readonly answer: Answer; readonly fault?: undefined; readonly pause?: number }
  | { readonly answer?: undefined; readonly fault: string; readonly pause?: undefined };

async function askOnce({ whom, url, headers, form }: Question, timeout: number): Promise<Outcome> {
  let body: Awaited<ReturnType<typeof readBytes>>;
  let response: Response;
  try {
    response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: { Accept: 'application/json', ...headers },
      body: form && new URLSearchParams(form),
      // a token is for the host that was named, and for none that it points to.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    body = response.body ? await readBytes(response.body) : Buffer.alloc(0);
  } catch (error) {
    return { fault: faultOf(error as Fault, timeout) };
  }
  if (body === TOO_MUCH) {
    const got = `more than ${MOST_BYTES / 1024 / 1024} MB`;
    return refuse({ at: whom, got, expected: 'an answer of a common size' });
  }
  const pause = Number(response.headers.get('retry-after') ?? NaN) * 1000;
  return {
    answer: { status: response.status, body: textOf(body) },
    pause: pause >= 0 ? pause : undefined,
  };
}

interface Fault {
  readonly name?: string;
  readonly cause?: { readonly code?: string };
}

// codes only: the messages of fetch quote what was sent.
function faultOf({ name, cause }: Fault, timeout: number): string {
  if (name === 'TimeoutError') return `no answer in ${timeout / 1000} s`;
  return /^[A-Z_]+$/.test(cause?.code ?? '') ? cause!.code! : 'a broken connection';
}

/** The base of an API: IBM's, or another that the environment names for a private network or a test. */
export function baseUrl(world: World, variable: string, standard: string): string {
  const text = world.env[variable];
  if (!text) return standard;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url?.hostname ?? '');
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback);
  if (!url || !isSafe || url.username || url.password || url.search || url.hash) {
    // the text itself may hold a password.
    const got = `a text of ${text.length} characters`;
    return refuse({ at: variable, got, expected: 'a URL that begins with https://' });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
