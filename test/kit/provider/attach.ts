/** How Terraform finds a provider that already runs: then it neither installs nor locks one. */
import * as path from 'path';
import { REGISTRY_KEY } from '../../../tools/provider-data';
import { PROTOCOL_VERSION } from './server';

/** What a configuration runs beside the provider, as it is where there is no account to wait for. */
const COMMANDS = path.join(__dirname, '..', 'commands');

/** What Terraform needs in its environment to use the provider that this process serves. */
export function attachment(socket: string): Record<string, string> {
  const address = {
    Protocol: 'grpc',
    ProtocolVersion: PROTOCOL_VERSION,
    Pid: process.pid,
    Test: true,
    Addr: { Network: 'unix', String: socket },
  };
  return {
    TF_REATTACH_PROVIDERS: JSON.stringify({ [REGISTRY_KEY]: address }),
    PATH: [COMMANDS, process.env.PATH].join(path.delimiter),
  };
}
