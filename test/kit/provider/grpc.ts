/** Unary gRPC over plaintext HTTP/2 on a unix socket: as much as Terraform asks of a plugin. */
import * as http2 from 'http2';

/** Bytes in, bytes out; a throw becomes a failed call. */
export type Method = (request: Buffer) => Buffer | Promise<Buffer>;

export interface GrpcServer {
  close(): Promise<void>;
}

const OK = 0;
const INTERNAL = 13;
const UNIMPLEMENTED = 12;
const PREFIX = 5;

/** Serves methods by path, as in `/tfplugin5.Provider/GetSchema`; never keeps the process alive. */
export async function serveGrpc(
  socket: string,
  methods: Readonly<Record<string, Method>>,
): Promise<GrpcServer> {
  const sessions = new Set<http2.ServerHttp2Session>();
  const server = http2.createServer();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    // a client that is killed midway is no fault of the server.
    session.on('error', () => session.destroy());
    session.unref();
  });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => stream.destroy());
    void answer(stream, methods[String(headers[':path'])]);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socket, resolve);
  });
  server.unref();
  return {
    close: () =>
      new Promise((resolve) => {
        for (const session of sessions) session.destroy();
        server.close(() => resolve());
      }),
  };
}

async function answer(stream: http2.ServerHttp2Stream, method?: Method): Promise<void> {
  if (!method) return finish(stream, UNIMPLEMENTED, 'unimplemented');
  try {
    const body = await method(await readRequest(stream));
    const prefix = Buffer.alloc(PREFIX);
    prefix.writeUInt32BE(body.length, 1);
    finish(stream, OK, '', Buffer.concat([prefix, body]));
  } catch (error) {
    finish(stream, INTERNAL, (error as Error).stack ?? String(error));
  }
}

async function readRequest(stream: http2.ServerHttp2Stream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const frame = Buffer.concat(parts);
  const length = frame.length < PREFIX ? -1 : frame.readUInt32BE(1);
  if (frame[0] !== 0 || frame.length !== PREFIX + length) {
    throw new Error(`got a frame of ${frame.length} bytes, expected one uncompressed message`);
  }
  return frame.subarray(PREFIX);
}

function finish(
  stream: http2.ServerHttp2Stream,
  status: number,
  reason: string,
  body: Buffer = Buffer.alloc(0),
): void {
  if (stream.destroyed) return;
  stream.on('wantTrailers', () =>
    stream.sendTrailers({ 'grpc-status': status, 'grpc-message': encodeURIComponent(reason) }),
  );
  stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
  stream.end(body);
}
