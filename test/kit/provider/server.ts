/** The IBM provider without IBM Cloud: serves what `provider/` records, over a cloud that is remembered. */
import { ProviderData } from '../../../tools/provider-data';
import { Cloud } from './cloud';
import { GrpcServer, Method, serveGrpc } from './grpc';
import { handlers } from './handlers';
import { decode, encode, int, Message } from './protobuf';
import { MethodName, METHODS } from './protocol';
import { Behaviour, readBehaviours } from './treachery/behaviours';

export interface ServerOptions {
  readonly data: ProviderData;
  readonly cloud: Cloud;
  /** The traps that the provider has. @default - all of `provider/behaviours.json` */
  readonly behaviours?: readonly Behaviour[];
  /** Where the unix socket lies. */
  readonly socket: string;
  /** What to do when Terraform asks the plugin to end; nothing if the server is part of another process. */
  readonly onShutdown?: () => void;
}

export const PROTOCOL_VERSION = 5;

const SERVING = encode({ status: int(1) }, { status: 1 });
const EMPTY = Buffer.alloc(0);

// a schema of hundreds of types takes a while to encode and is asked for by every command.
const schemas = new WeakMap<ProviderData, Buffer>();

/** Serves the provider on a unix socket until it is closed. */
export function serveProvider(options: ServerOptions): Promise<GrpcServer> {
  const { data, cloud, socket, onShutdown, behaviours = readBehaviours() } = options;
  const answers = handlers(data, cloud, behaviours);
  const method = (name: MethodName): Method => {
    const { request, response } = METHODS[name];
    return (body) => encode(response, answers[name](decode(request, body) as Message));
  };
  const names = Object.keys(METHODS) as MethodName[];
  const served = Object.fromEntries(
    names.map((name) => [`/tfplugin5.Provider/${name}`, method(name)]),
  );
  return serveGrpc(socket, {
    ...served,
    '/tfplugin5.Provider/GetSchema': (body) => {
      const known = schemas.get(data) ?? (method('GetSchema')(body) as Buffer);
      schemas.set(data, known);
      return known;
    },
    '/grpc.health.v1.Health/Check': () => SERVING,
    // unanswered, it costs every command seconds of waiting.
    '/plugin.GRPCController/Shutdown': () => {
      if (onShutdown) setImmediate(onShutdown);
      return EMPTY;
    },
  });
}
