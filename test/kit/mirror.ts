/** A folder from which `terraform init` installs the provider as if it came from the registry. */
import * as fs from 'fs';
import * as path from 'path';
import { PROVIDER_DIR } from '../../tools/provider-data';
import { CLOUD_FILE } from './provider/file-cloud';

export interface MirrorOptions {
  /** The `provider/` to serve. @default - this checkout's */
  readonly provider?: string;
  /**
   * The file in which the provider keeps its cloud, so that each command meets what the ones before made.
   * @default - it forgets everything at the end of each command
   */
  readonly cloud?: string;
}

export interface Mirror {
  /** The CLI configuration that names the mirror. */
  readonly configFile: string;
  /** The version that it offers. */
  readonly version: string;
  /** What a process that runs Terraform needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
}

const HOST = 'registry.terraform.io';
const NAME = 'ibm-cloud/ibm';
const ENTRY = path.join(__dirname, 'provider', 'main.ts');
const ROOT = path.join(__dirname, '..', '..');

/** Lays the mirror out in a folder. */
export function writeMirror(dir: string, options: MirrorOptions = {}): Mirror {
  const provider = path.resolve(options.provider ?? PROVIDER_DIR);
  const { version } = JSON.parse(fs.readFileSync(path.join(provider, 'provider.json'), 'utf8')) as {
    version: string;
  };
  const mirror = path.join(dir, 'mirror');
  const home = path.join(mirror, HOST, ...NAME.split('/'), version, platform());
  fs.mkdirSync(home, { recursive: true });
  const launcher = path.join(home, `terraform-provider-ibm_v${version}`);
  fs.writeFileSync(launcher, launch(provider), { mode: 0o755 });
  const configFile = path.join(dir, 'terraform.tfrc');
  fs.writeFileSync(configFile, cliConfig(mirror));
  return {
    configFile,
    version,
    environment: {
      CHECKPOINT_DISABLE: '1',
      TF_CLI_CONFIG_FILE: configFile,
      TF_DISABLE_PLUGIN_TLS: '1',
      // the launcher hands on what Terraform itself was given.
      ...(options.cloud === undefined ? {} : { [CLOUD_FILE]: path.resolve(options.cloud) }),
    },
  };
}

/** Replaces itself by node, so that the process Terraform knows is the provider. */
function launch(provider: string): string {
  const hook = require.resolve('ts-node/register');
  const words = [process.execPath, '-r', hook, ENTRY, provider].map(quoted).join(' ');
  const project = quoted(path.join(ROOT, 'tools', 'tsconfig.json'));
  return `#!/bin/sh\nTS_NODE_PROJECT=${project} NODE_OPTIONS= exec ${words}\n`;
}

function cliConfig(mirror: string): string {
  return `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["${HOST}/${NAME}"]
  }
}
`;
}

function platform(): string {
  const systems: Record<string, string> = { win32: 'windows' };
  const machines: Record<string, string> = { x64: 'amd64', ia32: '386' };
  const system = systems[process.platform] ?? process.platform;
  return `${system}_${machines[process.arch] ?? process.arch}`;
}

const quoted = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;
