/**
 * The provider as its own process, as Terraform starts it. An argument names another `provider/`; its
 * cloud lasts as long as the process, or as the file that the environment names.
 */
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { readProvider } from '../../../tools/provider-data';
import { RememberedCloud } from './cloud';
import { CLOUD_FILE, FileCloud } from './file-cloud';
import { PROTOCOL_VERSION, serveProvider } from './server';

// the words by which terraform and its plugins know each other.
const COOKIE_NAME = 'TF_PLUGIN_MAGIC_COOKIE';
const COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

async function main(): Promise<void> {
  if (process.env[COOKIE_NAME] !== COOKIE) {
    throw new Error('got a start by hand, expected Terraform to start this provider');
  }
  if (process.env.PLUGIN_CLIENT_CERT) {
    throw new Error('got a demand for TLS, expected TF_DISABLE_PLUGIN_TLS=1 in the environment');
  }
  const data = readProvider(process.argv[2]);
  const file = process.env[CLOUD_FILE];
  const cloud = file ? new FileCloud(path.resolve(file)) : new RememberedCloud();
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'provider-'));
  const end = () => process.exit(0);
  process.on('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
  process.on('SIGTERM', end);
  // terraform asks the plugin to end when it wants that; ctrl-c in a terminal reaches both.
  process.on('SIGINT', () => undefined);
  const socket = path.join(dir, 'socket');
  await serveProvider({ data, cloud, socket, onShutdown: end });
  process.stdout.write(`1|${PROTOCOL_VERSION}|unix|${socket}|grpc\n`);
  // a terraform that is killed cannot ask; its orphan ends by itself, and this keeps the process alive.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || end(), 1000);
}

main().catch((error: Error) => {
  // terraform shows what comes where it waits for the handshake, and drops what comes on stderr.
  const stream = process.env[COOKIE_NAME] === COOKIE ? process.stdout : process.stderr;
  stream.write(`${error.message}\n`);
  process.exitCode = 1;
});
