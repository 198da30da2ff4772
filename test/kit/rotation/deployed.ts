/** The rotator as Terraform deployed it: the text of its config map, and the environment of its job. */
import * as fs from 'fs';
import * as path from 'path';
import { authorities } from './authority';
import { Cloud } from './cloud';
import { Ran, runModule } from './process';
import { TerraformState } from '../workspace';

export interface Deployed {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What is mounted, by its place in the container. */
  readonly files: Readonly<Record<string, string>>;
  readonly projectId: string;
}

type Json = Record<string, any>;

/** Every block of a type, as the state holds it. */
export const inState = (state: TerraformState, type: string): Json[] =>
  state.resources
    .filter((it) => it.mode === 'managed' && it.type === type)
    .flatMap(({ instances }) => instances.map(({ attributes }) => attributes as Json));

/** What a job is, by its name. */
export function deployed(state: TerraformState, name: string): Deployed {
  const job = inState(state, 'ibm_code_engine_job').find((it) => it.name === name)!;
  const maps = inState(state, 'ibm_code_engine_config_map');
  const files = (job.run_volume_mounts as Json[]).flatMap(({ reference, mount_path: folder }) =>
    Object.entries(maps.find((it) => it.name === reference)!.data as Json).map(
      ([file, text]): [string, string] => [`${folder}/${file}`, text as string],
    ),
  );
  const literals = (job.run_env_variables as Json[]).map((it) => [it.name, it.value]);
  return {
    command: [...job.run_commands, ...job.run_arguments] as string[],
    environment: Object.fromEntries(literals) as Record<string, string>,
    files: Object.fromEntries(files),
    projectId: job.project_id as string,
  };
}

/**
 * Runs it in a folder that stands for the container. Code Engine gives the token, the id of the project and its own
 * address; the private addresses of the other services lead to the emulators, by what is loaded before it.
 */
export async function runDeployed(
  { command, environment, files, projectId }: Deployed,
  cloud: Cloud,
  folder: string,
  notice?: string,
): Promise<Ran> {
  const inside = (file: string) => path.join(folder, path.basename(file));
  for (const [place, text] of Object.entries(files)) fs.writeFileSync(inside(place), text);
  fs.writeFileSync(inside('token'), cloud.jobToken);
  fs.writeFileSync(inside('roots.pem'), (await authorities()).root.certificate);
  fs.writeFileSync(inside('addresses.cjs'), ADDRESSES);
  const [program, file] = command;
  // a container has `node` on its PATH; here it is the one that runs the tests.
  if (program !== 'node' || !(file in files)) throw new Error(`got ${command.join(' ')}`);
  const given = {
    CE_API_BASE_URL: `${cloud.url}/code-engine`,
    CE_PROJECT_ID: projectId,
    CE_JOBRUN: 'rotate-1',
    ROTATION_TOKEN_FILE: inside('token'),
    ROTATION_ROOTS_FILE: inside('roots.pem'),
    NODE_OPTIONS: `--require=${inside('addresses.cjs')}`,
    EMULATORS: cloud.url,
    ibmendata: notice,
  };
  return runModule(inside(file), { ...environment, ...given }, cloud);
}

/** Stands for the name service of the private network, and refuses every other host. */
const ADDRESSES = `
const [http, https] = [require('http'), require('https')];
const SERVICES = [[/^private\\.iam\\.cloud\\.ibm\\.com$/, 'iam'], [/\\.secrets-manager\\.appdomain\\.cloud$/, 'secrets-manager']];
https.request = (url, options, answer) => {
  const { hostname, pathname, search } = new URL(url);
  const found = SERVICES.find(([pattern]) => pattern.test(hostname));
  if (!found || !hostname.includes('private')) throw new Error('no such host: ' + hostname);
  return http.request(process.env.EMULATORS + '/' + found[1] + pathname + search, options, answer);
};
require('module').syncBuiltinESMExports();
`;
