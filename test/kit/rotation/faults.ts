/** What can go wrong between a call and its answer. */
import { CloudState, Exchange, Fault, Operation, Reply, put } from './cloud';

type Act = Fault['act'];

/** A fault on some calls of an operation: all of them, or those between two numbers. */
export const at = (on: Operation, act: Act, from = 1, to = Infinity): Fault => ({
  on,
  act,
  from,
  to,
});

const after = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** An answer instead of the true one; the service does nothing. */
export const refusing =
  (status: number, headers: Record<string, string> = {}, text = 'upstream says no'): Act =>
  ({ send }) =>
    send({ status, headers: { 'content-type': 'text/plain', ...headers }, text });

/** The true answer, late. */
export const late =
  (milliseconds: number): Act =>
  async ({ carryOut, send }) => {
    await after(milliseconds);
    send(carryOut());
  };

/** No answer at all; before that the service does what it was asked for, or not. */
export const silent =
  (isDone: boolean): Act =>
  ({ carryOut }) => {
    if (isDone) carryOut();
  };

export const reset =
  (isDone: boolean): Act =>
  ({ carryOut, response }) => {
    if (isDone) carryOut();
    response.socket?.resetAndDestroy();
  };

const textOf = ({ json, text }: Reply) => text ?? JSON.stringify(json ?? {});

/** Half of the answer, then the end of the connection. */
export const truncated: Act = ({ carryOut, response }) => {
  const reply = carryOut();
  const text = textOf(reply);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': text.length });
  response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
};

/** Half of the answer, as if it were all of it. */
export const halved: Act = ({ carryOut, send }) => {
  const reply = carryOut();
  const text = textOf(reply);
  send({ status: reply.status, text: text.slice(0, text.length / 2) });
};

/** An answer that begins and never ends. */
export const dripping: Act = async ({ carryOut, response }) => {
  const reply = carryOut();
  const text = textOf(reply);
  response.writeHead(reply.status, reply.headers);
  for (let i = 0; i < 200 && !response.destroyed; i++) {
    response.write(text[i] ?? ' ');
    await after(20);
  }
};

const replaced =
  (text: string, status = 200): Act =>
  ({ carryOut, send }) => {
    carryOut();
    send({ status, text });
  };

export const empty = replaced('');
export const notJson = replaced('<html><body>Please sign in to the network</body></html>');
export const wrongShape = replaced('[1, null, "x"]');
export const nothing = replaced('null');
export const huge: Act = ({ carryOut, response }) => {
  carryOut();
  response.on('error', () => undefined).writeHead(200);
  const part = Buffer.alloc(256 * 1024, 'A');
  for (let i = 0; i < 16; i++) response.write(part);
  response.end();
};

/** Elsewhere, with the hope that the token comes along. */
export const redirecting: Act = ({ send, asked }) =>
  send({ status: 307, headers: { location: `http://127.0.0.1:9/${asked.operation}` } });

/** A refusal that repeats all that it was told, and tells what nobody asked for. */
export const talkative =
  (status: number): Act =>
  ({ asked, cloud, send }) => {
    const told = JSON.stringify([asked.headers, asked.body, [...cloud.held.values()]]);
    const json = { errorCode: told, errorMessage: told, errors: [{ code: told, message: told }] };
    send({ status, headers: { 'x-detail': encodeURIComponent(told).slice(0, 4000) }, json });
  };

/** The token is not taken any more. */
export const ended: Act = ({ cloud, carryOut, send }) => {
  cloud.tokens.clear();
  send(carryOut());
};

/** Somebody else is quicker: what they do happens just before, or just after. */
export const meanwhile =
  (act: (cloud: CloudState) => void | Promise<void>): Act =>
  async ({ cloud, carryOut, send }) => {
    await act(cloud);
    send(carryOut());
  };

export const thereafter =
  (act: (cloud: CloudState) => void | Promise<void>): Act =>
  async ({ cloud, carryOut, send }) => {
    const reply = carryOut();
    await act(cloud);
    send(reply);
  };

/** Writes the same content again: a new etag, and nothing else. */
export const touch =
  (name: string) =>
  (cloud: CloudState): void => {
    const { data, format } = cloud.served.get(name)!;
    put(cloud, name, data, format);
  };

const kill = ({ cloud }: Exchange) => void cloud.victim?.kill('SIGKILL');

/** kill -9 before the service has done anything, after it, or in the middle of its answer. */
export const KILLS: Readonly<Record<'before' | 'after' | 'within', Act>> = {
  before: (exchange) => kill(exchange),
  after: (exchange) => {
    exchange.carryOut();
    kill(exchange);
  },
  within: (exchange) => {
    const reply = exchange.carryOut();
    const text = textOf(reply);
    exchange.response.writeHead(reply.status, { 'content-length': text.length });
    exchange.response.write(text.slice(0, text.length / 2), () => kill(exchange));
  },
};
